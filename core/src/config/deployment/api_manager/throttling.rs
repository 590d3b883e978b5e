use super::{Of, Tables, messaging};
use crate::catalogue::Feature;
use crate::design::Role;
use crate::edit::Why;
use crate::edit::toml::{Item, Table};
use crate::plan::Node;

const SOURCE: &str = "API Manager 4.2.0, api-manager.xml.j2 and jndi.properties.j2";

/// `[apim.throttling]`: to whom requests are counted, and whose decisions are heeded.
pub(super) fn holds(of @ Of { plan, node, .. }: Of<'_>, tables: &mut Tables) {
    if node.role == messaging::throttler(plan) {
        decides(of, tables);
    } else if node.has(Feature::EventDuplication) && node.role == Role::ControlPlane {
        duplicate(of, tables);
    }
    // Without an event hub of its own a release sends its events to the traffic managers.
    if node.role == Role::Gateway || (!node.has(Feature::EventHub) && node.role != messaging::throttler(plan)) {
        asks(of, tables);
    }
    if node.role == Role::Gateway
        || node.role == Role::Node
        || !node.has(Feature::EventHub) && node.role != Role::TrafficManager
    {
        receivers(of, tables);
    }
}

/// A node that decides publishes at its own broker, and at that of the other.
fn decides(of @ Of { node, .. }: Of<'_>, tables: &mut Tables) {
    let why = Why::new(
        "this node's own broker: decisions that it published at another's would be lost with that node",
        "pattern",
        SOURCE,
    );
    let own = Item::List(vec![Item::text(messaging::own_broker(node))]);
    tables.item(["apim", "throttling", "throttle_decision_endpoints"], own, why);
    if node.has(Feature::EventDuplication) {
        duplicate(of, tables);
    }
}

/// It also switches the second publishers on, those of revoked tokens among them.
fn duplicate(Of { plan, node, .. }: Of<'_>, tables: &mut Tables) {
    let Some(peer) = messaging::peer(plan, node).and_then(messaging::broker) else { return };
    let why = Why::new(
        "what is decided here goes to the other node's broker too: always the other's, never this one's",
        "nodes.address",
        "API Manager 4.2.0, jndi2.properties.j2 and jmsEventPublisher2.xml.j2",
    );
    tables.item(["apim", "throttling", "event_duplicate_url"], Item::List(vec![Item::text(peer)]), why);
}

/// A node that hears decisions listens at every broker.
fn asks(Of { plan, .. }: Of<'_>, tables: &mut Tables) {
    let role = messaging::throttler(plan);
    let why = Why::new(
        "the services of those who decide, for policies, behind the load balancer",
        "hosts.components",
        SOURCE,
    );
    let url = format!("{}/services/", messaging::origin(plan, role));
    tables.text(["apim", "throttling", "service_url"], url, why);
    let brokers: Vec<Item> = messaging::throttlers(plan).filter_map(messaging::broker).map(Item::text).collect();
    if brokers.is_empty() {
        return;
    }
    let why = Why::new(
        "every node that decides: where one is lost the next is asked. Never through a load balancer",
        "nodes.address",
        SOURCE,
    );
    tables.item(["apim", "throttling", "throttle_decision_endpoints"], Item::List(brokers), why);
}

/// One group for each node that counts: each gets every event, so that all count the same.
fn receivers(Of { plan, .. }: Of<'_>, tables: &mut Tables) {
    let groups = groups(messaging::throttlers(plan), "traffic_manager_urls", "traffic_manager_auth_urls");
    if groups.is_empty() {
        return;
    }
    let why = Why::new(
        "one group for each node: all get every event. Two in one group would each count half of the requests",
        "nodes.address",
        "product-apim#11462",
    );
    tables.tables(["apim", "throttling", "url_group"], groups, why);
}

/// A table for each node.
pub(super) fn groups<'p>(
    nodes: impl Iterator<Item = &'p Node>,
    events: &'static str,
    sign_in: &'static str,
) -> Vec<Table> {
    let list = |url: String| Item::List(vec![Item::text(url)]);
    nodes
        .filter_map(messaging::receiver)
        .map(|receiver| {
            vec![(vec![events.into()], list(receiver.events)), (vec![sign_in.into()], list(receiver.sign_in))]
        })
        .collect()
}
