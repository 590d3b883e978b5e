//! `api-manager.xml` and `jndi.properties` of API Manager up to 2.6: which component asks which, and over what.

mod analytics;
mod environment;
mod jndi;
mod keys;
mod portals;
mod throttling;

pub(super) use jndi::FILE as JNDI;

use super::{ConfigFile, Generation, Of, Statements, Varies, messaging};
use crate::catalogue::Feature;
use crate::design::{Artifacts, Role};
use crate::format::xml::Element;
use crate::plan::{Node, Plan, Purpose};

/// Where the elements stand, and what the product comes with.
const SOURCE: &str = "API Manager 2.6.0, api-manager.xml";
/// Which component has which setting.
const MANUAL: &str = "API Manager 2.6.0 manual, deploying in a distributed setup";

pub(super) static FILE: ConfigFile = ConfigFile {
    path: "api-manager.xml",
    about: "Which component asks which: gateways, keys, traffic managers, portals, analytics.",
    generation: Generation::Xml,
    varies: Varies::ByRole,
    holds,
};

fn holds(of: Of<'_>) -> Option<Statements> {
    if !of.node.has(Feature::ApiManager) {
        return None;
    }
    let mut statements = Statements::xml(Element::new("APIManager"));
    environment::write(of, &mut statements);
    analytics::write(of, &mut statements);
    keys::write(of, &mut statements);
    portals::write(of, &mut statements);
    if of.node.has(Feature::TrafficManager) {
        throttling::write(of, &mut statements);
    }
    Some(statements)
}

/// The nodes that count requests: traffic managers, or every equal node.
fn traffic_managers(plan: &Plan) -> impl Iterator<Item = &Node> {
    plan.nodes
        .iter()
        .filter(|node| node.has(Feature::ApiManager))
        .filter(|node| matches!(node.role, Role::TrafficManager | Role::Node))
}

/// Whether a node serves APIs.
fn is_gateway(node: &Node) -> bool {
    matches!(node.role, Role::Gateway | Role::GatewayManager | Role::GatewayWorker | Role::Node)
}

/// What takes deployed APIs, where gateways are nodes of their own.
fn deploying_gateway(node: &Node) -> Purpose {
    match node.line().component(Role::GatewayManager) {
        Some(_) => Purpose::Component(Role::GatewayManager),
        None => Purpose::Component(Role::Gateway),
    }
}

/// The one of several equal nodes that takes every deployment; none where each takes its own, because a folder that all share takes it
/// everywhere.
fn deploying_node(plan: &Plan) -> Option<&Node> {
    match plan.artifacts {
        Artifacts::SharedFolder(_) => None,
        Artifacts::Push | Artifacts::Svn(_) => plan.of_role(Role::Node).next(),
    }
}

/// The admin services behind a name of the load balancers.
fn services(plan: &Plan, purpose: Purpose) -> String {
    format!("{}/services/", plan.origin(purpose, "https"))
}

/// A node's own admin services.
fn services_of(node: &Node) -> String {
    format!("https://{}/services/", messaging::place(node, 9443))
}

#[cfg(test)]
mod tests;
