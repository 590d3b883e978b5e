//! What is otherwise on a machine than the design wants it: the statements asked of files as they lie there.
//!
//! A secret that is not known here stands in the design as a mark. What a machine has in its place cannot be compared: it holds as
//! long as something stands there that is not a password which every product is delivered with.

mod statements;
mod whole;

use super::{Artifact, Content, Mode, Owner, artifacts};
use crate::diagnostic::Path;
use crate::edit::Trouble;
use crate::plan::Plan;
use crate::value::{SecretValues, visible};
use std::collections::BTreeMap;
use std::fmt;

/// Files as they lie on machines.
pub trait Actual {
    /// Whether the files of this node or load balancer are at hand: then one that is not there is missing.
    fn has(&self, owner: &Owner) -> bool;
    /// The bytes of a file, by its path in its owner's folder; none where it is not there.
    fn file(&self, owner: &Owner, path: &str) -> Option<&[u8]>;
}

/// By their paths as in a bundle, such as `nodes/worker-1/repository/conf/carbon.xml`.
impl Actual for BTreeMap<String, Vec<u8>> {
    fn has(&self, owner: &Owner) -> bool {
        let folder = owner.folder();
        !folder.is_empty() && self.range(folder.clone()..).next().is_some_and(|(path, _)| path.starts_with(&folder))
    }

    fn file(&self, owner: &Owner, path: &str) -> Option<&[u8]> {
        self.get(&format!("{}{path}", owner.folder())).map(Vec::as_slice)
    }
}

/// Something that is otherwise than the design wants it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drift {
    /// Whose file it is.
    pub owner: Owner,
    /// The file's path in its owner's folder.
    pub path: String,
    /// What.
    pub what: Drifted,
}

/// What is otherwise. Nothing in it is secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Drifted {
    /// The file is not there.
    Missing,
    /// The file cannot be read.
    Unreadable(String),
    /// A statement does not hold.
    Statement {
        /// What was asked.
        asked: Asked,
        /// What the file says there; masked where a secret belongs. None where it says nothing.
        found: Option<String>,
        /// The line where it says so, from 0.
        line: Option<usize>,
    },
    /// A statement cannot be asked of this file.
    Trouble {
        /// What was asked.
        asked: Asked,
        /// Why not.
        trouble: Trouble,
    },
    /// A file of our own is another one: its first line that differs.
    Line {
        /// Which, from 0.
        line: usize,
        /// What the file says there; masked where the file may hold secrets. None behind its end.
        found: Option<String>,
        /// What it should say; none where it should have ended.
        wanted: Option<String>,
    },
}

/// A statement, for a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The place in the file.
    pub place: String,
    /// What is wanted, as an order; secrets are masked.
    pub says: String,
    /// Because of this.
    pub why: String,
    /// The setting of the design that decides it; none where the product does.
    pub setting: Option<Path>,
    /// Where the fact comes from; empty where there is none to name.
    pub source: &'static str,
}

/// Asks the files that are at hand about everything that the plan wants of them, in the order of the bundle. Of files that belong to
/// no machine, such as the guide, only those that are there are asked.
pub fn drift(plan: &Plan, actual: &dyn Actual) -> Vec<Drift> {
    let mut plan = plan.clone();
    let known = std::mem::take(&mut plan.secrets);
    plan.secrets = SecretValues::filled(known);
    artifacts(&plan).iter().flat_map(|artifact| of_file(&plan, artifact, actual)).collect()
}

fn of_file(plan: &Plan, artifact: &Artifact, actual: &dyn Actual) -> Vec<Drift> {
    let Artifact { owner, path, mode, content, .. } = artifact;
    let all = match (actual.file(owner, path), content) {
        (None, _) if actual.has(owner) => vec![Drifted::Missing],
        (None, _) => Vec::new(),
        (Some(bytes), Content::Stock(file)) => statements::drift(plan, owner, file, bytes),
        (Some(bytes), Content::Whole(text)) => {
            let private = matches!(mode, Mode::Private | Mode::PrivateProgram);
            whole::drift(plan, text, bytes, private).into_iter().collect()
        }
    };
    all.into_iter().map(|what| Drift { owner: owner.clone(), path: path.clone(), what }).collect()
}

/// One line for a terminal or a log; nothing in it is secret.
impl fmt::Display for Drift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.owner.folder(), self.path)?;
        match &self.what {
            Drifted::Missing => f.write_str(": not there"),
            Drifted::Unreadable(fault) => write!(f, ": {fault}"),
            Drifted::Statement { asked, found, line } => {
                line.iter().try_for_each(|line| write!(f, ":{}", line + 1))?;
                match found {
                    Some(found) => write!(f, ": {} is `{}`; {}", asked.place, visible(found), asked.says),
                    None => write!(f, ": {} is not there; {}", asked.place, asked.says),
                }
            }
            Drifted::Trouble { asked, trouble } => write!(f, ": {trouble}; cannot be asked: {}", asked.says),
            Drifted::Line { line, found, wanted } => {
                let shown = |text: &Option<String>| match text {
                    Some(text) => format!("`{}`", visible(text)),
                    None => "the end of the file".to_owned(),
                };
                write!(f, ":{}: is {}, not {}", line + 1, shown(found), shown(wanted))
            }
        }
    }
}

#[cfg(test)]
mod tests;
