use super::changes::Changes;
use super::plan::plan;
use super::{Edit, Place};
use crate::edit::{Finding, Splice, apply};
use std::collections::BTreeSet;
use toml_edit::{Document, TomlError};

/// What became of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Patched {
    /// The file's text afterwards.
    pub text: String,
    /// What the file said about each statement before, in the order of the statements.
    pub findings: Vec<Finding>,
}

/// How often a file is gone over at most: once for what statements want, and again where they met at one place.
const ROUNDS: usize = 4;

/// Makes a file say what the statements want: values are replaced, keys are added at the end of their tables, tables at the
/// end of the file. Every other byte stays.
///
/// # Errors
/// The text is no TOML.
pub fn patch(text: &str, edits: &[Edit]) -> Result<Patched, TomlError> {
    let (findings, mut splices) = go_over(text, edits)?;
    let mut text = text.to_owned();
    for _ in 0..ROUNDS {
        if splices.is_empty() {
            break;
        }
        let after = apply(&text, &splices);
        // Whatever a statement asks for, a file that can be read stays one.
        let Ok((_, more)) = go_over(&after, edits) else { break };
        (text, splices) = (after, more);
    }
    Ok(Patched { text, findings })
}

/// What a file says about each statement.
///
/// # Errors
/// The text is no TOML.
pub fn check(text: &str, edits: &[Edit]) -> Result<Vec<Finding>, TomlError> {
    go_over(text, edits).map(|(findings, _)| findings)
}

fn go_over(text: &str, edits: &[Edit]) -> Result<(Vec<Finding>, Vec<Splice>), TomlError> {
    let document = Document::parse(text)?;
    let mut changes = Changes::new(text);
    let mut seen: BTreeSet<&Place> = BTreeSet::new();
    let mut findings = Vec::with_capacity(edits.len());
    for edit in edits {
        // Of two statements about a place the first counts.
        let finding = if seen.insert(&edit.at) {
            plan(document.as_table(), edit, &mut changes)
        } else {
            plan(document.as_table(), edit, &mut Changes::new(text))
        };
        findings.push(finding);
    }
    Ok((findings, changes.splices()))
}
