use super::{Component, DatabaseNeed, Exposure, Feature, Launcher, Layout, Link, Manual, Peers, Purpose};
use crate::design::{DatabaseUse, Pattern, Role};

/// A line of releases that are built, laid out and configured alike.
#[derive(Debug, PartialEq, Eq)]
pub struct Line {
    /// What its nodes are configured by.
    pub generation: Generation,
    /// Where things are in its home.
    pub layout: &'static Layout,
    /// How its start script is spoken to.
    pub launcher: Launcher,
    /// How it takes requests.
    pub services: Services,
    /// Whether services on the pass-through transport may keep sessions, so that clients stay with a node over HTTPS unless the
    /// design says otherwise. API gateways keep none.
    pub sticky_pass_through: bool,
    /// Whether its WebSocket transport has a port with TLS of its own.
    pub secure_web_socket: bool,
    /// The path by which a load balancer sees that a node is alive; empty where none is known to answer without a sign-in.
    pub health: &'static str,
    /// Web applications within reach of everyone that some shall reach only.
    pub guarded: &'static [Guarded],
    /// The offset that it comes with; what is written replaces it.
    pub offset: u16,
    /// The member port that it comes with.
    pub member_port: u16,
    /// Whether its nodes form a Hazelcast cluster.
    pub clustering: Clustering,
    /// The patterns that it can be laid out in.
    pub patterns: &'static [Pattern],
    /// Its kinds of nodes.
    pub components: &'static [Component],
    /// The databases that its nodes share.
    pub databases: &'static [DatabaseNeed],
    /// What it is made of.
    pub features: &'static [Feature],
    /// The product with a `deployment.toml` that its users move to, where that is not a later release of its own.
    pub moves_to: Option<&'static str>,
    /// The connections to its nodes besides requests and the cluster's own messages.
    pub links: &'static [Link],
    /// The manual's own lists of steps.
    pub manuals: &'static [Manual],
}

/// Web applications at a host name for everyone that are for some only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Guarded {
    /// The host names that they are within reach of.
    pub purposes: &'static [Purpose],
    /// Their folders, without the first slash.
    pub contexts: &'static [&'static str],
    /// Whom they are for.
    pub exposure: Exposure,
    /// What they are: sentences.
    pub say: &'static str,
}

/// What the nodes of a line are configured by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Generation {
    /// A dozen XML files, each edited.
    Xml,
    /// One `deployment.toml`, from which the product makes the others at start.
    Toml,
    /// One `deployment.yaml` a profile (Carbon 5).
    Yaml,
}

impl Generation {
    /// What its nodes are configured by, as lists show it.
    pub const fn configured_by(self) -> &'static str {
        match self {
            Self::Xml => "XML",
            Self::Toml => "deployment.toml",
            Self::Yaml => "deployment.yaml",
        }
    }
}

/// Whether the nodes of a line form a Hazelcast cluster.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clustering {
    /// Wherever the pattern has one.
    Always,
    /// Only if the design says something of it: the manual leaves it off.
    WhenSaid,
    /// The product has none; it coordinates in its database, or not at all.
    Never,
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

impl Line {
    /// Its kind of node for a role.
    pub fn component(&self, role: Role) -> Option<&'static Component> {
        self.components.iter().find(|component| component.role == role)
    }

    /// Whether it is made of this.
    pub fn has(&self, feature: Feature) -> bool {
        self.features.contains(&feature)
    }

    /// The links that its nodes of a role take.
    pub fn links_to(&self, role: Role) -> impl Iterator<Item = &'static Link> {
        self.links.iter().filter(move |link| link.to == Peers::Line || link.to == Peers::Role(role))
    }

    /// Its database for a purpose.
    pub fn database(&self, purpose: DatabaseUse) -> Option<&'static DatabaseNeed> {
        self.databases.iter().find(|need| need.purpose == purpose)
    }
}
