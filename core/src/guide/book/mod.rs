//! `guide.md`: what an operator does, in order, and what to expect after each step. One file a section.

mod artifacts;
mod balancers;
mod before;
mod brokers;
mod bundle;
mod certificates;
mod concerns;
mod databases;
mod differences;
mod generations;
mod grow;
mod head;
mod keep;
mod manual;
mod nodes;
mod product;
mod restart;
mod start;
mod statements;
mod step_names;
mod streams;
mod troubles;
mod verify;

use super::Task;
use crate::bundle::Artifact;
use crate::format::markdown::{Document, Step};
use crate::plan::Plan;
use crate::topology::Topology;

/// A section of the guide.
struct Section {
    /// Its heading.
    heading: &'static str,
    /// What stands below it.
    write: fn(&Book<'_>, &mut Document),
}

/// Every section, in the order of the guide. The steps keep their numbers whatever the cluster is.
static SECTIONS: &[Section] = &[
    Section { heading: "The picture", write: head::picture },
    Section { heading: "What is in the bundle", write: bundle::write },
    Section { heading: "Nodes", write: nodes::write },
    Section { heading: "Before you start", write: before::write },
    Section { heading: "Step 1: Names", write: step_names::write },
    Section { heading: "Step 2: Databases", write: databases::write },
    Section { heading: "Step 3: Certificates", write: certificates::write },
    Section { heading: "Step 4: Load balancers", write: balancers::write },
    Section { heading: "Step 5: Product files", write: product::write },
    Section { heading: "Step 6: Artifacts", write: artifacts::write },
    Section { heading: "Step 7: Start", write: start::write },
    Section { heading: "Step 8: Verify", write: verify::write },
    Section { heading: "Restart node by node", write: restart::write },
    Section { heading: "Add a node", write: grow::add },
    Section { heading: "Remove a node", write: grow::remove },
    Section { heading: "Back up", write: keep::back_up },
    Section { heading: "Watch", write: keep::watch },
    Section { heading: "Troubles", write: troubles::write },
    Section { heading: "The manual's steps", write: manual::write },
    Section { heading: "Where this differs from the manual", write: differences::write },
    Section { heading: "In the other generation of configuration", write: generations::write },
];

/// What the sections read.
struct Book<'a> {
    topology: &'a Topology<'a>,
    /// Every other file of the bundle.
    others: &'a [Artifact],
}

impl<'a> Book<'a> {
    fn plan(&self) -> &'a Plan {
        self.topology.plan
    }

    /// Whether the bundle has a file of everyone's at this path.
    fn has(&self, path: &str) -> bool {
        self.others.iter().any(|other| other.owner == crate::bundle::Owner::Cluster && other.path == path)
    }
}

/// The whole guide.
pub(super) fn guide(topology: &Topology<'_>, others: &[Artifact]) -> String {
    let book = Book { topology, others };
    let mut doc = Document::default();
    head::title(&book, &mut doc);
    for section in SECTIONS {
        doc.heading(2, section.heading);
        (section.write)(&book, &mut doc);
    }
    doc.finish()
}

/// The steps from the bundle to a cluster that runs, in order: the numbered items of the guide's numbered sections.
pub(super) fn steps(topology: &Topology<'_>, others: &[Artifact]) -> Vec<Task> {
    let book = Book { topology, others };
    let mut tasks = Vec::new();
    for section in SECTIONS {
        let Some((_, title)) = section.heading.strip_prefix("Step ").and_then(|it| it.split_once(": ")) else {
            continue;
        };
        let mut doc = Document::default();
        doc.heading(2, section.heading);
        (section.write)(&book, &mut doc);
        let task = |step: Step| Task {
            section: title,
            part: Some(step.heading).filter(|heading| heading != section.heading),
            text: step.text,
        };
        tasks.extend(doc.take_steps().into_iter().map(task));
    }
    tasks
}

/// Every heading of the second level.
#[cfg(test)]
pub(super) fn headings() -> impl Iterator<Item = &'static str> {
    SECTIONS.iter().map(|section| section.heading)
}
