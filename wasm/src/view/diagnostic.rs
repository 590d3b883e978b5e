use crate::reading;
use serde::Serialize;
use serde_json::Value;
use std::ops::Range;
use wso2_design_core::diagnostic::{self, Fix, Places, Severity};
use wso2_design_core::read::{Document, Syntax};

/// A design as it was read.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Reading {
    /// The grammar of its text: `toml` or `json`.
    syntax: &'static str,
    /// What it says, as a tree; `null` where the text has a fault of grammar.
    tree: Value,
    /// What cannot be read.
    diagnostics: Vec<Diagnostic>,
}

/// What was found out about a design.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Checked {
    /// Whether it can be rendered: none of the findings is an error.
    pub(crate) ok: bool,
    /// Everything that was found, the worst first.
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// What it comes to, in a sentence; `null` where it could not be decided.
    pub(crate) sentence: Option<String>,
}

/// One finding about a design.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Diagnostic {
    /// The stable code; `explain(code)` has its page.
    code: &'static str,
    /// How bad it is.
    severity: Severity,
    /// What is wrong.
    message: String,
    /// What to do about it; may be empty.
    help: String,
    /// Where the fact comes from; empty where it is plain logic.
    source: &'static str,
    /// Where in the design; the first place is the main one.
    at: Vec<Place>,
    /// The change that mends it, where one is known.
    fix: Option<Fix>,
}

/// A place in a design.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Place {
    /// The setting, such as `nodes[2].address`; empty for the whole design.
    path: String,
    /// Where it is in the text; what is left out is where its table is.
    span: Option<Span>,
}

/// A piece of a text, in UTF-16 units.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Span {
    /// Where it begins.
    pub(crate) start: usize,
    /// Where it ends.
    pub(crate) end: usize,
}

impl Reading {
    pub(crate) fn of(reading: &reading::Reading) -> Self {
        let syntax = match reading.syntax {
            Syntax::Toml => "toml",
            Syntax::Json => "json",
        };
        let diagnostics = Diagnostic::all(&reading.document.notes, &reading.document, &reading.text);
        Self { syntax, tree: reading.document.tree().clone(), diagnostics }
    }
}

impl Diagnostic {
    pub(crate) fn all(notes: &[diagnostic::Diagnostic], document: &Document, text: &str) -> Vec<Self> {
        let ascii = text.is_ascii();
        let span = |bytes: Range<usize>| {
            if ascii { Span { start: bytes.start, end: bytes.end } } else { Span::of(text, &bytes) }
        };
        let of = |note: &diagnostic::Diagnostic| Self {
            code: note.code,
            severity: note.severity,
            message: note.message.clone(),
            help: note.help.to_string(),
            source: note.source,
            at: note
                .at
                .iter()
                .map(|path| Place { path: path.to_string(), span: document.span_of(note, path).map(span) })
                .collect(),
            fix: note.fix.clone(),
        };
        notes.iter().map(of).collect()
    }
}

impl Span {
    /// Bytes of a text, as UTF-16 units.
    fn of(text: &str, bytes: &Range<usize>) -> Self {
        let units = |end: usize| text.get(..end).unwrap_or(text).chars().map(char::len_utf16).sum();
        Self { start: units(bytes.start), end: units(bytes.end) }
    }
}
