use super::{Of, Tables, peers};
use crate::design::Role;
use crate::edit::Why;

/// `apim.oauth_config.revoke_endpoint`: where the portal has a token revoked.
pub(super) fn holds(Of { plan, node, .. }: Of<'_>, tables: &mut Tables) {
    if !matches!(node.role, Role::ControlPlane | Role::Node | Role::DevPortal | Role::TrafficManager) {
        return;
    }
    let why = Why::new(
        "tokens are revoked where they are issued, by any key manager",
        "hosts.components",
        "API Manager 4.2.0, api-manager.xml.j2",
    );
    let url = format!("{}/oauth2/revoke", peers::origin(plan, peers::key_manager(plan)));
    tables.text(["apim", "oauth_config", "revoke_endpoint"], url, why);
}
