use wso2_design_core::plan::Plan;
use wso2_design_core::topology::{Ends, Party, Purpose, Spans, Topology};

/// What is drawn of a topology: boxes in layers, and wires from a layer to a later one.
pub(super) struct Graph<'p> {
    pub(super) topology: Topology<'p>,
    /// Who asks, the load balancers, the nodes, what they share.
    pub(super) layers: Vec<Vec<Party>>,
    pub(super) wires: Vec<Wire>,
}

/// A line between two boxes.
pub(super) struct Wire {
    pub(super) from: Party,
    pub(super) to: Party,
    /// The ports that are reached over it, with what is spoken there.
    pub(super) label: String,
}

impl<'p> Graph<'p> {
    pub(super) fn of(plan: &'p Plan) -> Self {
        let topology = Topology::of(plan);
        let mut layers = vec![Vec::new(); 4];
        layers[1] = (0..plan.fronts.len()).map(Party::Front).collect();
        layers[2] = (0..topology.groups.len()).map(Party::Nodes).collect();
        let mut wires: Vec<(Party, Party, Vec<(String, String)>)> = Vec::new();
        for edge in &topology.edges {
            for from in ends(&topology, edge.from) {
                for to in ends(&topology, edge.to) {
                    let (Some(above), Some(below)) = (layer(from), layer(to)) else { continue };
                    if above >= below {
                        continue;
                    }
                    for (party, layer) in [(from, above), (to, below)] {
                        if !layers[layer].contains(&party) {
                            layers[layer].push(party);
                        }
                    }
                    let said = (edge.protocol.to_string(), edge.ports.to_string());
                    match wires.iter_mut().find(|wire| (wire.0, wire.1) == (from, to)) {
                        Some(wire) if wire.2.contains(&said) => {}
                        Some(wire) => wire.2.push(said),
                        None => wires.push((from, to, vec![said])),
                    }
                }
            }
        }
        layers.iter_mut().for_each(|layer| layer.sort());
        layers.retain(|layer| !layer.is_empty());
        let wires = wires.into_iter().map(|(from, to, said)| Wire { from, to, label: label(said) }).collect();
        Self { topology, layers, wires }
    }

    /// Every box, from above to below and from left to right.
    pub(super) fn parties(&self) -> impl Iterator<Item = Party> {
        self.layers.iter().flatten().copied()
    }

    /// What stands on the frame.
    pub(super) fn title(&self, party: Party) -> String {
        let name = self.topology.label(party);
        match party {
            Party::Nodes(group) => match self.topology.groups.get(group).map_or(0, |group| group.nodes.len()) {
                1 => name,
                several => format!("{name} × {several}"),
            },
            _ => name,
        }
    }

    /// What stands within, in at most so many lines.
    pub(super) fn lines(&self, party: Party, most: usize) -> Vec<String> {
        let plan = self.topology.plan;
        match party {
            Party::Nodes(group) => self.nodes(group, most),
            Party::Front(front) => plan.fronts.get(front).map_or_else(Vec::new, |front| {
                let program = wso2_design_core::balancer::balancer(front.program).name;
                let address = front.address.as_ref().map(|address| format!(" {address}"));
                vec![format!("{program}{}", address.unwrap_or_default())]
            }),
            Party::Database => plan.database.iter().map(|it| format!("{} {}", it.vendor.name, it.host)).collect(),
            Party::Users | Party::Artifacts => {
                let edge = self.topology.edges.iter().find(|edge| edge.to == party);
                edge.map(|edge| edge.targets.to_string()).into_iter().collect()
            }
            _ => Vec::new(),
        }
    }

    fn nodes(&self, group: usize, most: usize) -> Vec<String> {
        let plan = self.topology.plan;
        let Some(group) = self.topology.groups.get(group) else { return Vec::new() };
        let nodes: Vec<_> = group.nodes.iter().filter_map(|node| plan.nodes.get(*node)).collect();
        let mut lines = Vec::new();
        if nodes.len() <= most {
            for node in &nodes {
                let address = node.address.as_ref().map(|address| format!(" {address}"));
                lines.push(format!("{}{}", node.name, address.unwrap_or_default()));
            }
        } else if let (Some(first), Some(last)) = (nodes.first(), nodes.last()) {
            lines.push(format!("{} … {}", first.name, last.name));
            if most > 1 {
                let spans = Spans::of(nodes.iter().map(|node| node.address.as_ref()));
                lines.push(Ends::Machines(spans).to_string());
            }
        }
        lines
    }

    /// The ports that the members of a box's group speak to each other on.
    pub(super) fn members(&self, party: Party) -> Option<String> {
        let inside = |edge: &&wso2_design_core::topology::Edge| {
            edge.purpose == Purpose::Membership
                && edge.from == edge.to
                && ends(&self.topology, edge.to).contains(&party)
        };
        let edge = self.topology.edges.iter().find(inside)?;
        Some(format!("{} {}", edge.protocol, edge.ports))
    }

    /// Whether two boxes are of one group of members.
    pub(super) fn one_group(&self, one: Party, other: Party) -> bool {
        let group = |party: Party| {
            let Party::Nodes(group) = party else { return None };
            let first = self.topology.groups.get(group)?.nodes.first()?;
            self.topology.plan.nodes.get(*first)?.group
        };
        self.topology.plan.cluster.enabled && group(one).is_some() && group(one) == group(other)
    }

    /// The network that a box stands in, where there are several.
    pub(super) fn network(&self, party: Party) -> Option<&str> {
        let plan = self.topology.plan;
        let name = match party {
            Party::Nodes(group) => &self.topology.groups.get(group)?.network,
            Party::Front(front) => &plan.fronts.get(front)?.network,
            _ => return None,
        };
        (plan.networks.len() > 1).then_some(name.as_str())
    }
}

/// The boxes that an end of an edge is in.
pub(super) fn ends(topology: &Topology<'_>, party: Party) -> Vec<Party> {
    let groups = |wanted: &dyn Fn(usize) -> bool| {
        (0..topology.groups.len()).filter(|group| wanted(*group)).map(Party::Nodes).collect()
    };
    match party {
        Party::Members => groups(&|_| true),
        Party::Role(role) => groups(&|group| topology.groups.get(group).is_some_and(|group| group.role == role)),
        other => vec![other],
    }
}

/// The layer of a box; none of what is not drawn.
fn layer(party: Party) -> Option<usize> {
    match party {
        Party::Clients | Party::Administrators => Some(0),
        Party::Front(_) => Some(1),
        Party::Nodes(_) => Some(2),
        Party::Database | Party::Users | Party::Artifacts => Some(3),
        _ => None,
    }
}

/// `HTTPS 443, 9443 · HTTP 80`.
fn label(said: Vec<(String, String)>) -> String {
    let mut by_protocol: Vec<(String, Vec<String>)> = Vec::new();
    for (protocol, ports) in said {
        match by_protocol.iter_mut().find(|it| it.0 == protocol) {
            Some(it) => it.1.push(ports),
            None => by_protocol.push((protocol, vec![ports])),
        }
    }
    // What is encrypted first: it is what people use.
    by_protocol.sort_by_key(|(protocol, _)| protocol == "HTTP");
    let each: Vec<String> =
        by_protocol.into_iter().map(|(protocol, ports)| format!("{protocol} {}", ports.join(", "))).collect();
    each.join(", ")
}
