//! What a person reads and hands on: the run-book, the picture, the names for the hosts file, the table for the firewall.

mod book;
mod firewall;
mod names;
mod picture;
mod sentence;
mod survives;
mod words;

pub use sentence::sentence;

use crate::bundle::{Artifact, Mode, Owner};
use crate::format::markdown::Inline;
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

/// The parties of a cluster and what goes between them, as SVG.
pub fn picture(plan: &Plan) -> String {
    picture::picture(&Topology::of(plan))
}

/// One thing to do on the way from the bundle to a cluster that runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// The section of the guide, without its number.
    pub section: &'static str,
    /// The heading within the section, such as a load balancer's.
    pub part: Option<String>,
    /// What to do.
    pub text: Inline,
}

/// What there is to do, in order. `guide.md` is written from the same sections; `others` is every other file of the bundle.
pub fn tasks(plan: &Plan, others: &[Artifact]) -> Vec<Task> {
    book::steps(&Topology::of(plan), others)
}

#[cfg(test)]
mod tests;
