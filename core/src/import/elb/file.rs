use super::cluster::{self, Cluster};
use super::syntax::{self, Block};
use crate::diagnostic::{Diagnostic, Path, Places, Severity};
use std::collections::BTreeMap;
use std::ops::Range;

/// How large a `loadbalancer.conf` may be, in bytes; those of the largest clouds had some kilobytes.
pub const LARGEST: usize = 1024 * 1024;

/// A `loadbalancer.conf` as it was read.
#[derive(Debug)]
pub struct File {
    /// The clusters that it leads to, in its order; none where it has an error.
    pub clusters: Vec<Cluster>,
    /// What is wrong with the file as such.
    pub notes: Vec<Diagnostic>,
    places: BTreeMap<Path, Range<usize>>,
}

/// Reads a `loadbalancer.conf`, of ELB 2.0 or 2.1. Every fault is found in one go.
pub fn read(text: &str) -> File {
    if text.len() > LARGEST {
        let note = Diagnostic::new("too-large", Severity::Error, format!("the file has {} bytes", text.len()));
        let note = note.at(Path::root()).help("this is no `loadbalancer.conf`");
        return File { clusters: Vec::new(), notes: vec![note], places: BTreeMap::new() };
    }
    let tree = syntax::parse(text);
    let mut notes = tree.faults;
    let broken = notes.iter().any(|note| note.severity == Severity::Error);
    let clusters = if broken { Vec::new() } else { clusters(&tree.root, &mut notes) };
    File { clusters, notes, places: tree.places }
}

/// Services stand below `services`; pages of the manual show them without it.
fn clusters(root: &Block<'_>, notes: &mut Vec<Diagnostic>) -> Vec<Cluster> {
    let named = |name: &'static str| root.blocks().filter(move |block| block.name == name);
    let defaults: Vec<&Block<'_>> = named("services")
        .flat_map(Block::blocks)
        .chain(root.blocks())
        .filter(|block| block.name == "defaults")
        .collect();
    let global: Vec<&Block<'_>> = named("loadbalancer").chain(defaults).collect();
    let services = named("services").flat_map(Block::blocks).chain(root.blocks());
    let services = services.filter(|block| !["services", "loadbalancer", "defaults"].contains(&block.name));
    let found: Vec<Cluster> = services.flat_map(|service| cluster::of(service, &global, notes)).collect();
    if found.is_empty() && notes.iter().all(|note| note.severity != Severity::Error) {
        let note = Diagnostic::new("missing-key", Severity::Error, "no service with a domain is in this file");
        notes.push(
            note.at(Path::root())
                .help("a `loadbalancer.conf` has `services { <service> { domains { <domain> { … } } } }`"),
        );
    }
    found
}

impl Places for File {
    fn span_of(&self, _: &Diagnostic, path: &Path) -> Option<Range<usize>> {
        self.places.get(path).cloned()
    }
}
