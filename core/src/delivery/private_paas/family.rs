use super::Generation;
use crate::design::{DatabaseUse, Role};
use crate::value::Version;

/// The cartridges of one product. Source: the names and releases of the cartridges that product-private-paas 4.0.0 and
/// private-paas-cartridges 4.1 ship; the names of parameters in the latter's templates.
#[derive(Debug, PartialEq, Eq)]
pub struct Family {
    /// The product, by its key in the catalogue.
    pub product: &'static str,
    /// What the platform calls the product: images and 4.1's service types have it.
    pub code: &'static str,
    /// What 4.0.0's service types begin with; none where it has no such cartridge.
    pub puppet: Option<&'static str>,
    /// The release of 4.0.0's cartridge.
    pub puppet_release: Version,
    /// The releases of 4.1's cartridges. Their start-up plug-ins know service types of these releases only.
    pub configurator_releases: &'static [Version],
    /// How 4.1's cartridge of equal nodes is called.
    pub equal_nodes: Naming,
    /// What 4.1's templates call its databases.
    pub databases: &'static [DatabaseParameters],
}

/// How a service type of 4.1 ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Naming {
    /// With the release.
    Plain,
    /// With `-manager`: the start-up plug-in knows no other.
    Manager,
}

/// What templates call a database.
#[derive(Debug, PartialEq, Eq)]
pub struct DatabaseParameters {
    /// What it is for.
    pub purpose: DatabaseUse,
    /// What stands between `CONFIG_PARAM_` and `_URL`.
    pub name: &'static str,
    /// How the parameter with the user ends.
    pub user: &'static str,
    /// Whether the size of the pool is a parameter.
    pub pool: bool,
}

/// Every product with cartridges.
pub static FAMILIES: &[Family] = &[
    Family {
        product: "esb",
        code: "esb",
        puppet: Some("esb"),
        puppet_release: Version::new(4, 8, 1),
        configurator_releases: &[Version::new(4, 8, 1), Version::new(4, 9, 0)],
        equal_nodes: Naming::Plain,
        databases: CARBON,
    },
    Family {
        product: "as",
        code: "as",
        puppet: Some("appserver"),
        puppet_release: Version::new(5, 2, 1),
        configurator_releases: &[Version::new(5, 2, 1), Version::new(5, 3, 0)],
        equal_nodes: Naming::Plain,
        databases: CARBON,
    },
    Family {
        product: "dss",
        code: "dss",
        puppet: None,
        puppet_release: Version::new(3, 2, 2),
        configurator_releases: &[Version::new(3, 2, 2)],
        equal_nodes: Naming::Plain,
        databases: CARBON,
    },
    Family {
        product: "bps",
        code: "bps",
        puppet: Some("bps"),
        puppet_release: Version::new(3, 2, 1),
        configurator_releases: &[Version::new(3, 5, 0)],
        equal_nodes: Naming::Plain,
        databases: PROCESSES,
    },
    Family {
        product: "is",
        code: "is",
        puppet: Some("is"),
        puppet_release: Version::new(4, 6, 0),
        configurator_releases: &[Version::new(5, 0, 0)],
        equal_nodes: Naming::Manager,
        databases: CARBON,
    },
];

/// The registry is mounted twice, from two databases; both are ours.
const CARBON: &[DatabaseParameters] = &[
    carbon(DatabaseUse::Registry, "REGISTRY_DB"),
    carbon(DatabaseUse::Registry, "CONFIG_DB"),
    carbon(DatabaseUse::Users, "USER_MGT_DB"),
];

const PROCESSES: &[DatabaseParameters] = &[
    carbon(DatabaseUse::Registry, "REGISTRY_DB"),
    carbon(DatabaseUse::Registry, "CONFIG_DB"),
    carbon(DatabaseUse::Users, "USER_MGT_DB"),
    // These two are spelled differently.
    DatabaseParameters { purpose: DatabaseUse::Processes, name: "BPSDS_DB", user: "USERNAME", pool: true },
    DatabaseParameters { purpose: DatabaseUse::Activiti, name: "ACTIVITI_DB", user: "USERNAME", pool: false },
];

const fn carbon(purpose: DatabaseUse, name: &'static str) -> DatabaseParameters {
    DatabaseParameters { purpose, name, user: "USER_NAME", pool: false }
}

/// The cartridges of a product, by its key in the catalogue.
pub fn family(product: &str) -> Option<&'static Family> {
    FAMILIES.iter().find(|family| family.product == product)
}

impl Family {
    /// Whether the platform has cartridges of it.
    pub fn is_in(&self, generation: Generation) -> bool {
        generation == Generation::Configurator || self.puppet.is_some()
    }

    /// The releases of the cartridges that the platform comes with.
    pub fn releases(&self, generation: Generation) -> &[Version] {
        match generation {
            Generation::Puppet => std::slice::from_ref(&self.puppet_release),
            Generation::Configurator => self.configurator_releases,
        }
    }

    /// The service type of a role's cartridge; none for a role that the platform has no cartridge for.
    pub(super) fn service_type(&self, generation: Generation, release: Version, role: Role) -> Option<String> {
        match generation {
            Generation::Puppet => {
                let suffix = match role {
                    Role::Manager => "mgt",
                    Role::Worker => "worker",
                    Role::Node => "",
                    _ => return None,
                };
                Some(format!("{}{suffix}", self.puppet?))
            }
            Generation::Configurator => {
                let suffix = match (role, self.equal_nodes) {
                    (Role::Manager, _) | (Role::Node, Naming::Manager) => "-manager",
                    (Role::Worker, _) => "-worker",
                    (Role::Node, Naming::Plain) => "",
                    _ => return None,
                };
                Some(format!("{}{suffix}", self.base(release)))
            }
        }
    }

    /// What 4.1's service types of a release begin with: `wso2esb-490`.
    pub(super) fn base(&self, release: Version) -> String {
        let digits: String = release.to_string().chars().filter(char::is_ascii_digit).collect();
        format!("wso2{}-{digits}", self.code)
    }

    /// The service group of 4.0.0's workers and managers.
    pub(super) fn group(&self) -> String {
        format!("{}group", self.puppet.unwrap_or(self.code))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_are_named_once_and_releases_in_order() {
        for (number, family) in FAMILIES.iter().enumerate() {
            assert!(FAMILIES[..number].iter().all(|other| other.product != family.product));
            assert!(family.configurator_releases.is_sorted());
        }
    }

    #[test]
    fn service_types_are_those_of_the_shipped_cartridges() {
        let esb = family("esb").unwrap();
        let old = |role| esb.service_type(Generation::Puppet, Version::new(4, 8, 1), role);
        assert_eq!(old(Role::Manager).as_deref(), Some("esbmgt"));
        assert_eq!(old(Role::Worker).as_deref(), Some("esbworker"));
        let new = |role| esb.service_type(Generation::Configurator, Version::new(4, 9, 0), role);
        assert_eq!(new(Role::Manager).as_deref(), Some("wso2esb-490-manager"));
        assert_eq!(new(Role::Worker).as_deref(), Some("wso2esb-490-worker"));
        assert_eq!(new(Role::Node).as_deref(), Some("wso2esb-490"));
        assert_eq!(new(Role::Gateway), None);
        let is = family("is").unwrap().service_type(Generation::Configurator, Version::new(5, 0, 0), Role::Node);
        assert_eq!(is.as_deref(), Some("wso2is-500-manager"));
    }
}
