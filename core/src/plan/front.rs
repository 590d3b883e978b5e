use crate::catalogue::{Exposure, Purpose, Services, Transport};
use crate::design::{BalancerProgram, NodeTls, Serves, Sticky};
use crate::diagnostic::Path;
use crate::value::{Address, Cidr, HostName, Name, NodeName, Port, Version};

/// What one load balancer must do, whatever program does it.
#[derive(Debug, Clone, PartialEq)]
pub struct Front {
    /// What it is called.
    pub name: Name,
    /// The program.
    pub program: BalancerProgram,
    /// The version that its configuration is spelled for.
    pub version: Version,
    /// Where clients reach it; none where nobody said.
    pub address: Option<Address>,
    /// The network it stands in.
    pub network: Name,
    /// Whom it stands in front of.
    pub serves: Serves,
    /// The public port for HTTP.
    pub http_port: Port,
    /// The public port for HTTPS.
    pub https_port: Port,
    /// What it answers to.
    pub hosts: Vec<VirtualHost>,
    /// The groups of nodes that it sends requests to.
    pub upstreams: Vec<Upstream>,
    /// Where the design says it.
    pub at: Path,
}

/// A host name on a port.
#[derive(Debug, Clone, PartialEq)]
pub struct VirtualHost {
    /// The host name.
    pub name: HostName,
    /// What for.
    pub purpose: Purpose,
    /// The public port.
    pub port: Port,
    /// Whether it is TLS.
    pub tls: bool,
    /// What happens to a request.
    pub action: Action,
    /// Whom it is open to.
    pub exposure: Exposure,
    /// The networks that may ask; empty: all.
    pub allow: Vec<Cidr>,
    /// The largest request body, in megabytes.
    pub body_limit: u32,
    /// The ports of nodes that a redirect may name, and that must not reach the client.
    pub node_ports: Vec<Port>,
}

/// What happens to a request.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// It goes to a node of this upstream (its place in [`Front::upstreams`]).
    Proxy(usize),
    /// It is sent to the same name on HTTPS, at this public port.
    Redirect(Port),
}

/// A group of nodes at one kind of port.
#[derive(Debug, Clone, PartialEq)]
pub struct Upstream {
    /// Its name: letters, digits and `_`; unique in the front.
    pub name: String,
    /// What for.
    pub purpose: Purpose,
    /// The transport of the nodes behind it.
    pub transport: Transport,
    /// Whether nodes are spoken to over TLS.
    pub tls: bool,
    /// The nodes.
    pub servers: Vec<Server>,
    /// Why a client must stay with one node, if it must.
    pub affinity: Option<Affinity>,
    /// The path that shows whether a node is alive, on the servlet transport.
    pub health_path: &'static str,
}

/// Why a client stays with one node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Affinity {
    /// The reason, as a sentence.
    pub reason: &'static str,
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

impl Front {
    /// Whether services are reached through it.
    pub fn serves_services(&self) -> bool {
        matches!(self.serves, Serves::Services | Serves::Everything)
    }

    /// Whether the console is reached through it.
    pub fn serves_console(&self) -> bool {
        matches!(self.serves, Serves::Console | Serves::Everything)
    }

    /// Whether it takes a node's certificate only if the cluster's authority signed it.
    pub fn checks_nodes(&self, plan: &super::Plan) -> bool {
        plan.tls.nodes == NodeTls::Verified && self.upstreams.iter().any(|upstream| upstream.tls)
    }

    /// Whether service requests on HTTP are sent on to HTTPS.
    pub fn redirects_services(&self) -> bool {
        self.hosts.iter().any(|host| host.purpose == Purpose::Service && matches!(host.action, Action::Redirect(_)))
    }

    /// Where clients of the services stay with a node.
    pub fn sticky(&self) -> Sticky {
        let at = |tls| self.upstreams.iter().any(|upstream| upstream.is_sticky_service() && upstream.tls == tls);
        match (at(false), at(true)) {
            (true, _) => Sticky::Always,
            // Where HTTP only leads to HTTPS there is nothing to stay with.
            (false, true) => Sticky::Https,
            (false, false) => Sticky::Never,
        }
    }

    /// The certificates that it needs: the host names of its TLS virtual hosts, each once.
    pub fn certificates(&self) -> Vec<(Purpose, &HostName)> {
        let mut names: Vec<(Purpose, &HostName)> = Vec::new();
        for host in self.hosts.iter().filter(|host| host.tls) {
            if !names.iter().any(|(purpose, name)| *purpose == host.purpose && *name == &host.name) {
                names.push((host.purpose, &host.name));
            }
        }
        names
    }
}

impl Upstream {
    /// Whether its nodes are spoken to on the servlet transport, which serves console and admin services too.
    pub fn is_servlet(&self, services: Services) -> bool {
        match self.transport {
            Transport::Servlet => true,
            Transport::Services => services == Services::Servlet,
            Transport::WebSocket => false,
        }
    }

    /// Whether clients of the services stay with one of its nodes.
    pub fn is_sticky_service(&self) -> bool {
        self.purpose == Purpose::Service && self.affinity.is_some()
    }
}
