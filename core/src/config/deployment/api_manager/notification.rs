use super::{Of, Tables};
use crate::catalogue::Feature;
use crate::design::Role;
use crate::edit::Why;

/// `apim.gateway_notification.gateway_id`: who says what it has deployed.
pub(super) fn holds(Of { node, .. }: Of<'_>, tables: &mut Tables) {
    if !node.has(Feature::GatewayNotification) || !matches!(node.role, Role::Gateway | Role::Node) {
        return;
    }
    let why = Why::new(
        "the control plane tells gateways apart by it when they say what they have deployed",
        "nodes.name",
        "API Manager 4.5.0 manual, distributed deployment",
    );
    tables.text(["apim", "gateway_notification", "gateway_id"], node.name.to_string(), why);
}
