use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};
use wso2_design_core::plan::{Node, Plan};
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
    pub(super) label: Label,
}

impl<'p> Graph<'p> {
    pub(super) fn of(plan: &'p Plan) -> Self {
        let topology = Topology::of(plan);
        let mut layers = vec![Vec::new(); 4];
        layers[1] = (0..plan.fronts.len()).map(Party::Front).collect();
        layers[2] = (0..topology.groups.len()).map(Party::Nodes).collect();
        let mut wires: Vec<(Party, Party, Vec<Said>)> = Vec::new();
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

    /// The same in so many cells. What boxes of a kind have in common goes first: what is left tells them apart.
    pub(super) fn title_in(&self, party: Party, room: usize) -> String {
        let whole = self.title(party);
        if whole.width() <= room {
            return whole;
        }
        match party {
            Party::Front(front) => match self.topology.plan.fronts.get(front) {
                Some(front) => shortened(front.name.as_str(), room),
                None => whole,
            },
            Party::Nodes(_) => shortened(&whole, room),
            _ => whole,
        }
    }

    /// What stands within, in at most so many lines.
    pub(super) fn lines(&self, party: Party, most: usize, room: usize) -> Vec<String> {
        let plan = self.topology.plan;
        match party {
            Party::Nodes(group) => self.nodes(group, most, room),
            Party::Front(front) => plan.fronts.get(front).map_or_else(Vec::new, |front| {
                let program = wso2_design_core::balancer::balancer(front.program).name;
                let both = front.address.as_ref().map(|address| format!("{program} {address}"));
                // Half an address says nothing.
                vec![both.filter(|both| both.width() <= room).unwrap_or_else(|| program.to_owned())]
            }),
            Party::Database => plan.database.iter().map(|it| format!("{} {}", it.vendor.name, it.host)).collect(),
            Party::Users | Party::Artifacts => {
                let edge = self.topology.edges.iter().find(|edge| edge.to == party);
                edge.map(|edge| edge.targets.to_string()).into_iter().collect()
            }
            _ => Vec::new(),
        }
    }

    fn nodes(&self, group: usize, most: usize, room: usize) -> Vec<String> {
        let plan = self.topology.plan;
        let Some(group) = self.topology.groups.get(group) else { return Vec::new() };
        let nodes: Vec<_> = group.nodes.iter().filter_map(|node| plan.nodes.get(*node)).collect();
        let mut lines = Vec::new();
        if nodes.len() <= most {
            let line = |node: &&Node| {
                let address = node.address.as_ref().map(|address| format!(" {address}"));
                format!("{}{}", node.name, address.unwrap_or_default())
            };
            lines.extend(nodes.iter().map(line));
            // Half an address says nothing.
            if lines.iter().any(|line| line.width() > room) {
                lines = nodes.iter().map(|node| shortened(node.name.as_str(), room)).collect();
            }
        } else if let (Some(first), Some(last)) = (nodes.first(), nodes.last()) {
            lines.push(match nodes.as_slice() {
                [one] => shortened(one.name.as_str(), room),
                _ => span(first.name.as_str(), last.name.as_str(), room),
            });
            if most > 1 && nodes.len() > 1 {
                let spans = Spans::of(nodes.iter().map(|node| node.address.as_ref()));
                let spans = Ends::Machines(spans).to_string();
                lines.extend((spans.width() <= room).then_some(spans));
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

/// The first name and the last: where the room is short, of the last what is its own.
fn span(first: &str, last: &str, room: usize) -> String {
    let whole = format!("{first} … {last}");
    if whole.width() <= room {
        return whole;
    }
    let same = first.chars().zip(last.chars()).take_while(|(one, other)| one == other && !one.is_ascii_digit()).count();
    let own: String = last.chars().skip(same).collect();
    let short = format!("{first}…{own}");
    let first_alone = format!("{first} …");
    [short, first_alone].into_iter().find(|it| it.width() <= room).unwrap_or_else(|| shortened(first, room))
}

/// A name in so many cells: its end is its own, so something before that goes.
fn shortened(name: &str, room: usize) -> String {
    if name.width() <= room {
        return name.to_owned();
    }
    let close = name.replace(" × ", "×");
    if close.width() <= room {
        return close;
    }
    let own = ['×', '-'].iter().filter_map(|sign| name.rfind(*sign)).max();
    let end = own.and_then(|at| name.get(at..)).filter(|end| end.width() + 2 < room).unwrap_or_default();
    let end = if end.starts_with('×') { format!(" {end}") } else { end.to_owned() };
    let mut out = String::new();
    for char in name.chars() {
        if out.width() + char.width().unwrap_or(0) + 1 + end.width() > room {
            break;
        }
        out.push(char);
    }
    format!("{}…{end}", out.trim_end())
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

/// A protocol and its ports.
type Said = (String, String);

/// What stands at the end of a wire: whole, and where there is little room.
#[derive(Clone)]
pub(super) struct Label {
    pub(super) whole: String,
    pub(super) short: String,
}

/// `HTTPS 443, 9443, HTTP 80`, and `443, 9443, 80`.
fn label(said: Vec<Said>) -> Label {
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
        by_protocol.iter().map(|(protocol, ports)| format!("{protocol} {}", ports.join(", "))).collect();
    let short: Vec<String> = by_protocol.into_iter().map(|(_, ports)| ports.join(", ")).collect();
    Label { whole: each.join(", "), short: short.join(", ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_cut_is_not_what_tells_apart() {
        assert_eq!(shortened("traffic-manager-12", 12), "traffic-…-12");
        assert_eq!(shortened("Workers × 1000", 11), "Wor… × 1000");
        assert_eq!(shortened("worker-lb", 9), "worker-lb");
        assert_eq!(shortened("manager-lb", 9), "manag…-lb");
        assert_eq!(shortened("日本語日本語", 7), "日本語…");
        assert_eq!(span("worker-1", "worker-2", 30), "worker-1 … worker-2");
        assert_eq!(span("worker-1", "worker-1000", 14), "worker-1…1000");
        assert_eq!(span("worker-1", "worker-1000", 10), "worker-1 …");
        assert_eq!(span("worker-1", "worker-1000", 8), "worker-1");
        assert_eq!(shortened("Workers × 1000", 13), "Workers×1000");
    }
}
