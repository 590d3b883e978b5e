//! What nodes of API Manager send each other besides requests: events go to receivers, decisions come from brokers. Both speak
//! protocols of their own, and each node must be reached for itself, so never through a load balancer.

use crate::design::Role;
use crate::plan::{Node, Plan, Purpose};
use crate::value::Port;

/// Where a broker listens (AMQP), before any offset.
const BROKER: Port = Port::known(5672);
/// Where an event receiver listens, before any offset.
const RECEIVER: Port = Port::known(9611);
/// Where senders of events prove who they are, over TLS, before any offset.
const RECEIVER_TLS: Port = Port::known(9711);

/// Where a node takes events.
pub(super) struct Receiver {
    /// For the events.
    pub(super) events: String,
    /// For the senders' sign-in.
    pub(super) sign_in: String,
}

/// A node's broker, as the others reach it; none where its address is not known.
pub(super) fn broker(node: &Node) -> Option<String> {
    url("tcp", node, BROKER)
}

/// A node's broker, as the node itself reaches it.
pub(super) fn own_broker(node: &Node) -> String {
    format!("tcp://localhost:{}", shifted(BROKER, node))
}

/// Where a node takes events; none where its address is not known.
pub(super) fn receiver(node: &Node) -> Option<Receiver> {
    Some(Receiver { events: url("tcp", node, RECEIVER)?, sign_in: url("ssl", node, RECEIVER_TLS)? })
}

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

/// The first of these that the cluster has; every node is everything where it has none of them.
fn first_of(plan: &Plan, roles: &[Role]) -> Role {
    roles.iter().copied().find(|role| plan.of_role(*role).next().is_some()).unwrap_or(Role::Node)
}

fn url(scheme: &str, node: &Node, port: Port) -> Option<String> {
    Some(format!("{scheme}://{}", node.address.as_ref()?.with_port(shifted(port, node))))
}

fn shifted(port: Port, node: &Node) -> Port {
    port.shifted(node.offset.get()).unwrap_or(port)
}
