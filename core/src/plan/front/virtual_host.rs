use super::Refusal;
use crate::catalogue::{Exposure, Purpose};
use crate::value::{Cidr, HostName, Port};

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
    /// The paths that must not be reached under this name, in the order in which they are looked at.
    pub refusals: Vec<Refusal>,
    /// What answers carry instead of what the node says, by the header's name.
    pub headers: Vec<(&'static str, &'static str)>,
    /// The largest request body, in megabytes of 1,048,576 bytes.
    pub body_limit: u32,
    /// The ports that a node's redirect may name behind this host's name, ascending: those of the nodes, and the public
    /// ones of all load balancers. The client must get the public port of this one instead.
    pub redirect_ports: Vec<Port>,
}

/// What happens to a request.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// It goes to a node of this upstream (its place in [`super::Front::upstreams`]).
    Proxy(usize),
    /// It is sent to the same name on HTTPS, at this public port.
    Redirect(Port),
}

impl VirtualHost {
    /// The host as clients write it in `Host`: with the port where it is not the scheme's own.
    pub fn authority(&self) -> String {
        if self.has_usual_port() { self.name.to_string() } else { format!("{}:{}", self.name, self.port) }
    }

    /// Where it is, as the beginning of a URL: `https://esb.example.com:8443`.
    pub fn origin(&self) -> String {
        format!("{}://{}", self.scheme(), self.authority())
    }

    /// `http` or `https`.
    pub fn scheme(&self) -> &'static str {
        if self.tls { "https" } else { "http" }
    }

    /// Whether its port is its scheme's own.
    pub fn has_usual_port(&self) -> bool {
        self.port.get() == if self.tls { 443 } else { 80 }
    }
}
