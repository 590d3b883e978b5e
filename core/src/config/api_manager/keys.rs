use super::{MANUAL, Of, SOURCE, Statements, is_gateway, services};
use crate::design::Role;
use crate::edit::Why;
use crate::edit::xml::{Place, Step};
use crate::plan::Purpose;

/// Who checks keys, and how it is asked.
pub(super) fn write(Of { plan, node, .. }: Of<'_>, statements: &mut Statements) {
    let validator = Place::from(["APIManager", "APIKeyValidator"]);
    let at = |name: &'static str| validator.then(Step::named(name));
    if node.role == Role::Store || is_gateway(node) && node.role != Role::Node {
        let why =
            Why::new("keys are checked by the key managers, through the load balancer", "hosts.components", MANUAL);
        statements.text(at("ServerURL"), services(plan, Purpose::Component(Role::KeyManager)), why);
    }
    let why = Why::new(
        "a Thrift session is known to one key manager only, and no load balancer can tell which; web services carry the sign-in along",
        "pattern",
        "product-apim#4213, #7568",
    );
    statements.text(at("KeyValidatorClientType"), "WSClient", why);
    let why = Why::new("nobody asks over Thrift, so its port stays shut", "pattern", MANUAL);
    statements.text(at("EnableThriftServer"), false, why);
    if matches!(node.role, Role::Store | Role::KeyManager) {
        let why = Why::new(
            "a token is revoked through the gateways, which then drop it from their caches",
            "hosts.service",
            SOURCE,
        );
        let url = format!("{}/revoke", plan.origin(Purpose::Service, "https"));
        statements.text(["APIManager", "OAuthConfigurations", "RevokeAPIURL"], url, why);
    }
}
