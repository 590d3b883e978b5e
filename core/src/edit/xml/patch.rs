use super::Edit;
use super::changes::Changes;
use super::plan::plan;
use crate::edit::{Finding, Splice, Trouble, apply};
use crate::format::xml::Document;

/// What became of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Patched {
    /// The file's text afterwards.
    pub text: String,
    /// What the file said about each statement before, in the order of the statements.
    pub findings: Vec<Finding>,
}

/// Makes a file say what the statements want, with the smallest changes that do it. A statement in trouble changes
/// nothing; the others are still applied.
pub fn patch(document: &Document<'_>, edits: &[Edit]) -> Patched {
    let mut changes = Changes::default();
    let findings = edits.iter().map(|edit| step(document, edit, &mut changes)).collect();
    Patched { text: apply(document.text(), &changes.splices()), findings }
}

fn step<'d>(document: &'d Document<'d>, edit: &'d Edit, changes: &mut Changes<'d>) -> Finding {
    match plan(document, edit, changes) {
        Ok((finding, ops)) => {
            changes.commit(ops);
            finding
        }
        Err(trouble) => Finding::Trouble(trouble),
    }
}

impl Edit {
    /// What a file says about this statement.
    pub fn check(&self, document: &Document<'_>) -> Finding {
        match plan(document, self, &Changes::default()) {
            Ok((finding, _)) => finding,
            Err(trouble) => Finding::Trouble(trouble),
        }
    }

    /// The changes that make a file say what this statement wants; none if it does. Line ends and indentation are
    /// those around each change.
    pub fn splices(&self, document: &Document<'_>) -> Result<Vec<Splice>, Trouble> {
        let mut changes = Changes::default();
        let (_, ops) = plan(document, self, &changes)?;
        changes.commit(ops);
        Ok(changes.splices())
    }
}
