use super::{Of, Tables};
use crate::edit::Why;

/// `server.server_role`: what the product infers a component's defaults from. Where each component has an archive of its own, the
/// archive says it.
pub(super) fn holds(Of { node, .. }: Of<'_>, tables: &mut Tables) {
    if node.component.profile.is_empty() {
        return;
    }
    let why = Why::new(
        "which parts of the product this node is: what it publishes, connects to and indexes is inferred from it",
        "nodes.role",
        "API Manager 4.2.0, infer.json",
    );
    tables.text(["server", "server_role"], node.component.profile, why);
}
