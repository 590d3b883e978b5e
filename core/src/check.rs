use crate::diagnostic::Diagnostic;
use crate::plan::{Plan, resolve, resolve_with};
use crate::read::{Document, Syntax, Unfixable, apply, read};
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

/// What can be shown of a design that cannot be read: decided as if its faulty parts were not there, with stand-ins for what is
/// missing. It is not for use.
pub fn preview(document: &Document) -> Option<Plan> {
    document.preview().and_then(|design| resolve(design).output)
}

impl Checked {
    /// Whether anything keeps the design from being rendered.
    pub fn has_errors(&self) -> bool {
        self.plan.is_none() || self.notes.iter().any(|note| note.severity == crate::diagnostic::Severity::Error)
    }
}

/// A text with its safe fixes.
#[derive(Debug)]
pub struct Mended {
    /// The text.
    pub text: String,
    /// What was done, by the titles of the fixes, in order.
    pub done: Vec<String>,
    /// What could not be done, and why.
    pub refused: Vec<(String, Unfixable)>,
}

/// How often the safe fixes are looked for anew: what one mends, another may have hidden.
const ROUNDS: usize = 8;

/// Puts every safe fix into the text, until nothing is left to mend.
pub fn mend(text: &str, syntax: Syntax) -> Mended {
    let mut mended = Mended { text: text.to_owned(), done: Vec::new(), refused: Vec::new() };
    for _ in 0..ROUNDS {
        let before = mended.text.clone();
        let notes = check(&read(&before, syntax), SecretValues::default()).notes;
        // One after the other: a fix that does not apply must not keep the others from it.
        for fix in notes.into_iter().filter_map(|note| note.fix).filter(|fix| fix.safe) {
            match apply(&mended.text, syntax, &[&fix]) {
                Ok(better) if better != mended.text => {
                    mended.text = better;
                    mended.done.push(fix.title);
                }
                Ok(_) => {}
                Err(why) => mended.refused.push((fix.title, why)),
            }
        }
        if mended.text == before {
            break;
        }
    }
    mended
}
