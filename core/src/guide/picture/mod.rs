//! `topology.svg`: the networks as bands, load balancers above nodes, services on the left, the console on the right,
//! what nodes share below. The two lanes keep lines straight; what is not straight runs on a bus beside its lane.

mod draw;
mod layout;

use crate::topology::Topology;

/// The picture of a topology.
pub(super) fn picture(topology: &Topology<'_>, reader: Reader) -> String {
    draw::draw(topology, &layout::layout(topology), reader)
}

/// Whom a picture is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reader {
    /// Who opens `topology.svg`: what was decided, and nothing of how the design says it.
    File,
    /// A page where boxes are clicked: each says in `data-at` which places of the design it stands for, in
    /// `data-folder` which folder of the bundle.
    Page,
}

#[cfg(test)]
mod tests;
