use super::Basis;
use crate::catalogue::{self, Clustering, Feature, Generation, Roles, VendorId};
use crate::design::{Aws, BalancerSpec, Kubernetes, Membership, Serves};
use crate::diagnostic::Path;
use crate::plan::{Front, RegistryPlan, Unused};

/// What the design says and no decision heeds: a person who wrote it expects something of it.
pub(super) fn unused(
    Basis { design, product, release, pattern }: Basis<'_>,
    registry: Option<&RegistryPlan>,
    fronts: &[Front],
) -> Vec<Unused> {
    let mut found = Found(Vec::new());
    // Nodes that share tasks through a database are a group of the domain's name.
    let shares_database = pattern.shared_database || design.database.is_some();
    let shares_tasks = release.line.has(Feature::TaskCoordination) && shares_database;
    let hazelcast = release.line.clustering != Clustering::Never;
    // What coordinates in the database has a group of that name too.
    let names_a_group = shares_tasks || release.line.has(Feature::StreamProcessor);
    if !pattern.clustering || !hazelcast {
        let why = || match hazelcast {
            true => format!("nodes of the pattern {} form no cluster", pattern.key),
            false => format!("{} has no Hazelcast", product.name),
        };
        found.when(design.cluster.domain.is_some() && !names_a_group, "cluster.domain", why);
        found.when(design.cluster.membership.is_some(), "cluster.membership", why);
        found.when(!design.cluster.hazelcast.is_empty(), "cluster.hazelcast", why);
        found.when(design.tasks.server_count.is_some() && !shares_tasks, "tasks.server-count", || {
            format!("without a cluster every node schedules its own tasks, and {} has none", pattern.key)
        });
    } else if release.task_server_count.is_none() {
        let why = || format!("{} {} has no tasks-config.xml", product.name, release.version);
        found.when(design.tasks.server_count.is_some(), "tasks.server-count", why);
    }
    if matches!(pattern.roles, Roles::Equal(_)) {
        let why = || format!("the pattern {} has no managers and workers", pattern.key);
        found.when(design.managers.is_some(), "managers", why);
        found.when(design.registry.read_only_workers.is_some(), "registry.read-only-workers", why);
    }
    if registry.is_none() {
        let why = || "no registry is mounted".to_owned();
        found.when(design.registry.config_path.is_some(), "registry.config-path", why);
        found.when(design.registry.instance.is_some(), "registry.instance", why);
    }
    if design.cluster.jvm_route == Some(true) && release.line.generation != Generation::Xml {
        let why = || format!("{} {} has no setting for it", product.name, release.version);
        found.when(true, "cluster.jvm-route", why);
    }
    let without_users = release.line.generation == Generation::Yaml || release.line.has(Feature::MicroIntegrator);
    found.when(design.user_store.is_some() && without_users, "user-store", || {
        format!("{} {} keeps its users another way: set its user store by hand", product.name, release.version)
    });
    match &design.cluster.membership {
        Some(Membership::Aws(aws)) if pattern.clustering => amazon(aws, &mut found),
        Some(Membership::Kubernetes(kubernetes)) if pattern.clustering => kubernetes_by_dns(kubernetes, &mut found),
        _ => {}
    }
    if let Some(database) = &design.database {
        let vendor = catalogue::vendor(database);
        let said = vendor.id != VendorId::Oracle && database.server().service.is_some();
        let why = || format!("only an Oracle URL names a service, {} has none", vendor.name);
        found.when(said, Path::from("database").key(vendor.key).key("service"), why);
    }
    for (number, (spec, front)) in design.balancers.iter().flatten().zip(fronts).enumerate() {
        balancer(spec, front, &Path::root().key("balancers").index(number), &mut found);
    }
    found.0
}

struct Found(Vec<Unused>);

impl Found {
    fn when(&mut self, said: bool, at: impl Into<Path>, why: impl FnOnce() -> String) {
        if said {
            self.0.push(Unused { at: at.into(), why: why() });
        }
    }
}

fn amazon(said: &Aws, found: &mut Found) {
    let at = |key: &'static str| Path::from("cluster.membership.aws").key(key);
    let role = said.iam_role.is_some();
    let why = || "the instance's role is taken instead".to_owned();
    found.when(role && said.access_key.is_some(), at("access-key"), why);
    found.when(role && said.secret_key.is_some(), at("secret-key"), why);
    found.when(said.tag_key.is_some() && said.tag_value.is_none(), at("tag-key"), || {
        "a filter by tag needs `tag-value` too".to_owned()
    });
    found.when(said.tag_value.is_some() && said.tag_key.is_none(), at("tag-value"), || {
        "a filter by tag needs `tag-key` too".to_owned()
    });
}

fn kubernetes_by_dns(said: &Kubernetes, found: &mut Found) {
    if said.use_dns == Some(false) {
        return;
    }
    let at = |key: &'static str| Path::from("cluster.membership.kubernetes").key(key);
    let why = || "members are found by DNS, and the API server is not asked".to_owned();
    found.when(said.api_server.is_some(), at("api-server"), why);
    found.when(said.token.is_some(), at("token"), why);
    found.when(said.skip_tls_verification == Some(true), at("skip-tls-verification"), why);
}

fn balancer(said: &BalancerSpec, front: &Front, at: &Path, found: &mut Found) {
    let entry = crate::balancer::balancer(front.program);
    found.when(said.version.is_some() && front.version.is_none(), at.clone().key("version"), || {
        format!("the files for {} are the same for all versions", entry.name)
    });
    let affinity = front.upstreams.iter().any(|upstream| upstream.affinity.is_some());
    found.when(affinity && said.stay_by.is_some_and(|by| by != front.stay_by), at.clone().key("stay-by"), || {
        format!("{} keeps clients of these nodes by a cookie of its own", entry.name)
    });
    found.when(said.stay_by.is_some() && !affinity, at.clone().key("stay-by"), || {
        format!("no client of {} stays with a node", front.name)
    });
    if front.serves != Serves::Console {
        return;
    }
    let why = || format!("{} serves the console only", front.name);
    found.when(said.redirect_http.is_some(), at.clone().key("redirect-http"), why);
    found.when(said.sticky.is_some(), at.clone().key("sticky"), why);
    found.when(said.body_limit.is_some(), at.clone().key("body-limit"), why);
}
