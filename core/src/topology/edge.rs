use super::Ends;
use crate::design::Role;
use crate::value::Port;
use std::borrow::Cow;
use std::fmt;

/// One kind of traffic between two parties.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edge {
    /// Who opens the connection.
    pub from: Party,
    /// Who takes it.
    pub to: Party,
    /// Where it comes from.
    pub sources: Ends,
    /// Where it goes.
    pub targets: Ends,
    /// The ports of the party that takes it.
    pub ports: Ports,
    /// What is spoken.
    pub protocol: Protocol,
    /// What it is for.
    pub purpose: Purpose,
    /// One clause on what goes over it.
    pub what: Cow<'static, str>,
}

/// An end of an edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Party {
    /// Whoever uses the services.
    Clients,
    /// Whoever uses the console.
    Administrators,
    /// What puts artifacts on nodes.
    Pipeline,
    /// A load balancer, by its place in the plan.
    Front(usize),
    /// Nodes of one role in one network, by their place in the topology.
    Nodes(usize),
    /// Nodes of one role in every network.
    Role(Role),
    /// Every node.
    Members,
    /// The database server.
    Database,
    /// The directory that users are in.
    Users,
    /// Where artifacts lie: a Subversion or a file server.
    Artifacts,
    /// The address that multicast goes to.
    MulticastGroup,
    /// What tells nodes of each other: Amazon EC2 or Kubernetes.
    Directory,
    /// NTP.
    Clocks,
}

/// What an edge is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Purpose {
    /// Requests to services.
    Services,
    /// The management console.
    Console,
    /// The cluster's own messages, and finding members.
    Membership,
    /// What nodes send each other besides.
    Nodes,
    /// Users, registry, processes.
    Database,
    /// Artifacts on their way to nodes.
    Artifacts,
    /// The time of day.
    Time,
}

/// What is spoken on an edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Protocol {
    /// HTTP.
    Http,
    /// HTTP over TLS.
    Https,
    /// Hazelcast over TCP, neither encrypted nor authenticated in the community edition.
    Hazelcast,
    /// Any other protocol over TCP, by name.
    Tcp(&'static str),
    /// Any protocol over UDP, by name.
    Udp(&'static str),
}

/// Ports, in ascending order, each once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ports(Vec<(u16, u16)>);

impl Ports {
    /// These ports; neighbours become a range.
    pub fn of(ports: impl IntoIterator<Item = Port>) -> Self {
        let mut all: Vec<u16> = ports.into_iter().map(Port::get).collect();
        all.sort_unstable();
        all.dedup();
        let mut ranges: Vec<(u16, u16)> = Vec::new();
        for port in all {
            match ranges.last_mut() {
                Some((_, last)) if last.checked_add(1) == Some(port) => *last = port,
                _ => ranges.push((port, port)),
            }
        }
        Self(ranges)
    }

    /// Every port from the first to the last.
    pub(crate) fn range(first: u16, last: u16) -> Self {
        Self(vec![(first, last)])
    }

    /// How many ranges there are.
    pub fn ranges(&self) -> usize {
        self.0.len()
    }
}

impl fmt::Display for Ports {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, (first, last)) in self.0.iter().enumerate() {
            if number > 0 {
                f.write_str(", ")?;
            }
            match first == last {
                true => write!(f, "{first}")?,
                false => write!(f, "{first}-{last}")?,
            }
        }
        Ok(())
    }
}

impl Protocol {
    /// The transport that a packet filter asks for.
    pub fn transport(self) -> &'static str {
        match self {
            Self::Udp(_) => "udp",
            _ => "tcp",
        }
    }
}

impl fmt::Display for Protocol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Http => "HTTP",
            Self::Https => "HTTPS",
            Self::Hazelcast => "Hazelcast",
            Self::Tcp(name) | Self::Udp(name) => name,
        })
    }
}

impl Purpose {
    /// A word for tables.
    pub fn word(self) -> &'static str {
        match self {
            Self::Services => "services",
            Self::Console => "console",
            Self::Membership => "cluster",
            Self::Nodes => "nodes",
            Self::Database => "database",
            Self::Artifacts => "artifacts",
            Self::Time => "time",
        }
    }
}
