use super::Basis;
use super::nodes::{dangling_network, is_declared};
use crate::balancer::balancer;
use crate::catalogue::{Door, PatternTraits, Services, Transport};
use crate::design::{BalancerProgram, BalancerSpec, Managers, Role, Serves, Sticky};
use crate::diagnostic::{Diagnostic, Path, Severity};
use crate::plan::{Action, Affinity, Exposure, Front, HostPlan, Network, Node, Purpose, Server, Upstream, VirtualHost};
use crate::value::{Cidr, Name, Port};
use std::collections::{BTreeMap, BTreeSet};

/// How many load balancers a design may have: each has every node in its files.
const MOST: usize = 64;

/// What the fronts are decided from: everything that was decided before them.
pub(super) struct Draft<'d> {
    pub(super) basis: Basis<'d>,
    pub(super) managers: Managers,
    pub(super) hosts: &'d HostPlan,
    pub(super) networks: &'d [Network],
    pub(super) nodes: &'d [Node],
}

impl Draft<'_> {
    /// The load balancers that the design says, or those that its pattern needs.
    pub(super) fn fronts(&self, notes: &mut Vec<Diagnostic>) -> Vec<Front> {
        let Basis { design, pattern, .. } = self.basis;
        let usual: Vec<BalancerSpec>;
        let said = match &design.balancers {
            Some(said) => said,
            // Nodes that get their addresses at start are found by the platform's own load balancer.
            None if self.nodes.iter().all(|node| node.address.is_none()) => return Vec::new(),
            None => {
                let spec = |(name, serves): &(&'static str, Serves)| BalancerSpec {
                    name: Some(Name::known(name)),
                    serves: Some(*serves),
                    ..BalancerSpec::default()
                };
                usual = pattern.balancers.iter().map(spec).collect();
                &usual
            }
        };
        if said.len() > MOST {
            notes.push(
                Diagnostic::new(
                    "too-many-balancers",
                    Severity::Error,
                    format!("there are more than {MOST} load balancers"),
                )
                .at("balancers")
                .help("each has the nodes of the whole cluster: take fewer, and larger ones"),
            );
        }
        let mut names = BTreeSet::new();
        let mut fronts = Vec::new();
        for (number, spec) in said.iter().enumerate().take(MOST) {
            let at = match design.balancers {
                Some(_) => Path::root().key("balancers").index(number),
                None => Path::root(),
            };
            let name = name(spec, number, said, pattern);
            if spec.name.is_some() && !names.insert(name.clone()) {
                notes.push(
                    Diagnostic::new(
                        "duplicate-name",
                        Severity::Error,
                        format!("two load balancers are called `{name}`"),
                    )
                    .at(at.clone().key("name"))
                    .help("give each load balancer a name of its own"),
                );
            }
            let network = self.network(spec, &at, notes);
            fronts.push(self.front(spec, name, network, number, at));
        }
        fronts
    }

    fn network(&self, spec: &BalancerSpec, at: &Path, notes: &mut Vec<Diagnostic>) -> Name {
        let usual = || self.networks.first().map_or_else(|| Name::known("default"), |network| network.name.clone());
        let name = spec.network.clone().unwrap_or_else(usual);
        if !is_declared(&name, self.networks) {
            notes.push(dangling_network(&name, self.networks, at.clone().key("network")));
        }
        name
    }

    fn front(&self, spec: &BalancerSpec, name: Name, network: Name, number: usize, at: Path) -> Front {
        let program = spec.program.unwrap_or(BalancerProgram::Nginx);
        let usual_serves = self.basis.pattern.balancers.get(number).map_or(Serves::Everything, |(_, serves)| *serves);
        let doors = self.doors();
        // In front of nodes that nobody speaks HTTP to there is only the console.
        let only_console = !doors.keys().any(|purpose| purpose.is_service_side());
        let serves = match spec.serves.unwrap_or(usual_serves) {
            Serves::Everything if only_console => Serves::Console,
            serves => serves,
        };
        let mut front = Front {
            name,
            program,
            version: spec.version.unwrap_or(balancer(program).version),
            address: spec.address.clone(),
            network,
            serves,
            http_port: spec.http_port.unwrap_or(Port::known(80)),
            https_port: spec.https_port.unwrap_or(Port::known(443)),
            hosts: Vec::new(),
            upstreams: Vec::new(),
            at,
        };
        for (purpose, door) in doors {
            match purpose {
                Purpose::Console if front.serves_console() => self.console(door, &mut front),
                Purpose::Console => {}
                Purpose::Service if front.serves_services() => self.services(spec, &mut front),
                _ if front.serves_services() => self.component(door, &mut front),
                _ => {}
            }
        }
        front
    }

    /// The doors of the nodes that there are, and of those that there must be, one for each purpose.
    fn doors(&self) -> BTreeMap<Purpose, &'static Door> {
        let Basis { pattern, release, .. } = self.basis;
        let needed = pattern.roles.of(release).into_iter().filter(|(_, number)| number.least > 0);
        let needed = needed.filter_map(|(role, _)| release.component(role));
        let all = self.nodes.iter().map(|node| node.component).chain(needed);
        let doors = all.flat_map(|component| component.doors).map(|door| (door.purpose, door));
        let mut found = BTreeMap::new();
        for (purpose, door) in doors {
            found.entry(purpose).or_insert(door);
        }
        found
    }

    /// The nodes behind a purpose, each with its door.
    fn behind(&self, purpose: Purpose) -> impl Iterator<Item = (&Node, &'static Door)> {
        self.nodes.iter().filter_map(move |node| Some((node, node.door(purpose)?)))
    }

    /// The service host: HTTP to the nodes' HTTP port (or on to HTTPS), HTTPS to their HTTPS port.
    fn services(&self, spec: &BalancerSpec, front: &mut Front) {
        let behind = || self.behind(Purpose::Service).map(|(node, _)| node);
        let node_ports = ports(behind().flat_map(|node| [node.ports.service_http, node.ports.service_https]));
        let host = |port, tls, action| VirtualHost {
            name: self.hosts.service.clone(),
            purpose: Purpose::Service,
            port,
            tls,
            action,
            exposure: Exposure::Public,
            allow: Vec::new(),
            body_limit: 20,
            node_ports: node_ports.clone(),
        };
        let upstream = |tls| Upstream {
            name: format!("wso2_{}_{}", self.identifier(), if tls { "https" } else { "http" }),
            purpose: Purpose::Service,
            transport: Transport::Services,
            tls,
            servers: behind()
                .filter_map(|node| server(node, if tls { node.ports.service_https } else { node.ports.service_http }))
                .collect(),
            affinity: self.affinity(spec, tls),
            health_path: self.basis.release.line.health,
        };
        let plain = if spec.redirect_http == Some(true) {
            Action::Redirect(front.https_port)
        } else {
            front.upstreams.push(upstream(false));
            Action::Proxy(front.upstreams.len() - 1)
        };
        front.upstreams.push(upstream(true));
        let secure = Action::Proxy(front.upstreams.len() - 1);
        front.hosts.push(host(front.http_port, false, plain));
        front.hosts.push(host(front.https_port, true, secure));
    }

    /// Where clients stay with a node, and why. Over HTTP only where they must, not merely where they may: clients of the
    /// pass-through transport are mostly programs.
    fn affinity(&self, spec: &BalancerSpec, tls: bool) -> Option<Affinity> {
        let (usual, reason) = match (self.basis.pattern.sticky_services, self.basis.release.line.services) {
            (true, _) => {
                (Sticky::Always, "the pattern ties every client to a node: sessions are in that node's memory")
            }
            (false, Services::Servlet) => {
                (Sticky::Always, "HTTP sessions of web applications are in one node's memory")
            }
            (false, Services::PassThrough) => {
                (Sticky::Https, "a session that a service behind the transport keeps is known to one node only")
            }
        };
        let usual = if self.basis.release.line.sticky_pass_through { usual } else { Sticky::Never };
        match spec.sticky.unwrap_or(usual) {
            Sticky::Never => None,
            Sticky::Https => tls.then_some(Affinity { reason }),
            Sticky::Always => Some(Affinity { reason }),
        }
    }

    /// The console host: a redirect on HTTP, and HTTPS to the nodes' 9443.
    fn console(&self, door: &'static Door, front: &mut Front) {
        let standby = self.behind(Purpose::Console).any(|(node, _)| node.role == Role::Manager)
            && self.managers == Managers::ActivePassive;
        self.over_https(door, standby, front);
    }

    /// Another host of its own: a redirect on HTTP, and HTTPS to the nodes.
    fn component(&self, door: &'static Door, front: &mut Front) {
        // Of several that deploy, one does at a time: two would overwrite each other's artifacts.
        let deploys = |(node, _): (&Node, &Door)| node.artifacts().is_some_and(|folder| !folder.is_empty());
        let manages = door.exposure == Exposure::Members && self.behind(door.purpose).any(deploys);
        self.over_https(door, manages && self.managers == Managers::ActivePassive, front);
    }

    fn over_https(&self, door: &'static Door, standby: bool, front: &mut Front) {
        let purpose = door.purpose;
        let behind: Vec<(&Node, &Door)> = self.behind(purpose).collect();
        // TLS ends at the load balancer where the transport has none of its own.
        let tls = door.transport != Transport::WebSocket || self.basis.release.line.secure_web_socket;
        let port = |node: &Node| {
            let (http, https) = node.ports.of(door.transport);
            if tls { https } else { http }
        };
        let servers = behind.iter().enumerate().filter_map(|(number, (node, _))| {
            server(node, port(node)).map(|server| Server { standby: standby && number > 0, ..server })
        });
        let active = if standby { 1 } else { behind.len() };
        let affinity = door.sticky.filter(|_| active > 1).map(|reason| Affinity { reason });
        front.upstreams.push(Upstream {
            name: format!("wso2_{}_{}", self.identifier(), purpose.key().replace('-', "_")),
            purpose,
            transport: door.transport,
            tls,
            servers: servers.collect(),
            affinity,
            health_path: self.basis.release.line.health,
        });
        let node_ports = ports(behind.iter().flat_map(|(node, door)| {
            let (http, https) = node.ports.of(door.transport);
            [http, https]
        }));
        let host = |port, tls, action| VirtualHost {
            name: self.hosts.of(purpose).clone(),
            purpose,
            port,
            tls,
            action,
            exposure: door.exposure,
            allow: self.allowed(door.exposure),
            body_limit: if purpose == Purpose::Console { 512 } else { 20 },
            node_ports: node_ports.clone(),
        };
        front.hosts.push(host(front.http_port, false, Action::Redirect(front.https_port)));
        front.hosts.push(host(front.https_port, true, Action::Proxy(front.upstreams.len() - 1)));
    }

    /// The networks that may ask: none said, all.
    fn allowed(&self, exposure: Exposure) -> Vec<Cidr> {
        let console = &self.basis.design.access.console;
        match exposure {
            Exposure::Public | Exposure::SignIns => Vec::new(),
            Exposure::Administrators => console.clone(),
            Exposure::Members if console.is_empty() => Vec::new(),
            Exposure::Members => {
                let own = self.nodes.iter().filter_map(|node| Some(Cidr::of(node.address.as_ref()?.ip()?)));
                let mut all: Vec<Cidr> = own.chain(console.iter().copied()).collect();
                let mut seen = BTreeSet::new();
                all.retain(|network| seen.insert(network.to_string()));
                all
            }
        }
    }

    /// The product's key as programs of load balancers take it for a name.
    fn identifier(&self) -> String {
        self.basis.product.id.replace('-', "_")
    }
}

fn name(spec: &BalancerSpec, number: usize, all: &[BalancerSpec], pattern: &'static PatternTraits) -> Name {
    let usual = match pattern.balancers.get(number) {
        Some((usual, _)) => Name::known(usual),
        None => format!("lb-{}", number + 1).parse().unwrap_or_else(|_| Name::known("lb")),
    };
    let taken = |name: &Name| all.iter().any(|other| other.name.as_ref() == Some(name));
    match &spec.name {
        Some(name) => name.clone(),
        None if taken(&usual) => format!("{usual}-{}", number + 1).parse().unwrap_or(usual),
        None => usual,
    }
}

/// A node of an upstream, if its address is known.
fn server(node: &Node, port: Port) -> Option<Server> {
    let address = node.address.clone()?;
    Some(Server { node: node.name.clone(), address, port, standby: false })
}

fn ports(all: impl Iterator<Item = Port>) -> Vec<Port> {
    let mut ports: Vec<Port> = all.collect();
    ports.sort_unstable();
    ports.dedup();
    ports
}
