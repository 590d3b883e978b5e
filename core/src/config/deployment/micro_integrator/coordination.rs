use super::{Of, Tables};
use crate::edit::Why;

/// `[cluster_config]`: who this node is among the rows of the coordination database.
pub(super) fn holds(Of { node, .. }: Of<'_>, tables: &mut Tables) {
    let why = Why::new(
        "its row among the members: with a random id it would be another node after each start",
        "nodes.name",
        "Micro Integrator 4.2.0, RDBMSCoordinationStrategy",
    );
    tables.plain(["cluster_config", "node_id"], node.name.to_string(), why);
}
