use super::{Of, Tables};
use crate::design::Role;
use crate::edit::Why;
use crate::plan::Purpose;

/// `apim.devportal.url`: where the publisher sends people.
pub(super) fn holds(Of { plan, node, .. }: Of<'_>, tables: &mut Tables) {
    let (purpose, setting) = match node.role {
        Role::ControlPlane | Role::Node => (Purpose::Portal, "hosts.portal"),
        Role::Publisher | Role::DevPortal => (Purpose::Component(Role::DevPortal), "hosts.components"),
        _ => return,
    };
    let why = Why::new(
        "links to the developer portal name the load balancer, not a node",
        setting,
        "API Manager 4.2.0, api-manager.xml.j2",
    );
    tables.text(["apim", "devportal", "url"], format!("{}/devportal", plan.origin(purpose, "https")), why);
}
