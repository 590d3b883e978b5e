mod links;
mod membership;
mod stores;

use super::{Edge, Ends, Group, Party, Ports, Protocol, Purpose, Spans, Topology};
use crate::design::Role;
use crate::plan::{Action, Exposure, Node, Plan, Purpose as For};
use crate::value::{Address, Port};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// How many rows one kind of traffic may take because its nodes use different ports; beyond that one row names all
/// ports and all nodes.
const MOST_CLASSES: usize = 8;

pub(super) fn topology(plan: &Plan) -> Topology<'_> {
    let mut builder = Builder { plan, groups: groups(plan), edges: Vec::new() };
    builder.clients();
    builder.balancers();
    builder.without_balancers();
    builder.membership();
    builder.links();
    builder.database();
    builder.users();
    builder.own_requests();
    builder.artifacts();
    builder.time();
    Topology { plan, groups: builder.groups, edges: builder.edges }
}

fn groups(plan: &Plan) -> Vec<Group> {
    let places: BTreeMap<_, usize> =
        plan.networks.iter().enumerate().map(|(place, network)| (&network.name, place)).collect();
    let mut found: BTreeMap<((usize, usize), usize), Vec<usize>> = BTreeMap::new();
    for (number, node) in plan.nodes.iter().enumerate() {
        let role = (usize::from(node.role == Role::Manager), node.role as usize);
        let network = places.get(&node.network).copied().unwrap_or(usize::MAX);
        found.entry((role, network)).or_default().push(number);
    }
    let group = |nodes: Vec<usize>| {
        let first = plan.nodes.get(*nodes.first()?)?;
        Some(Group { role: first.role, network: first.network.clone(), nodes })
    };
    found.into_values().filter_map(group).collect()
}

struct Builder<'p> {
    plan: &'p Plan,
    groups: Vec<Group>,
    edges: Vec<Edge>,
}

impl<'p> Builder<'p> {
    fn members(&self) -> Ends {
        Ends::Machines(Spans::of(self.plan.nodes.iter().map(|node| node.address.as_ref())))
    }

    fn administrators(&self) -> Ends {
        match self.plan.access.console.as_slice() {
            [] => Ends::Anyone,
            networks => Ends::Networks(networks.to_vec()),
        }
    }

    /// From people to the public ports of the load balancers.
    fn clients(&mut self) {
        for (number, front) in self.plan.fronts.iter().enumerate() {
            for host in &front.hosts {
                let (from, purpose, sources) = match host.exposure {
                    Exposure::Public | Exposure::SignIns => (Party::Clients, Purpose::Services, Ends::Anyone),
                    Exposure::Members if host.allow.is_empty() => (Party::Clients, Purpose::Services, Ends::Anyone),
                    Exposure::Members => (Party::Clients, Purpose::Services, Ends::Networks(host.allow.clone())),
                    Exposure::Administrators => (Party::Administrators, Purpose::Console, self.administrators()),
                };
                let what = match (&host.action, host.purpose) {
                    (Action::Redirect(_), _) => format!("{}: only sent on to HTTPS", host.name),
                    (_, For::Console) => format!("console at {}", host.name),
                    _ => format!("requests to {}", host.name),
                };
                self.edges.push(Edge {
                    from,
                    to: Party::Front(number),
                    sources,
                    targets: Ends::Machines(Spans::of([front.address.as_ref()])),
                    ports: Ports::of([host.port]),
                    protocol: if host.tls { Protocol::Https } else { Protocol::Http },
                    purpose,
                    what: what.into(),
                });
            }
        }
    }

    /// From load balancers to nodes.
    fn balancers(&mut self) {
        for (number, front) in self.plan.fronts.iter().enumerate() {
            let sources = Ends::Machines(Spans::of([front.address.as_ref()]));
            for upstream in &front.upstreams {
                let protocol = if upstream.tls { Protocol::Https } else { Protocol::Http };
                for group in self.groups_of(upstream.purpose) {
                    let port = |node: &Node| {
                        let (http, https) = node.ports.of(upstream.transport);
                        if upstream.tls { https } else { http }
                    };
                    let (purpose, what) = described(upstream.purpose);
                    self.edges_to(Party::Front(number), &sources, group, port, protocol, purpose, what);
                }
            }
        }
    }

    /// People go to the nodes themselves where no load balancer stands before them.
    fn without_balancers(&mut self) {
        if self.plan.console_front().is_none() {
            let sources = self.administrators();
            for group in self.groups_of(For::Console) {
                let port = |node: &Node| node.ports.https;
                let what = "console, on the node itself";
                let purpose = Purpose::Console;
                self.edges_to(Party::Administrators, &sources, group, port, Protocol::Https, purpose, what);
            }
        }
        if self.plan.service_front().is_none() {
            for group in self.groups_of(For::Service) {
                let what = "requests, from the platform's load balancer or straight from clients";
                for (protocol, port) in [
                    (Protocol::Http, (|node| node.ports.service_http) as fn(&Node) -> Port),
                    (Protocol::Https, |node| node.ports.service_https),
                ] {
                    self.edges_to(Party::Clients, &Ends::Anyone, group, port, protocol, Purpose::Services, what);
                }
            }
        }
    }

