use super::{ConfigFile, Generation, Of, Statements, Varies};
use crate::catalogue::{Kernel, Purpose, SvnClient};
use crate::design::{Artifacts, Role};
use crate::edit::Why;
use crate::edit::xml::{Place, Step};
use crate::format::xml::Element;
use crate::plan::{Node, Plan};

const GUIDE: &str = "ESB 5.0.0 manual, clustering with worker/manager separation";
const DEPSYNC: &str = "CLUSTER44x manual, SVN-based deployment synchronizer";

pub(super) static FILE: ConfigFile = ConfigFile {
    path: "carbon.xml",
    about: "Host names, port offset, and the deployment synchronizer.",
    generation: Generation::Xml,
    varies: Varies::ByNode,
    holds,
};

fn holds(Of { plan, node, .. }: Of<'_>) -> Option<Statements> {
    let root = Element::new("Server").attribute("xmlns", "http://wso2.org/projects/carbon/carbon.xml");
    let mut statements = Statements::xml(root);
    host_name(plan, node, &mut statements);
    if node.has_console() {
        let why = Why::new("the console is reached by this name", "hosts.console", GUIDE);
        statements.text(["Server", "MgtHostName"], plan.hosts.console.clone(), why);
    }
    let why = Why::new(
        "added to every port but the member port; nodes on one machine need different ones",
        "nodes.offset",
        GUIDE,
    );
    statements.text(["Server", "Ports", "Offset"], node.offset, why);
    if node.role == Role::Manager && plan.pattern.worker_proxy_ports {
        worker_proxy_ports(plan, &mut statements);
    }
    if let Some(local) = plan.cluster.force_local_cache.filter(|_| node.release.kernel >= Kernel::new(4, 3, 0)) {
        let why = if local {
            Why::new("caches stay on their node and the cluster invalidates them", "pattern", "product-is#4194")
        } else {
            Why::new("caches are distributed: every node sees every entry", "pattern", "product-is#4194")
        };
        statements.text(["Server", "Cache", "ForceLocalCache"], local, why);
    }
    synchronizer(plan, node, &mut statements);
    Some(statements)
}

fn host_name(plan: &Plan, node: &Node, statements: &mut Statements) {
    let name = plan.public_name(node);
    let why = if *name == plan.hosts.service {
        Why::new(
            "the public name of the services: it stands in WSDL and endpoint addresses, on managers too",
            "hosts.service",
            GUIDE,
        )
    } else if *name == plan.hosts.console {
        Why::new("nothing but the console is spoken to over HTTP", "hosts.console", GUIDE)
    } else if node.door(Purpose::Portal).is_some() {
        Why::new("the public name of the portals: sign-ins lead back to it", "hosts.portal", GUIDE)
    } else {
        Why::new("the name by which this component is reached through the load balancer", "hosts.components", GUIDE)
    };
    statements.text(["Server", "HostName"], name.clone(), why);
}

/// Managers that are not behind the workers' load balancer print its ports in service addresses.
fn worker_proxy_ports(plan: &Plan, statements: &mut Statements) {
    let Some(front) = plan.service_front() else { return };
    const SOURCE: &str = "CLUSTER420 manual, configuring the manager node";
    let why =
        |setting| Why::new("the workers' public port, which service addresses on the manager show", setting, SOURCE);
    for (name, port, setting) in [
        ("WorkerHttpProxyPort", front.http_port, "balancers.http-port"),
        ("WorkerHttpsProxyPort", front.https_port, "balancers.https-port"),
    ] {
        statements.text(Place::from(["Server", "Ports"]).then(Step::named(name)), port, why(setting));
    }
}

fn synchronizer(plan: &Plan, node: &Node, statements: &mut Statements) {
    let place = Place::from(["Server", "DeploymentSynchronizer"]);
    let at = |name: &'static str| place.then(Step::named(name));
    let svn = match &plan.artifacts {
        Artifacts::Svn(svn) if node.release.kernel.svn_client() != SvnClient::Gone && node.artifacts().is_some() => svn,
        _ => {
            let why = Why::new("artifacts come another way, so nothing must overwrite them", "artifacts", DEPSYNC);
            statements.text(at("Enabled"), false, why);
            return;
        }
    };
    let says = |reason| Why::new(reason, "artifacts.svn", DEPSYNC);
    statements.text(at("Enabled"), true, says("artifacts are synchronized over Subversion"));
    // A second committer makes conflicts (carbon-commons#378), so a standby manager only checks out.
    let commits = node.first && !node.is_worker();
    let why = if commits {
        says("this node alone commits what is deployed on it")
    } else {
        says("one node alone commits; two committers make conflicts")
    };
    statements.text(at("AutoCommit"), commits, why);
    statements.text(at("AutoCheckout"), true, says("what others commit is checked out here"));
    statements.text(at("RepositoryType"), "svn", says("the only type that is left"));
    match node.artifacts() {
        Some(below) if !below.is_empty() => {
            let why = says("below the repository, a folder for those that deploy the same");
            statements.text(at("SvnUrl"), svn.url.value_below(below), why);
        }
        _ => statements.text(at("SvnUrl"), svn.url.clone(), says("the repository, the same on every node")),
    }
    statements.text(at("SvnUser"), svn.user.clone(), says("who commits and checks out"));
    statements.secret(at("SvnPassword"), "SvnPassword", &svn.password, &plan.secrets, says("their password"));
    let append = svn.append_tenant_id.unwrap_or(true);
    statements.text(at("SvnUrlAppendTenantId"), append, says("each tenant has a folder of its own below the URL"));
}
