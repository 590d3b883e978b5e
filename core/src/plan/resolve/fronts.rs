use super::Basis;
use super::nodes::{dangling_network, is_declared};
use crate::balancer::{Stays, balancer};
use crate::catalogue::{Door, Generation, PatternTraits, Services, Transport};
use crate::design::{BalancerProgram, BalancerSpec, Managers, Role, Serves, StayBy, Sticky};
use crate::diagnostic::{Diagnostic, Path, Severity};
use crate::plan::front::conduct;
use crate::plan::{
    Action, Affinity, Exposure, Front, Health, HostPlan, Limits, Network, Node, Purpose, Server, Upstream, VirtualHost,
};
use crate::value::{Cidr, Count, Name, Port, UrlPath, Version};
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
    /// Whether nodes must prove themselves.
    pub(super) nodes_verified: bool,
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
        let mut fronts: Vec<Front> = Vec::new();
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
        // A connector that stands behind two load balancers names the ports of one, so each mends those of all.
        let public = ports(fronts.iter().flat_map(|front| [front.http_port, front.https_port]));
        for host in fronts.iter_mut().flat_map(|front| &mut front.hosts) {
            host.redirect_ports = ports(host.redirect_ports.iter().chain(&public).copied());
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
        let version = balancer(program).version.map(|usual| spec.version.unwrap_or(usual));
        let mut front = Front {
            name,
            program,
            version,
            address: spec.address.clone(),
            network,
            serves,
            http_port: spec.http_port.unwrap_or(Port::known(80)),
            https_port: spec.https_port.unwrap_or(Port::known(443)),
            hosts: Vec::new(),
            upstreams: Vec::new(),
            limits: Limits {
                answer: spec.answer_timeout.map_or(300, Count::get),
                body: spec.body_limit.map_or(20, Count::get),
            },
            stay_by: self.stay_by(program, version, spec),
            health_path: spec.health_path.clone(),
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
        let redirect_ports = ports(behind().flat_map(|node| [node.ports.service_http, node.ports.service_https]));
        let host = |port, tls, action| VirtualHost {
            name: self.hosts.service.clone(),
            purpose: Purpose::Service,
            port,
            tls,
            action,
            exposure: Exposure::Public,
            allow: Vec::new(),
            refusals: self.refusals(Purpose::Service, Exposure::Public),
            headers: headers(Purpose::Service, tls, port),
            body_limit: front.limits.body.into(),
            redirect_ports: redirect_ports.clone(),
        };
        let (plain, secure) = (
            host(front.http_port, false, Action::Redirect(front.https_port)),
            host(front.https_port, true, Action::Proxy(0)),
        );
        let servlet = self.basis.release.line.services == Services::Servlet;
        let upstream = |tls| Upstream {
            name: format!("wso2_{}_{}", self.identifier(), if tls { "https" } else { "http" }),
            purpose: Purpose::Service,
            transport: Transport::Services,
            servlet,
            tls,
            verified: tls && self.nodes_verified,
            host: self.hosts.service.clone(),
            servers: behind()
                .filter_map(|node| server(node, if tls { node.ports.service_https } else { node.ports.service_http }))
                .collect(),
            affinity: self.affinity(spec, front.stay_by, tls),
            health: self.health(spec.health_path.as_ref(), servlet),
            idle: idle(servlet),
        };
        let mut to = |upstream| {
            front.upstreams.push(upstream);
            Action::Proxy(front.upstreams.len() - 1)
        };
        let redirects = spec.redirect_http == Some(true);
        let plain = VirtualHost { action: if redirects { plain.action } else { to(upstream(false)) }, ..plain };
        let secure = VirtualHost { action: to(upstream(true)), ..secure };
        front.hosts.extend([plain, secure]);
    }

    /// Where clients stay with a node, and why. Over HTTP only where they must, not merely where they may: clients of the
    /// pass-through transport are mostly programs.
    fn affinity(&self, spec: &BalancerSpec, by: StayBy, tls: bool) -> Option<Affinity> {
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
            Sticky::Https => tls.then_some(Affinity { reason, by }),
            Sticky::Always => Some(Affinity { reason, by }),
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
        let servlet = match door.transport {
            Transport::Servlet => true,
            Transport::Services => self.basis.release.line.services == Services::Servlet,
            Transport::WebSocket => false,
        };
        let servers = behind.iter().enumerate().filter_map(|(number, (node, _))| {
            server(node, port(node)).map(|server| Server { standby: standby && number > 0, ..server })
        });
        let active = if standby { 1 } else { behind.len() };
        let affinity = door.sticky.filter(|_| active > 1).map(|reason| Affinity { reason, by: front.stay_by });
        front.upstreams.push(Upstream {
            name: format!("wso2_{}_{}", self.identifier(), purpose.key().replace('-', "_")),
            purpose,
            transport: door.transport,
            servlet,
            tls,
            verified: tls && self.nodes_verified,
            host: self.hosts.of(purpose).clone(),
            servers: servers.collect(),
            affinity,
            health: match door.transport {
                Transport::WebSocket => Health::Connects,
                Transport::Services | Transport::Servlet => self.health(front.health_path.as_ref(), servlet),
            },
            idle: idle(servlet),
        });
        let redirect_ports = ports(behind.iter().flat_map(|(node, door)| {
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
            refusals: self.refusals(purpose, door.exposure),
            headers: headers(purpose, tls, port),
            body_limit: if purpose == Purpose::Console { conduct::CONSOLE_BODY } else { front.limits.body.into() },
            redirect_ports: redirect_ports.clone(),
        };
        let plain = host(front.http_port, false, Action::Redirect(front.https_port));
        let secure = host(front.https_port, true, Action::Proxy(front.upstreams.len() - 1));
        front.hosts.extend([plain, secure]);
    }

    /// The networks that may ask: none said, all.
    fn allowed(&self, exposure: Exposure) -> Vec<Cidr> {
        let console = &self.basis.design.access.console;
        match exposure {
            Exposure::Public | Exposure::SignIns => Vec::new(),
            Exposure::Administrators => console.clone(),
            Exposure::Members if console.is_empty() => Vec::new(),
            Exposure::Members => self.members(),
        }
    }

    /// The addresses of the cluster's own nodes of a kind, each once.
    pub(super) fn own(&self, which: impl Fn(&Node) -> bool) -> Vec<Cidr> {
        let nodes = self.nodes.iter().filter(|node| which(node));
        unique(nodes.filter_map(|node| Some(Cidr::of(node.address.as_ref()?.ip()?))))
    }

    /// The addresses of the cluster's own nodes, and the networks of administrators.
    pub(super) fn members(&self) -> Vec<Cidr> {
        unique(self.own(|_| true).into_iter().chain(self.basis.design.access.console.iter().copied()))
    }

    /// What a client is kept on its node by: what was said, as far as program and nodes can.
    fn stay_by(&self, program: BalancerProgram, version: Option<Version>, spec: &BalancerSpec) -> StayBy {
        let can = |by: &StayBy| match (balancer(program).stays)(version, *by) {
            Stays::ByItself | Stays::Emulated => true,
            Stays::ByRoute => self.basis.release.line.generation == Generation::Xml,
            Stays::Otherwise => false,
        };
        spec.stay_by.filter(can).unwrap_or(StayBy::BalancerCookie)
    }

    /// How to see that a node is alive.
    fn health(&self, said: Option<&UrlPath>, servlet: bool) -> Health {
        let usual = self.basis.release.line.health;
        match (said, servlet) {
            (Some(path), _) => Health::Succeeds(path.clone()),
            (None, _) if usual.is_empty() => Health::Connects,
            (None, true) => Health::Succeeds(UrlPath::known(usual)),
            (None, false) => Health::Answers(UrlPath::known(usual)),
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

/// Seconds for which an idle connection to a node is kept.
fn idle(servlet: bool) -> u16 {
    if servlet { 15 } else { 55 }
}

/// What answers of a host carry instead of what the node says.
fn headers(purpose: Purpose, tls: bool, port: Port) -> Vec<(&'static str, &'static str)> {
    let mut all = Vec::new();
    // Browsers go to 443 where http:// leads to port 80: nobody is there if HTTPS has another port.
    if tls && port.get() == 443 {
        all.push(("Strict-Transport-Security", conduct::tls::HSTS));
    }
    if purpose == Purpose::Console {
        all.push(("X-Content-Type-Options", "nosniff"));
        all.push(("X-Frame-Options", "SAMEORIGIN"));
        all.push(("Referrer-Policy", "strict-origin-when-cross-origin"));
    }
    all
}

fn unique(all: impl Iterator<Item = Cidr>) -> Vec<Cidr> {
    let mut seen = BTreeSet::new();
    all.filter(|network| seen.insert(network.to_string())).collect()
}
