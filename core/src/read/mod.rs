//! From text to a design: TOML or JSON, one strict reader for both. Every fault is found in one go, each with its path;
//! the path finds its bytes when somebody wants to see them.

mod conceal;
mod fault;
mod fix;
mod json;
mod list;
mod print;
mod toml;
mod tree;

pub use conceal::conceal;
pub use fix::{Unfixable, apply};
pub use print::to_toml;

use crate::design::Design;
use crate::diagnostic::{self, Diagnostic, Path, Severity};
use fault::Outcome;
use serde_json::Value;
use std::ops::Range;
use tree::Places;

/// How large the text of a design may be, in bytes.
pub const LARGEST: usize = 8 * 1024 * 1024;

/// The grammar of a design's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Syntax {
    /// TOML 1.0.
    Toml,
    /// JSON, without comments.
    Json,
}

/// A design as it was read.
#[derive(Debug)]
pub struct Document {
    /// The design; none where it has a fault.
    pub design: Option<Design>,
    /// What is wrong with the text.
    pub notes: Vec<Diagnostic>,
    rest: Option<Design>,
    tree: Value,
    places: Places,
}

/// Reads a design.
pub fn read(text: &str, syntax: Syntax) -> Document {
    if text.len() > LARGEST {
        return Document::unreadable(
            Diagnostic::new("too-large", Severity::Error, format!("the design has {} bytes", text.len()))
                .at(Path::root())
                .help(format!("a design may have {LARGEST} bytes; write nodes as a range or a count")),
            Places::None,
        );
    }
    let parsed = match syntax {
        Syntax::Toml => toml::parse(text),
        Syntax::Json => json::parse(text),
    };
    match parsed {
        Ok(tree) => {
            let Outcome { design, rest, notes } = fault::deserialize(&tree.value);
            Document { design, notes, rest, tree: tree.value, places: tree.places }
        }
        Err(syntax_fault) => {
            let note = Diagnostic::new("syntax", Severity::Error, syntax_fault.message).at(Path::root());
            Document::unreadable(note, Places::At(syntax_fault.at))
        }
    }
}

/// The text of a design as TOML, which goes into the bundle: TOML stays as it is, comments and all.
pub fn as_toml(text: &str, syntax: Syntax) -> String {
    match syntax {
        Syntax::Toml => text.to_owned(),
        Syntax::Json => serde_json::from_str(text).map_or_else(|_| text.to_owned(), |tree| to_toml(&tree)),
    }
}

impl Document {
    fn unreadable(note: Diagnostic, places: Places) -> Self {
        Self { design: None, notes: vec![note], rest: None, tree: Value::Null, places }
    }

    /// What was written, whether or not it is good; nothing where the text has a fault of grammar.
    pub fn tree(&self) -> &Value {
        &self.tree
    }

    /// What can be shown of the design: without its faulty parts where it has some, and with stand-ins for what is missing.
    /// It is not for use.
    pub fn preview(&self) -> Option<&Design> {
        self.design.as_ref().or(self.rest.as_ref())
    }

    /// The bytes of the text that a path names: the value, or the key where the value is a table; where the text leaves
    /// the path out, those of its nearest parent. None for the whole document.
    pub fn span(&self, path: &Path) -> Option<Range<usize>> {
        self.places.span(path)
    }
}

impl diagnostic::Places for Document {
    /// The key where the key itself is the fault.
    fn span_of(&self, note: &Diagnostic, path: &Path) -> Option<Range<usize>> {
        if note.code == "unknown-key" { self.places.key(path) } else { self.places.span(path) }
    }
}

impl Syntax {
    /// The grammar that a text most likely has: JSON begins with a brace.
    pub fn guess(text: &str) -> Self {
        if text.trim_start().starts_with('{') { Self::Json } else { Self::Toml }
    }
}

#[cfg(test)]
mod tests;
