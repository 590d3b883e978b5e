//! The products: one file each, one line in the list.

mod analytics;
mod api_manager;
mod api_manager_analytics;
mod api_manager_toml;
mod api_manager_xml;
mod application_server;
mod business_process_server;
mod complex_event_processor;
mod data_analytics_server;
mod data_services_server;
mod enterprise_integrator;
mod enterprise_integrator_analytics;
mod enterprise_integrator_broker;
mod enterprise_integrator_business_process;
mod enterprise_service_bus;
mod governance_registry;
mod identity_server;
mod identity_server_analytics;
mod identity_server_toml;
mod message_broker;
mod micro_integrator;
mod stream_analytics;

use super::component::WORKER_MANAGER;
use super::{Clustering, Component, Feature, Generation, Kernel, Line, Services, launcher, layout};
use crate::design::{DatabaseUse, Pattern, Role};
use crate::value::Version;

/// Every product, in the order in which lists show them.
pub static PRODUCTS: &[&Product] = &[
    &enterprise_service_bus::PRODUCT,
    &enterprise_integrator::PRODUCT,
    &application_server::PRODUCT,
    &data_services_server::PRODUCT,
    &business_process_server::PRODUCT,
    &enterprise_integrator_business_process::PRODUCT,
    &enterprise_integrator_broker::PRODUCT,
    &message_broker::PRODUCT,
    &governance_registry::PRODUCT,
    &complex_event_processor::PRODUCT,
    &data_analytics_server::PRODUCT,
    &identity_server_analytics::PRODUCT,
    &api_manager_analytics::PRODUCT,
    &enterprise_integrator_analytics::PRODUCT,
    &identity_server::PRODUCT,
    &api_manager::PRODUCT,
    &micro_integrator::PRODUCT,
];

/// A product, as far as clustering it goes.
#[derive(Debug, PartialEq, Eq)]
pub struct Product {
    /// Its key in a design.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// What its archive is called: `wso2<pack>-<release>.zip`. Profiles of one pack are products of their own here.
    pub pack: &'static str,
    /// Its releases, oldest first.
    pub releases: &'static [Release],
    /// The cluster domain that its manual uses.
    pub domain: &'static str,
    /// What the `loadbalancer.conf` of the retired WSO2 ELB calls its service, in lower case; empty where it came later.
    pub elb_services: &'static [&'static str],
    /// The host of its services in the manual.
    pub host: &'static str,
    /// What the manual puts before that host for the console.
    pub console_label: &'static str,
    /// Where its configuration lies in a registry that several products share.
    pub config_path: &'static str,
    /// Whether it has managers and workers in its manual at all.
    pub worker_manager: bool,
}

impl Product {
    /// Its name without its maker and without the profile of a pack that has several: what it calls itself.
    pub fn plain_name(&self) -> &'static str {
        let name = self.name.strip_prefix("WSO2 ").unwrap_or(self.name);
        name.split_once(" (").map_or(name, |(name, _)| name)
    }
}

/// One release.
#[derive(Debug, PartialEq, Eq)]
pub struct Release {
    /// Its version.
    pub version: Version,
    /// The kernel under it.
    pub kernel: Kernel,
    /// The line that it belongs to: how it is built and configured.
    pub line: &'static Line,
    /// The analytics that go with it.
    pub analytics: Option<Companion>,
    /// Whether its axis2.xml has `clusteringPattern`, and its tasks heed it.
    pub clustering_pattern: bool,
    /// The `taskServerCount` that its tasks-config.xml comes with; none where it has no such file.
    pub task_server_count: Option<u16>,
    /// Whether `hazelcast.shutdownhook.enabled=false`, which the manual recommends, makes a graceful shutdown delete
    /// scheduled tasks and message processors unless updates are installed (product-ei#2353, #2999).
    pub shutdown_hook_off_deletes_tasks: bool,
    /// Whether an updated scheduled task may run on two nodes: messages of the cluster race (product-ei#4277).
    pub updated_task_may_run_twice: bool,
    /// Whether its start script says the heap itself, though its kernel's takes it from `JVM_MEM_OPTS`.
    pub heap_in_script: bool,
    /// Whether its process engine asks Hazelcast for a lock that the bundled one no longer has (product-ei#5470).
    pub process_locks_fail: bool,
    /// Whether its brokers can agree on a coordinator in the database (`rdbmsBasedCoordination`); others only by Hazelcast.
    pub database_coordination: bool,
    /// Whether the two nodes of a pair do not find back to each other after they lost each other (product-das#256).
    pub pair_may_stay_apart: bool,
    /// Whether a task that is handed to the second node may not start there (product-integrator-mi#3693).
    pub coordinated_task_waits: bool,
}

/// Another product that runs beside this one, in a home of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Companion {
    /// Which.
    pub product: &'static Product,
    /// Its release.
    pub release: Version,
}

/// One database that a product's nodes share.
#[derive(Debug, PartialEq, Eq)]
pub struct DatabaseNeed {
    /// What it is for.
    pub purpose: DatabaseUse,
    /// The datasource's name.
    pub datasource: &'static str,
    /// Its name in JNDI; empty where it has none and is found by its own.
    pub jndi: &'static str,
    /// The file that holds it, below the folder of configuration files.
    pub file: &'static str,
    /// Whether stock has the datasource already, on H2.
    pub in_stock: bool,
    /// The usual name of the database on the server.
    pub schema: &'static str,
    /// The usual name of the user on the server.
    pub user: &'static str,
    /// What is in it.
    pub content: &'static str,
    /// The connections that a node's pool usually holds open at most.
    pub pool: u16,
    /// The product's own scripts that fill it, in order, below its folder of scripts; none where the product makes and drops tables in
    /// it as it runs. `{kernel}` stands for the vendor's name as the kernel's script has it, `{identity}` for it as identity scripts have
    /// it, `{vendor}` for the vendor's name, `{folder}` for its folder's, `{activiti}` for Activiti's name of it.
    pub scripts: &'static [&'static str],
    /// Its table below `database` in `deployment.toml`; empty where it is a `[[datasource]]` there, by its name.
    pub table: &'static str,
}

