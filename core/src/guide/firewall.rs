use crate::catalogue::Feature;
use crate::format::csv;
use crate::format::markdown::{Document, Inline, code, join, md};
use crate::plan::Purpose;
use crate::topology::{Ends, Topology};

/// `firewall.md`: one row for each kind of traffic.
pub(super) fn markdown(topology: &Topology<'_>) -> String {
    let plan = topology.plan;
    let mut doc = Document::default();
    doc.heading(1, md!("Firewall of the cluster {}", plan.name.as_str()));
    doc.paragraph(
        "Open these, refuse the rest. Every row is a connection in one direction; answers come back on it. \
         `firewall.csv` holds the same rows for a program.",
    );
    rows(topology, &mut doc);
    doc.heading(2, "Notes");
    doc.bullets(notes(topology));
    doc.finish()
}

/// The table alone, for the guide as well.
pub(super) fn rows(topology: &Topology<'_>, doc: &mut Document) {
    let ends = |party, ends: &Ends| {
        let label = topology.label(party);
        let items = ends.items();
        if items.is_empty() || items.len() > 60 || matches!(ends, Ends::Anyone) {
            return md!("{}: {}", label, ends.to_string());
        }
        let more = match ends {
            Ends::Machines(spans) if spans.unknown > 0 => md!(", and {} more, not in the design", spans.unknown),
            _ => Inline::default(),
        };
        md!("{}: {}{}", label, join(items.iter().map(code), ", "), more)
    };
    doc.table(
        ["From", "To", "Port", "Spoken", "What for"],
        topology.edges.iter().map(|edge| {
            [
                ends(edge.from, &edge.sources),
                ends(edge.to, &edge.targets),
                code(format!("{}/{}", edge.ports, edge.protocol.transport())),
                md!("{}", edge.protocol.to_string()),
                md!("{}: {}", edge.purpose.word(), &*edge.what),
            ]
        }),
    );
}

fn notes(topology: &Topology<'_>) -> Vec<Inline> {
    let plan = topology.plan;
    let mut notes = Vec::new();
    if plan.cluster.enabled {
        notes.push(Inline::from(
            "Cluster messages are neither encrypted nor authenticated. Whoever reaches a member port can join: let \
             nobody but the members through.",
        ));
    }
    if plan.nodes.iter().any(|node| node.shares_machine) {
        notes.push(Inline::from(
            "A member port that is taken moves up by one. Nodes that share a machine need the ports they were given; \
             look for another one in the log line `Local member`.",
        ));
    }
    if plan.separates_roles() {
        notes.push(Inline::from("Nobody but their load balancer reaches a node's service ports."));
        notes.push(Inline::from(
            "Nothing needs 9763 and 9443 of a worker from outside, unless its product serves requests there.",
        ));
    }
    notes.push(Inline::from(if plan.has(Feature::StreamProcessor) {
        "Keep closed from everywhere else: the workers' listeners without TLS, and their ports for queries, 7070 and 7443, which move with \
         an offset."
    } else {
        "Keep closed from everywhere else: JMX 9999 and 11111, the embedded LDAP server 10389 and its KDC 8000, Tomcat's \
         shutdown port 8005. All but the last move with a node's offset."
    }));
    if !plan.opens(Purpose::Console) {
        return notes;
    }
    if plan.access.console.is_empty() {
        notes.push(Inline::from(
            "Whoever reaches the console's address reaches the sign-in page. Name the administrators' networks in \
             `access.console`.",
        ));
    } else if plan.console_front().is_some_and(|front| front.serves_services()) {
        notes.push(Inline::from(
            "Console and services share a port of the load balancer, so a packet filter cannot tell them apart: the load \
             balancer itself refuses the console to everyone else.",
        ));
    }
    notes
}

/// `firewall.csv`: the same rows, addresses with blanks between them.
pub(super) fn csv(topology: &Topology<'_>) -> String {
    let mut writer = csv::Writer::default();
    writer.row(["from", "source", "to", "destination", "transport", "port", "protocol", "purpose", "what"]);
    let ends = |ends: &Ends| match ends.items() {
        items if items.is_empty() => ends.to_string(),
        items => items.join(" "),
    };
    for edge in &topology.edges {
        writer.row([
            topology.label(edge.from),
            ends(&edge.sources),
            topology.label(edge.to),
            ends(&edge.targets),
            edge.protocol.transport().to_owned(),
            edge.ports.to_string().replace(", ", " "),
            edge.protocol.to_string(),
            edge.purpose.word().to_owned(),
            edge.what.to_string(),
        ]);
    }
    writer.finish()
}
