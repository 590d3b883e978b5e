use super::{Of, Tables, peers};
use crate::catalogue::Feature;
use crate::design::Role;
use crate::edit::Why;

const SOURCE: &str = "API Manager 4.2.0, infer.json";

/// `[apim.cache_invalidation]`: without Hazelcast caches of equal nodes hear of changes over the event hub. 3.x has no such
/// setting as it comes.
pub(super) fn holds(Of { plan, node, .. }: Of<'_>, tables: &mut Tables) {
    let caches = matches!(node.role, Role::ControlPlane | Role::KeyManager | Role::Node);
    if !caches || !node.has(Feature::EventHub) || node.group.is_some() || peers::peer(plan, node).is_none() {
        return;
    }
    let why = Why::new("what one node changes the others drop from their caches", "pattern", SOURCE);
    tables.bool(["apim", "cache_invalidation", "enabled"], true, why);
    let why = Why::new("nodes of one kind have the same caches, others have not", "cluster.domain", SOURCE);
    let domain = plan.domain().below(node.role.key());
    tables.text(["apim", "cache_invalidation", "domain"], domain, why);
}
