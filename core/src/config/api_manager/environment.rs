use super::{MANUAL, Of, SOURCE, Statements, deploying_gateway, deploying_node, services, services_of};
use crate::design::Role;
use crate::edit::Why;
use crate::edit::xml::{Place, Step};
use crate::plan::Purpose;

/// Where APIs are deployed, and by which addresses clients call them.
pub(super) fn write(Of { plan, node, .. }: Of<'_>, statements: &mut Statements) {
    let environment = Place::from(["APIManager", "APIGateway", "Environments", "Environment"]);
    let at = |name: &'static str| environment.then(Step::named(name));
    match node.role {
        Role::Publisher | Role::Store | Role::KeyManager => {
            let why = Why::new(
                "APIs are deployed on the gateways, by a name of their own: their services are no place for clients",
                "hosts.components",
                MANUAL,
            );
            statements.text(at("ServerURL"), services(plan, deploying_gateway(node)), why);
        }
        Role::Node => {
            if let Some(first) = deploying_node(plan) {
                let why = Why::new(
                    "every publisher deploys on the same node, from which the others get it; with a folder that all share each \
                     would deploy on itself",
                    "artifacts",
                    "API Manager 2.1.0 manual, configuring an active-active deployment",
                );
                statements.text(at("ServerURL"), services_of(first), why);
            }
        }
        _ => return,
    }
    if node.role == Role::KeyManager {
        return;
    }
    let endpoints = format!("{},{}", plan.origin(Purpose::Service, "http"), plan.origin(Purpose::Service, "https"));
    let why =
        Why::new("clients call APIs through the load balancer, so portals show its address", "hosts.service", SOURCE);
    statements.text(at("GatewayEndpoint"), endpoints, why);
    if plan.hosts.others.contains_key(&Purpose::WebSocket) {
        let why =
            Why::new("as do clients of WebSocket APIs; TLS ends at the load balancer", "hosts.web-socket", SOURCE);
        statements.text(at("GatewayWSEndpoint"), plan.origin(Purpose::WebSocket, "wss"), why);
    }
}