/// Users, roles and permissions: every product has them.
pub(super) const USERS: DatabaseNeed = DatabaseNeed {
    purpose: DatabaseUse::Users,
    datasource: "WSO2_USER_DB",
    jndi: "jdbc/WSO2UMDB",
    file: "datasources/master-datasources.xml",
    in_stock: false,
    schema: "wso2_user_db",
    user: "wso2_user",
    content: "users, roles and permissions",
    pool: 50,
    scripts: &["{kernel}.sql"],
    table: "user",
};

/// The shared registry: every product has it.
pub(super) const REGISTRY: DatabaseNeed = DatabaseNeed {
    purpose: DatabaseUse::Registry,
    datasource: "REGISTRY_DB",
    jndi: "jdbc/WSO2RegistryDB",
    file: "datasources/master-datasources.xml",
    in_stock: false,
    schema: "wso2_registry_db",
    user: "wso2_registry",
    content: "configuration and governance registry",
    pool: 50,
    scripts: &["{kernel}.sql"],
    table: "registry_db",
};

/// A product of its own on Carbon 4.2 to 4.4, with managers and workers, on the servlet transport: what most lines differ from
/// in a few things.
pub(super) const CARBON: Line = Line {
    generation: Generation::Xml,
    layout: &layout::CARBON,
    launcher: launcher::CARBON_4,
    services: Services::Servlet,
    sticky_pass_through: true,
    secure_web_socket: false,
    // A service that answers without a sign-in.
    health: "/services/Version",
    guarded: &[],
    offset: 0,
    member_port: 4000,
    clustering: Clustering::Always,
    patterns: GENERIC,
    components: WORKER_MANAGER,
    databases: &[USERS, REGISTRY],
    features: &[],
    moves_to: None,
    links: &[],
    manuals: &[],
};

/// The patterns of a product whose nodes may be managers and workers, or equal.
pub(super) const GENERIC: &[Pattern] = &[
    Pattern::WorkerManager1,
    Pattern::WorkerManager2,
    Pattern::WorkerManager3,
    Pattern::Symmetric,
    Pattern::Independent,
    Pattern::SharedDatabase,
    Pattern::StickySessions,
    Pattern::FullReplication,
];

/// The same, and equal nodes with analytics beside them.
pub(super) const GENERIC_AND_ANALYTICS: &[Pattern] = &[
    Pattern::WorkerManager1,
    Pattern::WorkerManager2,
    Pattern::WorkerManager3,
    Pattern::Symmetric,
    Pattern::Independent,
    Pattern::SharedDatabase,
    Pattern::StickySessions,
    Pattern::FullReplication,
    Pattern::SymmetricAnalytics,
];

impl DatabaseNeed {
    /// The environment variable that holds its user's password where nobody says where it is.
    pub fn password_variable(&self) -> String {
        format!("{}_PASSWORD", self.user.to_ascii_uppercase())
    }
}

impl Release {
    const fn new(version: Version, kernel: Kernel, line: &'static Line) -> Self {
        Self {
            version,
            kernel,
            line,
            analytics: None,
            clustering_pattern: false,
            task_server_count: None,
            shutdown_hook_off_deletes_tasks: false,
            updated_task_may_run_twice: false,
            heap_in_script: false,
            process_locks_fail: false,
            database_coordination: false,
            pair_may_stay_apart: false,
            coordinated_task_waits: false,
        }
    }

    /// What a node of this role runs: a component of its own, or of the analytics beside it.
    pub fn component(&self, role: Role) -> Option<&'static Component> {
        self.line.component(role).or_else(|| self.analytics_component(role))
    }

    /// A component of the analytics that go with it.
    pub fn analytics_component(&self, role: Role) -> Option<&'static Component> {
        let line = self.analytics_release()?.line;
        match role {
            Role::Analytics => line.component(Role::Analytics).or_else(|| line.component(Role::Node)),
            Role::Dashboard => line.component(Role::Dashboard),
            _ => None,
        }
    }

    /// The release of the analytics that go with it.
    pub fn analytics_release(&self) -> Option<&'static Release> {
        let Companion { product, release } = self.analytics?;
        product.release(release)
    }
}

/// The product of a key.
pub fn product(id: &str) -> Option<&'static Product> {
    PRODUCTS.iter().copied().find(|product| product.id == id)
}

impl Product {
    /// One of its releases.
    pub fn release(&self, version: Version) -> Option<&'static Release> {
        self.releases.iter().find(|release| release.version == version)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_unique_and_releases_in_order() {
        for (number, product) in PRODUCTS.iter().enumerate() {
            assert!(PRODUCTS[..number].iter().all(|other| other.id != product.id));
            assert!(product.releases.is_sorted_by_key(|release| release.version), "{}", product.id);
            assert!(!product.releases.is_empty());
            for release in product.releases {
                assert!(!release.line.patterns.is_empty() && !release.line.components.is_empty(), "{}", product.id);
                assert_eq!(release.analytics.is_some(), release.analytics_release().is_some(), "{}", product.id);
            }
        }
    }
}
