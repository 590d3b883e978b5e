use crate::catalogue::{Purpose, Transport};
use crate::design::StayBy;
use crate::value::{Address, HostName, NodeName, Port, UrlPath};

/// A group of nodes at one kind of port.
#[derive(Debug, Clone, PartialEq)]
pub struct Upstream {
    /// Its name: letters, digits and `_`; unique in the front.
    pub name: String,
    /// What for.
    pub purpose: Purpose,
    /// The transport of the nodes behind it.
    pub transport: Transport,
    /// Whether that is the servlet transport, which serves console and admin services too.
    pub servlet: bool,
    /// Whether nodes are spoken to over TLS.
    pub tls: bool,
    /// Whether a node must prove itself by a certificate of the cluster's authority for [`Self::host`].
    pub verified: bool,
    /// The public name by which nodes are called: in `Host`, and in the TLS handshake.
    pub host: HostName,
    /// The nodes, those on standby behind the others.
    pub servers: Vec<Server>,
    /// Why and how a client stays with one node, if it must.
    pub affinity: Option<Affinity>,
    /// How to see that a node is alive.
    pub health: Health,
    /// Seconds that an idle connection to a node is kept: fewer than the node's own, which never closes one that is just
    /// being used. Tomcat's connector waits 20 s or more, the pass-through transport 60 s or more.
    pub idle: u16,
}

/// Why and how a client stays with one node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Affinity {
    /// The reason, as a sentence.
    pub reason: &'static str,
    /// What it is kept by, as far as the program can.
    pub by: StayBy,
}

/// How to see that a node is alive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Health {
    /// It answers this path with 200.
    Succeeds(UrlPath),
    /// It answers this path with anything but 502 to 504: the pass-through transport makes of a path what it will, and is
    /// alive if it is not starting or overloaded.
    Answers(UrlPath),
    /// It takes connections: no path is known that answers without a sign-in.
    Connects,
}

/// One node of an upstream.
#[derive(Debug, Clone, PartialEq)]
pub struct Server {
    /// The node.
    pub node: NodeName,
    /// Its address.
    pub address: Address,
    /// The port, with the node's offset.
    pub port: Port,
    /// Whether it is asked only while the others are down.
    pub standby: bool,
}

impl Upstream {
    /// The nodes that are asked: one at least, unless there is none at all.
    pub fn active(&self) -> impl Iterator<Item = &Server> {
        let only_standby = self.servers.iter().all(|server| server.standby);
        self.servers.iter().filter(move |server| only_standby || !server.standby)
    }

    /// The nodes that are asked while those are down.
    pub fn standby(&self) -> impl Iterator<Item = &Server> {
        let only_standby = self.servers.iter().all(|server| server.standby);
        self.servers.iter().filter(move |server| !only_standby && server.standby)
    }

    /// Whether clients of the services stay with one of its nodes.
    pub fn is_sticky_service(&self) -> bool {
        self.purpose == Purpose::Service && self.affinity.is_some()
    }

    /// The cookie of the load balancer's own that names a client's node. Another one for every upstream, as clients of one
    /// host may use several.
    pub fn cookie(&self) -> String {
        format!("{}_node", self.name)
    }
}

impl Health {
    /// The path that is asked for.
    pub fn path(&self) -> Option<&UrlPath> {
        match self {
            Self::Succeeds(path) | Self::Answers(path) => Some(path),
            Self::Connects => None,
        }
    }
}
