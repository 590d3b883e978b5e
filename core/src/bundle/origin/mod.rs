//! Which lines of a file come from which statement, and why: the fifth reading of the one list of statements.

mod comments;
pub(super) mod lines;
mod made;
pub(super) mod setting;
mod statements;

pub use made::{Made, lines_of};

use super::render::one;
use super::{Artifact, Content, Stock, artifact};
use crate::diagnostic::Path;
use crate::plan::Plan;
use std::ops::Range;

/// Lines of a file, and why they are as they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The lines of the rendered text, from 0; at least one.
    pub lines: Range<usize>,
    /// What was asked for, as an order; secrets are masked. Empty in files wholly of our own, where the lines say it themselves.
    pub says: String,
    /// Because of this, in a sentence or two; empty where nothing is to be said.
    pub why: String,
    /// The setting of the design that decides it; none where the product does, or the program that reads the file.
    pub path: Option<Path>,
    /// Where the fact comes from: a manual's page, a kernel version, a file. Empty where there is none to name.
    pub source: &'static str,
}

/// Which lines of a file of the bundle come from what, by first line; what is inside something else follows it. With stock at
/// hand the product's files are asked as they come out whole. Empty where the plan has no such file.
pub fn origins(plan: &Plan, path: &str, stock: Option<&dyn Stock>) -> Vec<Origin> {
    let Some(artifact) = artifact(plan, path) else { return Vec::new() };
    origins_in(plan, &artifact, &one(&artifact, stock).bytes)
}

/// The same of a file that was rendered already: `bytes` are what [`super::render`] made of the artifact.
pub fn origins_in(plan: &Plan, artifact: &Artifact, bytes: &[u8]) -> Vec<Origin> {
    origins_of(plan, artifact, bytes, &|_| true)
}

/// The same of wanted settings alone: to look for the others takes longest.
fn origins_of(plan: &Plan, artifact: &Artifact, bytes: &[u8], wanted: &statements::Wanted<'_>) -> Vec<Origin> {
    let mut origins = match &artifact.content {
        Content::Stock(file) => statements::origins(plan, &artifact.owner, file, bytes, wanted),
        Content::Whole(text) => comments::origins(plan, artifact, text),
    };
    origins.retain(|origin| wanted(origin.path.as_ref()));
    origins.sort_by(|one, other| {
        let key = |origin: &Origin| (origin.lines.start, std::cmp::Reverse(origin.lines.end));
        key(one).cmp(&key(other))
    });
    origins
}

/// What a line comes from: of several, the one with the fewest lines, which says most about it.
pub fn origin_at(origins: &[Origin], line: usize) -> Option<&Origin> {
    let around = origins.iter().filter(|origin| origin.lines.contains(&line));
    // Of equals the later one is inside the earlier one.
    around.rev().min_by_key(|origin| origin.lines.len())
}

#[cfg(test)]
mod tests;
