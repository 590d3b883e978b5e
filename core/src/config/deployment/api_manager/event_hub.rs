use super::{OWN, Of, Tables, peers};
use crate::catalogue::Feature;
use crate::design::Role;
use crate::edit::Why;
use crate::edit::toml::Place;

const SOURCE: &str = "API Manager 4.2.0, api-manager.xml.j2 and jndi-cp.properties.j2";

/// `[apim.event_hub]`: from whom a node hears of APIs, subscriptions and keys.
pub(super) fn holds(of @ Of { plan, node, .. }: Of<'_>, tables: &mut Tables) {
    if !node.has(Feature::EventHub) {
        return;
    }
    let at = |key: &'static str| Place::from(["apim", "event_hub"]).then(key);
    let why = Why::new("deployments, subscriptions and keys reach every node as events", "pattern", SOURCE);
    tables.bool(at("enable"), true, why);
    let hub = if node.role == Role::Node { OWN.to_owned() } else { peers::origin(plan, peers::hub(plan)) };
    let why = Why::new(
        "where what an event speaks of is fetched: any control plane has it from the database",
        "hosts.portal",
        SOURCE,
    );
    tables.text(at("service_url"), format!("{hub}/services/"), why);
    if node.role == peers::hub(plan) {
        is_hub(of, tables);
        return;
    }
    let why = Why::new(
        "the broker of every control plane: where one is lost the next is asked. Never through a load balancer",
        "nodes.address",
        SOURCE,
    );
    tables.item(at("event_listening_endpoints"), peers::brokers(peers::hubs(plan)), why);
}

fn is_hub(Of { plan, node, .. }: Of<'_>, tables: &mut Tables) {
    let at = |key: &'static str| Place::from(["apim", "event_hub"]).then(key);
    let why = Why::new("this node's own broker, at which it publishes and listens", "pattern", SOURCE);
    tables.item(at("event_listening_endpoints"), peers::own_broker(node), why);
    if let Some(peer) = peers::peer(plan, node) {
        let why = Why::new(
            "revoked tokens that this node hears of go to the other's broker too: always the other's, never this one's",
            "nodes.address",
            "API Manager 4.2.0, jndi2-cp.properties.j2",
        );
        tables.item(at("event_duplicate_url"), peers::brokers([peer]), why);
    }
    let why = Why::new(
        "one group for each: an event of one is an event of all, whichever a gateway listens to",
        "nodes.address",
        SOURCE,
    );
    let groups = peers::receivers(peers::hubs(plan), "urls", "auth_urls");
    tables.tables(["apim", "event_hub", "publish", "url_group"], groups, why);
}
