use super::Layout;
use crate::design::{DatabaseUse, Role};

/// A kind of node of a product: what it does, and what it needs for that.
#[derive(Debug, PartialEq, Eq)]
pub struct Component {
    /// The role that a design calls it by.
    pub role: Role,
    /// How many there are where a pattern takes the product apart; none where it is no part of that.
    pub number: Option<Number>,
    /// The component profile that its start names with `-Dprofile=`; empty where it names none.
    pub profile: &'static str,
    /// Whether it starts with `-DworkerNode=true`: no console, nothing written to the repository.
    pub worker: bool,
    /// The `subDomain` of its member properties.
    pub sub_domain: Option<&'static str>,
    /// What stands before the cluster's domain for the group that its nodes form; empty where they are in the domain
    /// itself, none where they form no Hazelcast group.
    pub group: Option<&'static str>,
    /// How clients reach it.
    pub doors: &'static [Door],
    /// The databases that it needs.
    pub databases: Databases,
    /// Whether it mounts the shared registry.
    pub mounts: bool,
    /// The ports of its HTTP listeners, without and with TLS, where they are not the servlet transport's 9763 and 9443. The
    /// configuration names them and no offset moves them, so nodes on one machine get others written.
    pub listeners: Option<(u16, u16)>,
    /// Where things are in its home, where that differs from the rest of the product.
    pub layout: Option<&'static Layout>,
    /// Its folder below what the nodes share of deployed artifacts: empty where all deploy the same, none where nothing is
    /// deployed on it.
    pub artifacts: Option<&'static str>,
    /// What follows the name of the `axis2.xml` and the `registry.xml` that the product comes with for it and that take the
    /// others' place: `_TM` for `axis2_TM.xml`.
    pub variant: Option<&'static str>,
}

/// How many nodes of a kind there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Number {
    /// At least; 0 where it may be left out.
    pub least: usize,
    /// At most; none where nothing limits it.
    pub most: Option<usize>,
}

/// Which of its product's databases a kind of node needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Databases {
    /// All.
    All,
    /// These.
    Only(&'static [DatabaseUse]),
}

/// One way to a node, through a load balancer.
#[derive(Debug, PartialEq, Eq)]
pub struct Door {
    /// What for; it decides the host name.
    pub purpose: Purpose,
    /// The node's transport behind it.
    pub transport: Transport,
    /// Whom it is open to.
    pub exposure: Exposure,
    /// Why a client must stay with one node, if it must; the services' own door is decided by product and pattern.
    pub sticky: Option<&'static str>,
}

/// What a host name of the load balancers is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Purpose {
    /// Services, for everyone.
    Service,
    /// Services over WebSocket.
    WebSocket,
    /// Web applications for everyone, where they do not share the services' transport.
    Portal,
    /// A component that has a host name of its own.
    Component(Role),
    /// The console, for administrators.
    Console,
}

/// A transport of a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Transport {
    /// The one that services are on.
    Services,
    /// The servlet transport, with consoles and portals.
    Servlet,
    /// The gateway's WebSocket.
    WebSocket,
}

/// Whom a door is open to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exposure {
    /// Everyone; the console and the admin services are refused.
    Public,
    /// Everyone, for sign-ins; the console is refused, and the admin services but for the cluster's own nodes.
    SignIns,
    /// The cluster's own nodes and administrators; the admin services pass.
    Members,
    /// Administrators.
    Administrators,
}

impl Door {
    /// Whether it leads to web applications for everyone, beside the services.
    pub fn is_portal(&self) -> bool {
        self.purpose != Purpose::Service && self.transport == Transport::Servlet && self.exposure == Exposure::Public
    }
}

impl Component {
    /// Whether the console runs on it.
    pub fn has_console(&self) -> bool {
        self.door(Purpose::Console).is_some()
    }

    /// Whether it serves requests of clients.
    pub fn serves(&self) -> bool {
        self.doors.iter().any(|door| door.purpose != Purpose::Console)
    }

