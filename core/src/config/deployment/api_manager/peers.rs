use super::super::super::messaging::{AMQP, Receiver, THROTTLING, THROTTLING_SIGN_IN, place};
use crate::design::Role;
use crate::edit::toml::{Item, Table};
use crate::plan::{Node, Plan, Purpose};

/// The nodes that count requests and decide who is throttled.
pub(super) fn throttlers(plan: &Plan) -> impl Iterator<Item = &Node> {
    plan.of_role(throttler(plan))
}

/// The kind of node that counts requests and decides who is throttled.
pub(super) fn throttler(plan: &Plan) -> Role {
    first_of(plan, &[Role::TrafficManager, Role::ControlPlane])
}

/// The nodes from which the others hear of APIs, subscriptions and keys.
pub(super) fn hubs(plan: &Plan) -> impl Iterator<Item = &Node> {
    plan.of_role(hub(plan))
}

/// The kind of node from which the others hear of APIs, subscriptions and keys.
pub(super) fn hub(plan: &Plan) -> Role {
    first_of(plan, &[Role::ControlPlane, Role::TrafficManager])
}

/// The kind of node that issues and checks keys.
pub(super) fn key_manager(plan: &Plan) -> Role {
    first_of(plan, &[Role::KeyManager, Role::ControlPlane])
}

/// The other node of a pair.
pub(super) fn peer<'p>(plan: &'p Plan, node: &Node) -> Option<&'p Node> {
    plan.of_role(node.role).find(|other| other.name != node.name)
}

/// Where a kind of node is reached through the load balancer, on its servlet transport: `https://km.example.com`.
pub(super) fn origin(plan: &Plan, role: Role) -> String {
    let purpose = match role {
        Role::Node | Role::ControlPlane => Purpose::Portal,
        other => Purpose::Component(other),
    };
    plan.origin(purpose, "https")
}

/// The brokers of nodes, as others reach them.
pub(super) fn brokers<'n>(nodes: impl IntoIterator<Item = &'n Node>) -> Item {
    Item::List(nodes.into_iter().map(|node| Item::text(format!("tcp://{}", place(node, AMQP)))).collect())
}

/// A node's broker, as the node itself reaches it.
pub(super) fn own_broker(node: &Node) -> Item {
    let port = crate::value::Port::known(AMQP);
    let port = port.shifted(node.offset.get()).unwrap_or(port);
    Item::List(vec![Item::text(format!("tcp://localhost:{port}"))])
}

/// A table for each node that takes events, under these keys: where it takes them, and where senders sign in.
pub(super) fn receivers<'n>(
    nodes: impl Iterator<Item = &'n Node>,
    events: &'static str,
    sign_in: &'static str,
) -> Vec<Table> {
    let url = |node: &Node, kind: Receiver| format!("{}://{}", kind.scheme, place(node, kind.port));
    let list = |node: &Node, kind: Receiver| Item::List(vec![Item::text(url(node, kind))]);
    let table = |node: &'n Node| {
        vec![(vec![events.into()], list(node, THROTTLING)), (vec![sign_in.into()], list(node, THROTTLING_SIGN_IN))]
    };
    nodes.map(table).collect()
}

/// The first of these that the cluster has; every node is everything where it has none of them.
fn first_of(plan: &Plan, roles: &[Role]) -> Role {
    roles.iter().copied().find(|role| plan.of_role(*role).next().is_some()).unwrap_or(Role::Node)
}
