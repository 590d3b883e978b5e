//! The products: one file each, one line in the list.

mod application_server;
mod business_process_server;
mod data_services_server;
mod enterprise_integrator;
mod enterprise_service_bus;

use super::{Kernel, Layout};
use crate::design::DatabaseUse;
use crate::value::Version;

/// Every product, in the order in which lists show them.
pub static PRODUCTS: &[&Product] = &[
    &enterprise_service_bus::PRODUCT,
    &enterprise_integrator::PRODUCT,
    &application_server::PRODUCT,
    &data_services_server::PRODUCT,
    &business_process_server::PRODUCT,
];

/// A product, as far as clustering it goes.
#[derive(Debug, PartialEq, Eq)]
pub struct Product {
    /// Its key in a design.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Its releases, oldest first.
    pub releases: &'static [Release],
    /// Where things are in its home.
    pub layout: &'static Layout,
    /// The cluster domain that its manual uses.
    pub domain: &'static str,
    /// The host of its services in the manual.
    pub host: &'static str,
    /// What the manual puts before that host for the console.
    pub console_label: &'static str,
    /// How it takes requests.
    pub services: Services,
    /// The member port that its axis2.xml comes with.
    pub member_port: u16,
    /// Where its configuration lies in a registry that several products share.
    pub config_path: &'static str,
    /// Whether a node is a slave because its `/_system/config` mount is read-only: workers' mounts must be, then.
    pub slaves_by_read_only_mount: bool,
    /// Whether it has managers and workers in its manual at all.
    pub worker_manager: bool,
    /// Whether its own process engine must be told of the cluster (`bps.xml`).
    pub process_engine: bool,
    /// The databases that its nodes share.
    pub databases: &'static [DatabaseNeed],
}

/// One release.
#[derive(Debug, PartialEq, Eq)]
pub struct Release {
    /// Its version.
    pub version: Version,
    /// The kernel under it.
    pub kernel: Kernel,
    /// Whether its axis2.xml has `clusteringPattern`, and its tasks heed it.
    pub clustering_pattern: bool,
    /// The `taskServerCount` that its tasks-config.xml comes with; none where it has no such file.
    pub task_server_count: Option<u16>,
    /// Whether `hazelcast.shutdownhook.enabled=false`, which the manual recommends, makes a graceful shutdown delete
    /// scheduled tasks and message processors unless updates are installed (product-ei#2353, #2999).
    pub shutdown_hook_off_deletes_tasks: bool,
    /// Whether an updated scheduled task may run on two nodes: messages of the cluster race (product-ei#4277).
    pub updated_task_may_run_twice: bool,
    /// Scripts of Activiti besides engine, history and identity.
    pub activiti_substitutes: bool,
}

/// How a product takes requests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Services {
    /// On the pass-through transport's own ports, 8280 and 8243.
    PassThrough,
    /// On the servlet ports, 9763 and 9443, as the console does.
    Servlet,
}

impl Services {
    /// The ports for HTTP and HTTPS, before any offset.
    pub fn ports(self) -> (u16, u16) {
        match self {
            Self::PassThrough => (8280, 8243),
            Self::Servlet => (9763, 9443),
        }
    }
}

/// One database that a product's nodes share.
#[derive(Debug, PartialEq, Eq)]
pub struct DatabaseNeed {
    /// What it is for.
    pub purpose: DatabaseUse,
    /// The datasource's name.
    pub datasource: &'static str,
    /// Its name in JNDI.
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
};

impl DatabaseNeed {
    /// The environment variable that holds its user's password where nobody says where it is.
    pub fn password_variable(&self) -> String {
        format!("{}_PASSWORD", self.user.to_ascii_uppercase())
    }
}

impl Release {
    const fn new(version: Version, kernel: Kernel) -> Self {
        Self {
            version,
            kernel,
            clustering_pattern: false,
            task_server_count: None,
            shutdown_hook_off_deletes_tasks: false,
            updated_task_may_run_twice: false,
            activiti_substitutes: false,
        }
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
            assert!(!product.databases.is_empty() && !product.releases.is_empty());
        }
    }
}
