//! `topology.svg`: the networks as bands, load balancers above nodes, services on the left, the console on the right,
//! what nodes share below. The two lanes keep lines straight; what is not straight runs on a bus beside its lane.

mod draw;
mod layout;

use crate::topology::Topology;

/// The picture of a topology.
pub(super) fn picture(topology: &Topology<'_>) -> String {
    draw::draw(topology, &layout::layout(topology))
}

#[cfg(test)]
mod tests;
