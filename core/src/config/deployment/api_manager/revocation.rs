use super::{OWN, Of, Tables, peers};
use crate::catalogue::Feature;
use crate::design::Role;
use crate::edit::Why;
use crate::edit::toml::Place;

const SOURCE: &str = "API Manager 4.2.0, identity.xml.j2";

/// The listener that tells of revoked tokens, on nodes that issue them.
pub(super) fn holds(Of { plan, node, .. }: Of<'_>, tables: &mut Tables) {
    // A control plane has a key manager of its own, even where others stand beside it.
    let issues = matches!(node.role, Role::KeyManager | Role::ControlPlane | Role::Node);
    if !issues {
        return;
    }
    let listener = Place(Vec::new()).entry("event_listener", "id", "token_revocation");
    let stock = || Why::new("as the product comes with it", "pattern", SOURCE);
    tables.plain(listener.then("type"), "org.wso2.carbon.identity.core.handler.AbstractIdentityHandler", stock());
    tables.plain(listener.then("name"), "org.wso2.is.notification.ApimOauthEventInterceptor", stock());
    tables.integer(listener.then("order"), 1, stock());
    let told = if node.role == Role::Node { OWN.to_owned() } else { peers::origin(plan, peers::hub(plan)) };
    let properties = listener.then("properties");
    let why = if node.has(Feature::EventHub) {
        Why::new("a revoked token is told to the event hub, which tells every gateway", "hosts.portal", SOURCE)
    } else {
        Why::new("a revoked token is told to a traffic manager, which tells every gateway", "hosts.components", SOURCE)
    };
    tables.text(properties.then("notification_endpoint"), format!("{told}/internal/data/v1/notify"), why);
    let account = || Why::new("by this account, which every node knows", "access.admin-user", SOURCE);
    tables.text(properties.then("username"), "${admin.username}", account());
    tables.text(properties.then("password"), "${admin.password}", account());
    tables.text(properties.then("header.X-WSO2-KEY-MANAGER"), "default", stock());
}
