use super::{OWN, Of, Tables, peers};
use crate::catalogue::Feature;
use crate::design::Role;
use crate::edit::Why;
use crate::edit::toml::Place;
use crate::plan::Purpose;

const SOURCE: &str = "API Manager 4.2.0, api-manager.xml.j2";

/// `[[apim.gateway.environment]]`: where the portals send clients of APIs.
pub(super) fn holds(Of { plan, node, .. }: Of<'_>, tables: &mut Tables) {
    if !matches!(node.role, Role::ControlPlane | Role::Publisher | Role::DevPortal | Role::Node) {
        return;
    }
    let hub = node.has(Feature::EventHub);
    let environment = Place::from(["apim", "gateway"]).entry(
        "environment",
        "name",
        if hub { "Default" } else { "Production and Sandbox" },
    );
    let at = |key: &'static str| environment.then(key);
    let stock = || Why::new("as the product comes with it", "pattern", SOURCE);
    tables.plain(at("type"), "hybrid", stock());
    if hub {
        tables.plain(at("provider"), "wso2", stock());
    }
    tables.bool(at("display_in_api_console"), true, stock());
    let description = "This is a hybrid gateway that handles both production and sandbox token traffic.";
    tables.text(at("description"), description, stock());
    tables.bool(at("show_as_token_endpoint_url"), true, stock());
    let own = node.role == Role::Node;
    let services = if own { OWN.to_owned() } else { peers::origin(plan, Role::Gateway) };
    let why = if own {
        Why::new("this node is its own gateway", "pattern", SOURCE)
    } else {
        Why::new(
            "the gateways' admin services, behind a name that only nodes and administrators reach",
            "hosts.components",
            SOURCE,
        )
    };
    tables.text(at("service_url"), format!("{services}/services/"), why);
    let account = || Why::new("by this account, which every node knows", "access.admin-user", SOURCE);
    tables.text(at("username"), "${admin.username}", account());
    tables.text(at("password"), "${admin.password}", account());
    for (key, purpose, scheme, setting) in [
        ("http_endpoint", Purpose::Service, "http", "hosts.service"),
        ("https_endpoint", Purpose::Service, "https", "hosts.service"),
        ("wss_endpoint", Purpose::WebSocket, "wss", "hosts.web-socket"),
    ] {
        let why =
            Why::new("the address of APIs that the portals show: the load balancer's, not a node's", setting, SOURCE);
        tables.text(at(key), plan.origin(purpose, scheme), why);
    }
    let why = Why::new("the load balancer takes WebSocket over TLS only", "hosts.web-socket", SOURCE);
    tables.absent(at("ws_endpoint"), why);
}