    fn groups_of(&self, purpose: For) -> Vec<usize> {
        let has = |group: &usize| {
            let first = self.groups[*group].nodes.first().and_then(|node| self.plan.nodes.get(*node));
            first.is_some_and(|node| node.door(purpose).is_some())
        };
        (0..self.groups.len()).filter(has).collect()
    }

    #[expect(clippy::too_many_arguments, reason = "an edge has that many sides")]
    fn edges_to(
        &mut self,
        from: Party,
        sources: &Ends,
        group: usize,
        port: impl Fn(&Node) -> Port,
        protocol: Protocol,
        purpose: Purpose,
        what: &'static str,
    ) {
        let nodes = self.groups[group].nodes.iter().filter_map(|node| self.plan.nodes.get(*node));
        for (ports, targets) in classes(nodes, port) {
            self.edges.push(Edge {
                from,
                to: Party::Nodes(group),
                sources: sources.clone(),
                targets,
                ports,
                protocol,
                purpose,
                what: Cow::Borrowed(what),
            });
        }
    }

    /// Every node, or, where some have no part in it, one party for each role that has.
    fn parties(&self, has_part: impl Fn(&Node) -> bool) -> Vec<(Party, Ends)> {
        let group_has = |group: &usize| {
            self.groups[*group].nodes.iter().filter_map(|node| self.plan.nodes.get(*node)).any(&has_part)
        };
        let groups: Vec<usize> = (0..self.groups.len()).filter(group_has).collect();
        match groups.len() == self.groups.len() {
            true => vec![(Party::Members, self.members())],
            false => self.by_role(&groups),
        }
    }

    /// One party for each role, so that edges do not grow with the square of the networks.
    fn by_role(&self, groups: &[usize]) -> Vec<(Party, Ends)> {
        let mut roles: Vec<Role> = groups.iter().map(|group| self.groups[*group].role).collect();
        roles.dedup();
        let party = |role| {
            let of_role: Vec<usize> = groups.iter().copied().filter(|group| self.groups[*group].role == role).collect();
            let nodes = of_role.iter().flat_map(|group| &self.groups[*group].nodes);
            let addresses = nodes.filter_map(|node| self.plan.nodes.get(*node)).map(|node| node.address.as_ref());
            (self.party(role), Ends::Machines(Spans::of(addresses)))
        };
        roles.into_iter().map(party).collect()
    }

    /// The nodes of a role as one party.
    fn party(&self, role: Role) -> Party {
        let mut of_role = self.groups.iter().enumerate().filter(|(_, group)| group.role == role);
        match (of_role.next(), of_role.next()) {
            (Some((one, _)), None) => Party::Nodes(one),
            _ => Party::Role(role),
        }
    }

    fn time(&mut self) {
        self.edges.push(Edge {
            from: Party::Members,
            to: Party::Clocks,
            sources: self.members(),
            targets: Ends::Words("the time servers"),
            ports: Ports::of([Port::known(123)]),
            protocol: Protocol::Udp("NTP"),
            purpose: Purpose::Time,
            what: "the same time on every node".into(),
        });
    }
}

fn described(purpose: For) -> (Purpose, &'static str) {
    match purpose {
        For::Console => (Purpose::Console, "the console"),
        _ => (Purpose::Services, "requests, spread over the nodes"),
    }
}

/// Nodes by the port they use, in the order of the ports.
fn classes<'n>(nodes: impl Iterator<Item = &'n Node>, port: impl Fn(&Node) -> Port) -> Vec<(Ports, Ends)> {
    classes_of(nodes, |node| vec![port(node)])
}

/// Nodes by the ports they use, in the order of the ports.
fn classes_of<'n>(nodes: impl Iterator<Item = &'n Node>, ports: impl Fn(&Node) -> Vec<Port>) -> Vec<(Ports, Ends)> {
    let mut found: BTreeMap<Vec<Port>, Vec<Option<&Address>>> = BTreeMap::new();
    for node in nodes {
        found.entry(ports(node)).or_default().push(node.address.as_ref());
    }
    if found.len() > MOST_CLASSES {
        let ports = Ports::of(found.keys().flatten().copied());
        let all = Spans::of(found.into_values().flatten());
        return vec![(ports, Ends::Machines(all))];
    }
    found.into_iter().map(|(ports, nodes)| (Ports::of(ports), Ends::Machines(Spans::of(nodes)))).collect()
}
