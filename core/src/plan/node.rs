use crate::design::Role;
use crate::diagnostic::Path;
use crate::value::{Address, Name, NodeName, Offset, Port};

/// One node.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// Its name.
    pub name: NodeName,
    /// What it does.
    pub role: Role,
    /// Whether it is the first of its role: the first manager (or node) sets the databases up and commits artifacts.
    pub first: bool,
    /// Its address; none where the platform gives it one at start.
    pub address: Option<Address>,
    /// The network it stands in.
    pub network: Name,
    /// Whether another node is on the same machine.
    pub shares_machine: bool,
    /// Added to every port but the member port.
    pub offset: Offset,
    /// The TCP port for the cluster's own messages; no offset is added to it.
    pub member_port: Port,
    /// Its ports, with the offset.
    pub ports: Ports,
    /// Where the design says it.
    pub at: Path,
}

/// The ports of a node, with its offset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ports {
    /// The servlet transport over HTTP: 9763.
    pub http: Port,
    /// The servlet transport over HTTPS, and the console: 9443.
    pub https: Port,
    /// Where services are over HTTP: 8280, or the servlet port.
    pub service_http: Port,
    /// Where services are over HTTPS: 8243, or the servlet port.
    pub service_https: Port,
}

impl Node {
    /// Whether it runs with `-DworkerNode=true`.
    pub fn is_worker(&self) -> bool {
        self.role == Role::Worker
    }

    /// The value of the `subDomain` member property; an equal node has none.
    pub fn sub_domain(&self) -> Option<&'static str> {
        match self.role {
            Role::Manager => Some("mgt"),
            Role::Worker => Some("worker"),
            Role::Node => None,
        }
    }
}
