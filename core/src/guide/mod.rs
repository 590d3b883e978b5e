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
use picture::Reader;

/// A file for people, and who writes it.
type Written = (&'static str, fn(&Plan, &Topology<'_>, &[Artifact]) -> String);

const FILES: [Written; 5] = [
    ("guide.md", |_, topology, others| book::guide(topology, others)),
    ("topology.svg", |_, topology, _| picture::picture(topology, Reader::File)),
    ("firewall.md", |_, topology, _| firewall::markdown(topology)),
    ("firewall.csv", |_, topology, _| firewall::csv(topology)),
    ("hosts", |plan, _, _| names::hosts(plan)),
];

/// `hosts`, `firewall.md`, `firewall.csv`, `topology.svg` and `guide.md`. The run-book describes `others`, every other
/// file of the bundle: its steps are their statements, so it cannot say anything else than they do.
pub fn artifacts(plan: &Plan, others: &[Artifact]) -> Vec<Artifact> {
    let topology = Topology::of(plan);
    FILES.iter().map(|file| written(file, plan, &topology, others)).collect()
}

/// One of [`artifacts`] alone, by its path.
pub fn artifact(plan: &Plan, others: &[Artifact], path: &str) -> Option<Artifact> {
    let file = FILES.iter().find(|(known, _)| *known == path)?;
    Some(written(file, plan, &Topology::of(plan), others))
}

/// The paths of [`artifacts`], for whoever wants to know without having them written.
pub fn paths() -> impl Iterator<Item = &'static str> {
    FILES.iter().map(|(path, _)| *path)
}

fn written((path, write): &Written, plan: &Plan, topology: &Topology<'_>, others: &[Artifact]) -> Artifact {
    Artifact::whole(Owner::Cluster, *path, Mode::Public, write(plan, topology, others))
}

/// The parties of a cluster and what goes between them, as `topology.svg` shows them; and each box says in `data-at` which
/// places of the design it stands for (paths, with spaces between), in `data-folder` which folder of the bundle.
pub fn picture(plan: &Plan) -> String {
    picture::picture(&Topology::of(plan), Reader::Page)
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
