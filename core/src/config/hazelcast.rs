use super::{ConfigFile, Generation, Of, Statements, Varies};
use crate::edit::properties::Edit;
use crate::edit::{Value, Why};

const SOURCE: &str = "kernel 4.4.9, HazelcastClusteringAgent";

pub(super) static FILE: ConfigFile = ConfigFile {
    path: "hazelcast.properties",
    about: "Hazelcast's own properties; most products come without this file and read it if it is there.",
    generation: Generation::Xml,
    varies: Varies::ByRole,
    holds,
};

fn holds(Of { plan, node, .. }: Of<'_>) -> Option<Statements> {
    let edits: Vec<Edit> = plan
        .cluster
        .hazelcast
        .iter()
        .map(|(key, value)| Edit {
            key: key.to_string().into(),
            value: Value::from(value.clone()),
            why: why(key.as_str()),
        })
        .collect();
    (node.group.is_some() && !edits.is_empty()).then(|| Statements::properties(edits))
}

/// Why a property is what it is.
pub(super) fn why(key: &str) -> Why {
    let reason = match key {
        "hazelcast.shutdownhook.enabled" => "Carbon closes the cluster itself; the JVM's hook would close it too early",
        "hazelcast.logging.type" => "cluster messages go to the product's log",
        "hazelcast.max.no.heartbeat.seconds" => {
            "seconds of silence after which a member counts as gone; Hazelcast 3 would wait ten minutes"
        }
        _ => "the design asks for it",
    };
    Why::new(reason, "cluster.hazelcast", SOURCE)
}