    /// Its door for a purpose.
    pub fn door(&self, purpose: Purpose) -> Option<&'static Door> {
        self.doors.iter().find(|door| door.purpose == purpose)
    }

    /// Whether it needs a database of its product.
    pub fn needs(&self, purpose: DatabaseUse) -> bool {
        match self.databases {
            Databases::All => true,
            Databases::Only(some) => some.contains(&purpose),
        }
    }
}

impl Number {
    /// So many or more.
    pub const fn at_least(least: usize) -> Option<Self> {
        Some(Self { least, most: None })
    }

    /// Just so many.
    pub const fn just(number: usize) -> Option<Self> {
        Some(Self { least: number, most: Some(number) })
    }
}

impl Purpose {
    /// The name of the certificate's files; the manual calls the first and the last `wrk` and `mgt`.
    pub fn certificate(self) -> &'static str {
        match self {
            Self::Service => "wrk",
            Self::WebSocket => "ws",
            Self::Portal => "portal",
            Self::Component(role) => role.key(),
            Self::Console => "mgt",
        }
    }

    /// What stands before the services' name for the host name, where nobody says one.
    pub fn label(self) -> &'static str {
        match self {
            Self::Service => "",
            Self::WebSocket => "ws",
            Self::Portal => "portal",
            Self::Component(role) => role.key(),
            Self::Console => "mgt",
        }
    }

    /// What requests under the name are for, in a sentence.
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Service => "services",
            Self::WebSocket => "WebSocket",
            Self::Portal => "portals",
            Self::Component(role) => role.plural(),
            Self::Console => "the console",
        }
    }

    /// Its key below `hosts` in a design.
    pub fn key(self) -> &'static str {
        match self {
            Self::Service => "service",
            Self::WebSocket => "web-socket",
            Self::Portal => "portal",
            Self::Component(role) => role.key(),
            Self::Console => "console",
        }
    }

    /// What it is, as messages say it: `the services`.
    pub fn what(self) -> &'static str {
        match self {
            Self::Service => "the services",
            Self::WebSocket => "WebSocket services",
            Self::Portal => "the portals",
            Self::Component(role) => role.plural(),
            Self::Console => "the console",
        }
    }

    /// What it is, as a heading.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Service => "The services",
            Self::WebSocket => "WebSocket services",
            Self::Portal => "The portals",
            Self::Component(role) => role.heading(),
            Self::Console => "The management console",
        }
    }

    /// Whether it belongs to the side of the services, not to that of the console.
    pub fn is_service_side(self) -> bool {
        self != Self::Console
    }
}

/// The way to the services.
pub(super) const SERVICE: Door =
    Door { purpose: Purpose::Service, transport: Transport::Services, exposure: Exposure::Public, sticky: None };

/// The way to the console.
pub(super) const CONSOLE: Door = Door {
    purpose: Purpose::Console,
    transport: Transport::Servlet,
    exposure: Exposure::Administrators,
    sticky: Some("the console keeps its session in one node's memory, and session replication does not cover it"),
};

/// A manager: console and deployments.
pub(super) const MANAGER: Component = Component {
    role: Role::Manager,
    number: None,
    profile: "",
    worker: false,
    sub_domain: Some("mgt"),
    group: Some(""),
    doors: &[CONSOLE],
    databases: Databases::All,
    mounts: true,
    listeners: None,
    layout: None,
    artifacts: Some(""),
    variant: None,
};

/// A worker: services, no console.
pub(super) const WORKER: Component =
    Component { role: Role::Worker, worker: true, sub_domain: Some("worker"), doors: &[SERVICE], ..MANAGER };

/// A node that does everything.
pub(super) const NODE: Component =
    Component { role: Role::Node, sub_domain: None, doors: &[SERVICE, CONSOLE], ..MANAGER };

/// What a product with managers and workers has.
pub(super) const WORKER_MANAGER: &[Component] = &[MANAGER, WORKER, NODE];
