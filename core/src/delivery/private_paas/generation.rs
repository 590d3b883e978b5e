use crate::value::Version;

/// What a cartridge's properties become configuration by. Source: product-private-paas 4.0.0 (`resources/json`),
/// private-paas-cartridges 4.1 (`samples/cartridges`, `plugins`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Generation {
    /// 4.0.0: Puppet, and the agent's own extensions.
    Puppet,
    /// 4.1: the Configurator, from templates in the image.
    Configurator,
}

/// The names of the policies that the platform's samples define.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Policies {
    /// When instances are started and stopped.
    pub autoscaling: &'static str,
    /// Where instances are started.
    pub deployment: &'static str,
    /// Where applications are deployed; empty where the platform has no applications.
    pub application: &'static str,
}

impl Generation {
    /// Of a version of the platform.
    pub fn of(version: Version) -> Self {
        if version < Version::new(4, 1, 0) { Self::Puppet } else { Self::Configurator }
    }

    /// Whether there is such a version.
    pub fn knows(version: Version) -> bool {
        version == Version::new(4, 0, 0) || (Version::new(4, 1, 0)..Version::new(4, 2, 0)).contains(&version)
    }

    /// The policies of its samples.
    pub fn policies(self) -> Policies {
        match self {
            Self::Puppet => Policies { autoscaling: "economy", deployment: "deployf", application: "" },
            Self::Configurator => Policies {
                autoscaling: "autoscaling-policy-1",
                deployment: "deployment-policy-1",
                application: "application-policy-1",
            },
        }
    }

    /// Where it starts machines or containers, by the keys of a design.
    pub fn infrastructures(self) -> &'static [&'static str] {
        match self {
            Self::Puppet => &["ec2", "openstack"],
            Self::Configurator => &["ec2", "openstack", "kubernetes", "mock"],
        }
    }
}
