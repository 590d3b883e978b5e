use super::{Of, SOURCE, Statements};
use crate::design::Role;
use crate::edit::Why;
use crate::plan::Purpose;

/// Where people find the portals.
pub(super) fn write(Of { plan, node, .. }: Of<'_>, statements: &mut Statements) {
    let purpose = |role| match node.role {
        Role::Node => (Purpose::Portal, "hosts.portal"),
        _ => (Purpose::Component(role), "hosts.components"),
    };
    if matches!(node.role, Role::Publisher | Role::Store | Role::Node) {
        let (purpose, setting) = purpose(Role::Store);
        let why = Why::new("links to the store name the load balancer, not a node", setting, SOURCE);
        statements.text(["APIManager", "APIStore", "URL"], format!("{}/store", plan.origin(purpose, "https")), why);
    }
    if matches!(node.role, Role::Publisher | Role::Node) {
        let (purpose, setting) = purpose(Role::Publisher);
        let why = Why::new("links to the publisher name the load balancer, not a node", setting, SOURCE);
        let url = format!("{}/publisher", plan.origin(purpose, "https"));
        statements.text(["APIManager", "APIPublisher", "URL"], url, why);
    }
}
