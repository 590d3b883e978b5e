use super::{Of, Tables};
use crate::catalogue::{Clustering, Feature};
use crate::edit::Why;

const SOURCE: &str = "IS 7.0.0, carbon.xml.j2";

/// `[server]`: names, this node's address, the port offset, and how caches behave.
pub(super) fn holds(Of { plan, node, .. }: Of<'_>, tables: &mut Tables) {
    let why = Why::new(
        "the public name: redirects, links and issuers say it, and certificates must stand for it",
        "hosts.service",
        SOURCE,
    );
    tables.text(["server", "hostname"], plan.public_name(node).clone(), why);
    if node.has_console() && node.release.kernel.has_console_host() {
        let why = Why::new("the console is reached by this name", "hosts.console", SOURCE);
        tables.text(["server", "mgt_console_hostname"], plan.hosts.console.clone(), why);
    }
    // What coordinates in a database alone never asks for it.
    if node.line().clustering != Clustering::Never {
        match &node.address {
            Some(address) => {
                let why = Why::new("this node's own address: what others are told of it", "nodes.address", SOURCE);
                tables.text(["server", "node_ip"], address.clone(), why);
            }
            None => {
                let why = Why::new(
                    "the platform tells the address at start, in the environment variable NODE_IP (the pod's status.podIP)",
                    "nodes.count",
                    "wso2/kubernetes-is, deployment.toml",
                );
                tables.plain(["server", "node_ip"], "$env{NODE_IP}", why);
            }
        }
    }
    let why = Why::new(
        "added to every port but the member port; nodes on one machine need different ones",
        "nodes.offset",
        SOURCE,
    );
    tables.integer(["server", "offset"], node.offset.get(), why);
    if let Some(local) = plan.cluster.force_local_cache.filter(|_| node.group.is_some()) {
        let why = if local {
            Why::new("caches stay on their node and the cluster invalidates them", "pattern", "product-is#4194")
        } else {
            Why::new("caches are distributed: every node sees every entry", "pattern", "product-is#4194")
        };
        tables.bool(["server", "force_local_cache"], local, why);
    }
    if !node.has(Feature::MicroIntegrator) {
        administrator(Of { plan, node, members: None }, tables);
    }
}

/// `[super_admin]`: the product has no default of it, so a file without it makes nobody an administrator.
fn administrator(Of { plan, .. }: Of<'_>, tables: &mut Tables) {
    const SOURCE: &str = "IS 7.0.0, user-mgt.xml.j2";
    let at = |key: &'static str| ["super_admin", key];
    match &plan.access.admin {
        Some(admin) => {
            let why = |setting| {
                let source = "production guidelines: never admin/admin";
                Why::new("the first start creates this administrator", setting, source)
            };
            tables.text(at("username"), admin.user.clone(), why("access.admin-user"));
            tables.secret(at("password"), &admin.password, &plan.secrets, why("access.admin-password"));
        }
        None => {
            let why = || Why::new("as the product comes; the design names no administrator", "access", SOURCE);
            tables.present(at("username"), "admin", why());
            tables.present(at("password"), "admin", why());
        }
    }
    let found = plan.directory().is_some_and(|directory| directory.read_only);
    let why = match found {
        true => Why::new(
            "nothing can be added to a directory that is only read: the administrator is in it",
            "access",
            SOURCE,
        ),
        false => Why::new("the first start creates the administrator", "access", SOURCE),
    };
    tables.bool(at("create_admin_account"), !found, why);
}
