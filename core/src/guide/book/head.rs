use super::Book;
use crate::design::Role;
use crate::format::markdown::mermaid::Flow;
use crate::format::markdown::{Document, Inline, code, md, strong};
use crate::topology::{Edge, Party, Purpose};
use std::collections::{BTreeMap, BTreeSet};

/// The title, the cluster in a line, and what to know of it.
pub(super) fn title(book: &Book<'_>, doc: &mut Document) {
    let plan = book.plan();
    doc.heading(1, md!("{}: {} {}", plan.name.as_str(), plan.product.name, plan.release.version));
    doc.paragraph(md!("{}", plan.description));
    doc.paragraph(strong(super::super::sentence(plan)));
    let mut facts = vec![md!("{}: {}", plan.pattern.name, plan.pattern.summary)];
    facts.push(md!("{}", super::super::survives::survives(plan)));
    if plan.cluster.enabled {
        let scheme = crate::membership::scheme(&plan.cluster.membership).name;
        facts.push(md!("Cluster domain {}, members found by {}.", code(plan.domain()), scheme.to_lowercase()));
    }
    facts.push(md!("Kernel {}.", plan.release.kernel.0));
    for front in &plan.fronts {
        let alone = plan.fronts.iter().filter(|other| other.serves == front.serves).count() == 1;
        if alone {
            facts.push(md!(
                "Load balancer {} is alone: when it is down, {}. Give it a standby with a shared address, such as keepalived offers.",
                code(&front.name),
                if plan.offers_services() { "nobody gets through" } else { "nobody reaches the console by its name" }
            ));
        }
    }
    if plan.database.is_some() {
        facts.push(Inline::from(
            "The database server is one for all: when it is down, so is the cluster. Its own redundancy is not part of \
             this design.",
        ));
    }
    doc.bullets(facts);
}

/// The picture as a diagram that code hosts draw, and the link to the drawn one.
pub(super) fn picture(book: &Book<'_>, doc: &mut Document) {
    doc.paragraph("![Networks, load balancers, nodes and what they share](topology.svg)");
    doc.code("mermaid", &flow(book));
    doc.paragraph("Every connection with its addresses and ports is in [firewall.md](firewall.md).");
}

fn flow(book: &Book<'_>) -> String {
    let (topology, plan) = (book.topology, book.plan());
    let mut flow = Flow::default();
    let mut arrows: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    let mut seen: BTreeSet<Party> = groups(book).into_iter().collect();
    let drawn = |edge: &&Edge| !matches!(edge.to, Party::Clocks | Party::MulticastGroup | Party::Directory);
    for edge in topology
        .edges
        .iter()
        .filter(drawn)
        .filter(|edge| edge.from != Party::Pipeline && edge.purpose != Purpose::Membership)
    {
        let from = match edge.from {
            Party::Members => groups(book),
            Party::Role(role) => groups_of(book, role),
            other => vec![other],
        };
        for from in from.into_iter().filter(|_| edge.to != Party::Members) {
            seen.extend([from, edge.to]);
            let label = format!("{} {}", edge.protocol, edge.ports);
            let labels = arrows.entry((id(from), id(edge.to))).or_default();
            if !labels.contains(&label) {
                labels.push(label);
            }
        }
    }
    for party in seen.into_iter().filter(|party| *party != Party::Members) {
        let label = topology.label(party);
        match party {
            Party::Nodes(group) => {
                let count = topology.groups.get(group).map_or(0, |group| group.nodes.len());
                flow.node(&id(party), &[&format!("{label} ({count})")]);
            }
            Party::Database => {
                let host = plan.database.as_ref().map_or_else(String::new, |it| it.host.to_string());
                flow.store(&id(party), &[&label, &host]);
            }
            Party::Artifacts => flow.store(&id(party), &[&label]),
            _ => flow.node(&id(party), &[&label]),
        }
    }
    for ((from, to), labels) in arrows {
        flow.arrow(&from, &to, &labels.join(", "));
    }
    for group in 0..plan.cluster.groups.len() {
        let members = plan.nodes.iter().filter(|node| node.group == Some(group));
        let ports = crate::topology::Ports::of(members.map(|node| node.member_port));
        let is_of = |party: &Party| {
            let Party::Nodes(number) = party else { return false };
            let first = topology.groups.get(*number).and_then(|it| plan.nodes.get(*it.nodes.first()?));
            first.is_some_and(|node| node.group == Some(group))
        };
        let all: Vec<Party> = groups(book).into_iter().filter(is_of).collect();
        for (number, one) in all.iter().enumerate() {
            let other = all.get(number + 1).or(all.first().filter(|_| all.len() == 1));
            if let Some(other) = other {
                flow.both(&id(*one), &id(*other), &format!("members {ports}"));
            }
        }
    }
    flow.finish()
}

fn groups(book: &Book<'_>) -> Vec<Party> {
    (0..book.topology.groups.len()).map(Party::Nodes).collect()
}

fn groups_of(book: &Book<'_>, role: Role) -> Vec<Party> {
    let groups = book.topology.groups.iter().enumerate().filter(|(_, group)| group.role == role);
    groups.map(|(number, _)| Party::Nodes(number)).collect()
}

fn id(party: Party) -> String {
    match party {
        Party::Clients => "clients".to_owned(),
        Party::Administrators => "administrators".to_owned(),
        Party::Pipeline => "pipeline".to_owned(),
        Party::Front(number) => format!("front{number}"),
        Party::Nodes(number) => format!("nodes{number}"),
        Party::Role(role) => role.key().to_owned(),
        Party::Members => "members".to_owned(),
        Party::Database => "database".to_owned(),
        Party::Users => "users".to_owned(),
        Party::Artifacts => "artifacts".to_owned(),
        Party::MulticastGroup => "multicast".to_owned(),
        Party::Directory => "directory".to_owned(),
        Party::Clocks => "clocks".to_owned(),
    }
}
