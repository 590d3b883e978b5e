//! What a person reads and hands on: the run-book, the picture, the names for the hosts file, the table for the firewall.

mod book;
mod firewall;
mod names;
mod picture;
mod sentence;
mod words;

pub use sentence::sentence;

use crate::bundle::{Artifact, Mode, Owner};
use crate::plan::Plan;
use crate::topology::Topology;

/// `hosts`, `firewall.md`, `firewall.csv`, `topology.svg` and `guide.md`. The run-book describes `others`, every other
/// file of the bundle: its steps are their statements, so it cannot say anything else than they do.
pub fn artifacts(plan: &Plan, others: &[Artifact]) -> Vec<Artifact> {
    let topology = Topology::of(plan);
    let file = |path: &str, text: String| Artifact::whole(Owner::Cluster, path, Mode::Public, text);
    vec![
        file("guide.md", book::guide(&topology, others)),
        file("topology.svg", picture::picture(&topology)),
        file("firewall.md", firewall::markdown(&topology)),
        file("firewall.csv", firewall::csv(&topology)),
        file("hosts", names::hosts(plan)),
    ]
}

#[cfg(test)]
mod tests;
