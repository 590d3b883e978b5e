use super::super::messaging::{self, SignIn, Spread, THROTTLING, THROTTLING_SIGN_IN};
use super::{MANUAL, Of, SOURCE, Statements, deploying_node, is_gateway, services, services_of, traffic_managers};
use crate::design::Role;
use crate::edit::Why;
use crate::edit::xml::{Place, Step};
use crate::plan::{Plan, Purpose};
use crate::value::Secret;

const BRIDGE: &str = "carbon-analytics-common, data bridge agent";

/// Who counts requests, who tells it of policies, and who hears whom it throttles. What a component has no part in is switched off.
pub(super) fn write(Of { plan, node, .. }: Of<'_>, statements: &mut Statements) {
    let throttling = Place::from(["APIManager", "ThrottlingConfigurations"]);
    let at = |section: &'static str, name: &'static str| throttling.then(Step::named(section)).then(Step::named(name));
    let gateway = is_gateway(node);
    if gateway || node.role == Role::Publisher {
        let receivers = |kind| messaging::receivers(traffic_managers(plan), kind, Spread::Copies);
        let why = |reason| Why::new(reason, "nodes.address", BRIDGE);
        statements.text(
            at("TrafficManager", "ReceiverUrlGroup"),
            receivers(THROTTLING),
            why("every traffic manager gets every event: with a part of them each would count a part, and throttle too late"),
        );
        statements.text(
            at("TrafficManager", "AuthUrlGroup"),
            receivers(THROTTLING_SIGN_IN),
            why("where nodes sign in at those receivers, in the same groups and the same order"),
        );
    }
    let why = Why::new("gateways alone tell of requests", "nodes.role", MANUAL);
    statements.text(at("DataPublisher", "Enabled"), gateway, why);
    let deploys = matches!(node.role, Role::Publisher | Role::Node);
    let why = Why::new(
        "policies are made with the publisher, which deploys them on the traffic managers",
        "nodes.role",
        MANUAL,
    );
    statements.text(at("PolicyDeployer", "Enabled"), deploys, why);
    if let (true, Some((url, why))) = (deploys, policies(plan, node.role)) {
        statements.text(at("PolicyDeployer", "ServiceURL"), url, why);
    }
    let why = Why::new("gateways alone ask who is blocked", "nodes.role", MANUAL);
    statements.text(at("BlockCondition", "Enabled"), gateway, why);
    let why = Why::new("gateways alone hear whom a traffic manager throttles", "nodes.role", MANUAL);
    statements.text(at("JMSConnectionDetails", "Enabled"), gateway, why);
    if gateway {
        decisions(plan, &at("JMSConnectionDetails", "JMSConnectionParameters"), statements);
    }
}

/// Where policies are deployed; none where each node deploys on itself.
fn policies(plan: &Plan, role: Role) -> Option<(String, Why)> {
    match role {
        Role::Node => {
            let why = Why::new(
                "policies take the same way as APIs: on one node, from which the others get them",
                "artifacts",
                SOURCE,
            );
            Some((services_of(deploying_node(plan)?), why))
        }
        _ => {
            let why = Why::new(
                "the traffic managers' admin services: one takes policies, and the others get its folder",
                "hosts.components",
                MANUAL,
            );
            Some((services(plan, Purpose::Component(Role::TrafficManager)), why))
        }
    }
}

fn decisions(plan: &Plan, parameters: &Place, statements: &mut Statements) {
    let admin = plan.access.admin.as_ref();
    let sign_in = match admin.map(|admin| &admin.password) {
        // The product takes both from user-mgt.xml, where Secure Vault has the password.
        None | Some(Secret::Vault(_)) => SignIn::left_to_product(),
        Some(_) => {
            statements.holds_secret();
            SignIn::admin(plan)
        }
    };
    let url = messaging::broker_url(&sign_in, "clientid", "carbon", traffic_managers(plan));
    let why = Why::new(
        "the same brokers in the same order on every node, so that who publishes and who listens meet at one: the next is taken while \
         it is down. Name and password are encoded here, which the product's own placeholders are not",
        "nodes.address",
        MANUAL,
    );
    statements.text(parameters.then(Step::named("connectionfactory.TopicConnectionFactory")), url, why);
}
