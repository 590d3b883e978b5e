use super::{Of, Tables};
use crate::catalogue::Feature;
use crate::design::Role;
use crate::edit::Why;
use crate::edit::toml::{Item, Place};

const SOURCE: &str = "API Manager 3.2.0 manual, synchronizing artifacts in a gateway cluster";

/// `[apim.sync_runtime_artifacts]`: gateways fetch what is deployed, instead of sharing a folder.
pub(super) fn holds(Of { node, .. }: Of<'_>, tables: &mut Tables) {
    if !node.has(Feature::ArtifactStore) {
        return;
    }
    let hub = node.has(Feature::EventHub);
    match node.role {
        Role::Gateway => gateway(hub, tables),
        // All in one, 3.2 keeps what it deploys in its own folder; from 4.0 on it fetches it as any gateway.
        Role::Node if hub => gateway(hub, tables),
        Role::Publisher => {
            let at = |key: &'static str| Place::from(["apim", "sync_runtime_artifacts", "publisher"]).then(key);
            let why = Why::new(
                "what is published is kept in the database, where every gateway fetches it",
                "pattern",
                SOURCE,
            );
            tables.text(at("artifact_saver"), "DBSaver", why);
            let why = Why::new("gateways are told by an event, so none is left out", "pattern", SOURCE);
            tables.bool(at("publish_directly_to_gateway"), false, why);
        }
        _ => {}
    }
}

fn gateway(hub: bool, tables: &mut Tables) {
    let at = |key: &'static str| Place::from(["apim", "sync_runtime_artifacts", "gateway"]).then(key);
    let why = Why::new(
        "which deployments are this gateway's: those of the environment that the portals know",
        "pattern",
        SOURCE,
    );
    let label = if hub { "Default" } else { "Production and Sandbox" };
    tables.item(at("gateway_labels"), Item::List(vec![Item::text(label)]), why);
    if hub {
        return;
    }
    // 3.2 has no defaults for these.
    let says = |reason| Why::new(reason, "pattern", SOURCE);
    tables.text(at("artifact_retriever"), "DBRetriever", says("deployments are in the database"));
    tables.integer(at("deployment_retry_duration"), 15_000, says("milliseconds until a failed fetch is tried again"));
    tables.text(at("data_retrieval_mode"), "sync", says("the node takes requests when it has its deployments"));
    tables.integer(
        at("event_waiting_time"),
        5000,
        says("milliseconds after an event until what it speaks of is fetched"),
    );
}
