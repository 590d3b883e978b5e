use super::{ConfigFile, Generation, Of, Statements, Varies};
use crate::catalogue::Feature;

/// Without it a node makes an id up at its first start, and a home that is copied afterwards takes it along: two nodes with one id
/// work on the same part of the index. Later releases move it to `repository/data` (carbon-analytics, IndexNodeCoordinator).
pub(super) static FILE: ConfigFile = ConfigFile {
    path: "analytics/my-node-id.dat",
    about: "The name by which this node knows its part of the index; another on every node.",
    generation: Generation::Xml,
    varies: Varies::ByNode,
    holds,
};

fn holds(Of { plan, node, .. }: Of<'_>) -> Option<Statements> {
    node.has(Feature::Spark).then(|| Statements::whole(format!("{}-{}\n", plan.name, node.name)))
}
