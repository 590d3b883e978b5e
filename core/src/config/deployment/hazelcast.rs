use super::super::hazelcast;
use super::{Of, Tables};
use crate::edit::toml::Place;

/// `[hazelcast]`: each key becomes a line of `hazelcast.properties`.
pub(super) fn holds(Of { plan, node, .. }: Of<'_>, tables: &mut Tables) {
    if node.group.is_none() {
        return;
    }
    let place = Place::from(["hazelcast"]);
    for (key, value) in &plan.cluster.hazelcast {
        tables.plain(place.then(key.to_string()), value.clone(), hazelcast::why(key.as_str()));
    }
}
