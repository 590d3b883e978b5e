use crate::diagnostic::Diagnostic;
use crate::plan::{Plan, resolve_with};
use crate::read::Document;
use crate::rules;
use crate::value::SecretValues;

/// A design that was read, decided and judged.
#[derive(Debug)]
pub struct Checked {
    /// Every decision; none where the design could not be read, or its product is not known.
    pub plan: Option<Plan>,
    /// Everything that was found, the worst first.
    pub notes: Vec<Diagnostic>,
}

/// Decides and judges a design: all findings at once. A plan with an error among the findings must not be rendered.
pub fn check(document: &Document, secrets: SecretValues) -> Checked {
    let mut notes = document.notes.clone();
    let plan = document.design.as_ref().and_then(|design| {
        let resolved = resolve_with(design, secrets);
        notes.extend(resolved.notes);
        notes.extend(resolved.output.as_ref().map_or_else(Vec::new, rules::check));
        resolved.output
    });
    notes.sort_by_key(|note| std::cmp::Reverse(note.severity));
    Checked { plan, notes }
}

impl Checked {
    /// Whether anything keeps the design from being rendered.
    pub fn has_errors(&self) -> bool {
        self.plan.is_none() || self.notes.iter().any(|note| note.severity == crate::diagnostic::Severity::Error)
    }
}
