use crate::catalogue::{
    Component, DatabaseNeed, Door, Feature, Layout, Line, Link, Moves, Product, Purpose, Release, Transport,
};
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
    /// What runs on it: the design's product, or the analytics beside it.
    pub product: &'static Product,
    /// The release of that.
    pub release: &'static Release,
    /// The kind of node that it is there.
    pub component: &'static Component,
    /// Its Hazelcast group, by its place in [`super::ClusterPlan::groups`]; none where it belongs to none.
    pub group: Option<usize>,
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
    /// The gateway's WebSocket: 9099.
    pub ws: Port,
    /// The gateway's WebSocket over TLS: 8099.
    pub wss: Port,
}

impl Ports {
    /// The ports of a transport, without and with TLS.
    pub fn of(&self, transport: Transport) -> (Port, Port) {
        match transport {
            Transport::Services => (self.service_http, self.service_https),
            Transport::Servlet => (self.http, self.https),
            Transport::WebSocket => (self.ws, self.wss),
        }
    }
}

impl Node {
    /// Whether it runs with `-DworkerNode=true`.
    pub fn is_worker(&self) -> bool {
        self.component.worker
    }

    /// The value of the `subDomain` member property; an equal node has none.
    pub fn sub_domain(&self) -> Option<&'static str> {
        self.component.sub_domain
    }

    /// Whether the console runs on it.
    pub fn has_console(&self) -> bool {
        self.component.has_console()
    }

    /// Whether clients' requests come to it.
    pub fn serves(&self) -> bool {
        self.component.serves()
    }

    /// Its door for a purpose.
    pub fn door(&self, purpose: Purpose) -> Option<&'static Door> {
        self.component.door(purpose)
    }

    /// The line of releases that it belongs to.
    pub fn line(&self) -> &'static Line {
        self.release.line
    }

    /// Where things are in its home.
    pub fn layout(&self) -> &'static Layout {
        self.component.layout.unwrap_or(self.release.line.layout)
    }

    /// A port that its configuration names, moved so that nodes of one machine differ.
    pub fn written(&self, port: u16) -> Option<Port> {
        Port::known(port).shifted(self.offset.get().saturating_sub(self.line().offset))
    }

    /// The ports on which it takes a link.
    pub fn ports_for<'l>(&self, link: &'l Link) -> impl Iterator<Item = Port> + use<'l> {
        let by = match link.moves {
            Moves::WithOffset | Moves::Seeks(_) => self.offset.get(),
            Moves::Never => 0,
            Moves::AsWritten | Moves::Written => self.offset.get().saturating_sub(self.line().offset),
        };
        link.ports.iter().filter_map(move |port| Port::known(*port).shifted(by))
    }

    /// Those ports, and what else it may take the link on.
    pub fn reach_of<'l>(&self, link: &'l Link) -> impl Iterator<Item = Port> + use<'l> {
        let (from, to) = match link.moves {
            Moves::WithOffset | Moves::Never | Moves::Written => (0, 0),
            Moves::Seeks(further) => (1, further),
            Moves::AsWritten => (self.offset.get(), self.offset.get()),
        };
        self.ports_for(link)
            .flat_map(move |port| std::iter::once(port).chain((from..=to).filter_map(move |by| port.shifted(by))))
    }

    /// Its folder below what the nodes share of deployed artifacts; none where nothing is deployed on it.
    pub fn artifacts(&self) -> Option<&'static str> {
        self.component.artifacts
    }

    /// Whether it is made of this.
    pub fn has(&self, feature: Feature) -> bool {
        self.release.line.has(feature)
    }

    /// What it needs a database for; none where it does not.
    pub fn need(&self, purpose: crate::design::DatabaseUse) -> Option<&'static DatabaseNeed> {
        self.release.line.database(purpose).filter(|_| self.component.needs(purpose))
    }
}
