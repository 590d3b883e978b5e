use super::{Of, Tables};
use crate::catalogue::Feature;
use crate::design::Role;
use crate::edit::Why;
use crate::edit::toml::{Item, Place};

const SOURCE: &str = "API Manager 4.2.0, deployment.toml";

/// What the product comes with for users and applications and has no default of; what the file says stays.
pub(super) fn holds(Of { plan, node, .. }: Of<'_>, tables: &mut Tables) {
    let stock = || Why::new("as the product comes with it", "pattern", SOURCE);
    // Before 3.2 the default is the right one.
    if node.has(Feature::ArtifactStore) && plan.directory().is_none() {
        tables.present(["user_store", "type"], "database_unique_id", stock());
    }
    if !matches!(node.role, Role::KeyManager | Role::ControlPlane | Role::DevPortal | Role::Node) {
        return;
    }
    let handler = Place(Vec::new()).entry("event_handler", "name", "userPostSelfRegistration");
    let why = Why::new("people who sign up get their roles by it", "pattern", SOURCE);
    tables.item(handler.then("subscriptions"), Item::List(vec![Item::text("POST_ADD_USER")]), why);
    let why = Why::new("applications of the developer portal have names with blanks", "pattern", SOURCE);
    tables.present(["service_provider", "sp_name_regex"], r"^[\sa-zA-Z0-9._-]*$", why);
}
