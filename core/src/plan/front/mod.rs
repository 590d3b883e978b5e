//! What the load balancers must do, whatever program does it. Everything that a program is told comes from here.

pub mod conduct;
mod refusal;
mod upstream;
mod virtual_host;

pub use conduct::Limits;
pub use refusal::{Paths, Pattern, Refusal, ServiceName};
pub use upstream::{Affinity, Health, Server, Upstream};
pub use virtual_host::{Action, VirtualHost};

use crate::catalogue::Purpose;
use crate::design::{BalancerProgram, Serves, StayBy, Sticky};
use crate::diagnostic::Path;
use crate::value::{Address, HostName, Name, Port, UrlPath, Version};

/// What one load balancer must do, whatever program does it.
#[derive(Debug, Clone, PartialEq)]
pub struct Front {
    /// What it is called.
    pub name: Name,
    /// The program.
    pub program: BalancerProgram,
    /// The version that its configuration is spelled for; none where the program has none.
    pub version: Option<Version>,
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
    /// Times and sizes.
    pub limits: Limits,
    /// What a client is kept on its node by, where it is.
    pub stay_by: StayBy,
    /// The path that was said to show whether a node is alive.
    pub health_path: Option<UrlPath>,
    /// Where the design says it.
    pub at: Path,
}

/// Why a virtual host is left out whose name and port another one has.
pub(crate) const REPEATED: &str = "another virtual host has this name and port already";

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
    pub fn checks_nodes(&self) -> bool {
        self.upstreams.iter().any(|upstream| upstream.verified)
    }

    /// Whether service requests on HTTP are sent on to HTTPS.
    pub fn redirects_services(&self) -> bool {
        self.hosts.iter().any(|host| host.purpose == Purpose::Service && matches!(host.action, Action::Redirect(_)))
    }

    /// Where clients of the services stay with a node.
    pub fn sticky(&self) -> Sticky {
        let at = |tls| self.upstreams.iter().any(|upstream| upstream.is_sticky_service() && upstream.tls == tls);
        conduct::sticky(at(false), at(true))
    }

    /// Whether clients stay with a node for a session of its servlet container.
    pub fn has_servlet_sessions(&self) -> bool {
        self.upstreams.iter().any(|upstream| upstream.servlet && upstream.affinity.is_some())
    }

    /// The public ports, each with whether it is TLS, ascending.
    pub fn listeners(&self) -> Vec<(Port, bool)> {
        let mut all: Vec<(Port, bool)> = self.hosts.iter().map(|host| (host.port, host.tls)).collect();
        all.sort_unstable();
        all.dedup_by_key(|(port, _)| *port);
        all
    }

    /// Whether it listens on IPv6 as well: its address is one.
    pub fn listens_on_ipv6(&self) -> bool {
        self.address.as_ref().and_then(|address| address.ip()).is_some_and(|ip| ip.is_ipv6())
    }

    /// The upstream behind a virtual host; none where it only redirects.
    pub fn upstream(&self, host: &VirtualHost) -> Option<&Upstream> {
        match host.action {
            Action::Proxy(upstream) => self.upstreams.get(upstream),
            Action::Redirect(_) => None,
        }
    }

    /// Whether an earlier virtual host has this name and port already.
    pub fn repeats(&self, host: &VirtualHost) -> bool {
        let same = |other: &&VirtualHost| other.name == host.name && other.port == host.port;
        !self.hosts.iter().find(same).is_some_and(|first| std::ptr::eq(first, host))
    }

    /// Why a virtual host cannot be written, if it cannot: a sentence's end.
    pub fn obstacle(&self, host: &VirtualHost) -> Option<&'static str> {
        if self.repeats(host) {
            return Some(REPEATED);
        }
        let nodes = |host: &VirtualHost| self.upstream(host).is_some_and(|upstream| !upstream.servers.is_empty());
        let reached = match host.action {
            Action::Proxy(_) => nodes(host),
            Action::Redirect(port) => {
                self.hosts.iter().any(|other| other.name == host.name && other.port == port && nodes(other))
            }
        };
        (!reached).then_some("the design has no node with an address for it")
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
