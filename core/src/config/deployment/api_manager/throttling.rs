use super::{Of, Tables, peers};
use crate::catalogue::Feature;
use crate::design::Role;
use crate::edit::Why;

const SOURCE: &str = "API Manager 4.2.0, api-manager.xml.j2 and jndi.properties.j2";

/// `[apim.throttling]`: to whom requests are counted, and whose decisions are heeded.
pub(super) fn holds(of @ Of { plan, node, .. }: Of<'_>, tables: &mut Tables) {
    let decides = node.role == peers::throttler(plan);
    // Before there was an event hub every component sent its events to the traffic managers.
    let hub = node.has(Feature::EventHub);
    let counts = node.role == Role::Gateway || (!hub && !decides);
    if counts || (node.role == Role::ControlPlane && !decides) {
        services(of, tables);
    }
    if decides {
        own(of, tables);
    } else if counts {
        all(of, tables);
    }
    if decides || node.role == Role::ControlPlane {
        duplicate(of, tables);
    }
    if counts || node.role == Role::Node {
        receivers(of, tables);
    }
}

/// Where policies go, and where they come from.
fn services(Of { plan, .. }: Of<'_>, tables: &mut Tables) {
    let why = Why::new(
        "the services of those who decide, for policies: behind a name that nodes and administrators reach",
        "hosts.components",
        SOURCE,
    );
    let url = format!("{}/services/", peers::origin(plan, peers::throttler(plan)));
    tables.text(["apim", "throttling", "service_url"], url, why);
}

/// A node that decides publishes at its own broker.
fn own(Of { node, .. }: Of<'_>, tables: &mut Tables) {
    let why = Why::new(
        "this node's own broker: decisions that it published at another's would be lost with that node",
        "pattern",
        SOURCE,
    );
    tables.item(["apim", "throttling", "throttle_decision_endpoints"], peers::own_broker(node), why);
}

/// A node that hears decisions knows every broker.
fn all(Of { plan, .. }: Of<'_>, tables: &mut Tables) {
    let why = Why::new(
        "every node that decides: where one is lost the next is asked. Never through a load balancer",
        "nodes.address",
        SOURCE,
    );
    let brokers = peers::brokers(peers::throttlers(plan));
    tables.item(["apim", "throttling", "throttle_decision_endpoints"], brokers, why);
}

/// It also switches the second publishers on, those of revoked tokens among them.
fn duplicate(Of { plan, node, .. }: Of<'_>, tables: &mut Tables) {
    let Some(peer) = peers::peer(plan, node).filter(|_| node.has(Feature::EventDuplication)) else { return };
    let why = Why::new(
        "what is decided here goes to the other node's broker too: always the other's, never this one's",
        "nodes.address",
        "API Manager 4.2.0, jndi2.properties.j2 and jmsEventPublisher2.xml.j2",
    );
    tables.item(["apim", "throttling", "event_duplicate_url"], peers::brokers([peer]), why);
}

/// One group for each node that counts: each gets every event, so that all count the same.
fn receivers(Of { plan, .. }: Of<'_>, tables: &mut Tables) {
    let groups = peers::receivers(peers::throttlers(plan), "traffic_manager_urls", "traffic_manager_auth_urls");
    let why = Why::new(
        "one group for each node: all get every event. Two in one group would each count half of the requests",
        "nodes.address",
        "product-apim#11462",
    );
    tables.tables(["apim", "throttling", "url_group"], groups, why);
}
