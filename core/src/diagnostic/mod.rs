//! What is wrong with a design, as data: a code, a severity, a sentence, the places, what to do, and the change that
//! does it. Front ends print it; nothing here knows of terminals or of bytes in files.

mod fix;
mod path;

pub use fix::Fix;
pub use path::{Path, Segment};

use serde::Serialize;
use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

/// A text that findings are about, and that knows where the parts are which their paths name.
pub trait Places {
    /// The bytes of the text that a finding is about, at one of its places; none for the whole text.
    fn span_of(&self, note: &Diagnostic, path: &Path) -> Option<Range<usize>>;
}

/// One finding about a design.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Diagnostic {
    /// The stable code; `explain CODE` has its page.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong, in one sentence that needs no context.
    pub message: String,
    /// Where in the design; the first place is the main one. A place that the design leaves out points at its parent.
    pub at: Vec<Path>,
    /// What to do about it.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub help: Cow<'static, str>,
    /// The change that mends it, where one is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fix: Option<Fix>,
    /// The manual's page, kernel version or file behind it; empty where it is plain logic.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub source: &'static str,
}

/// How bad a finding is; ordered, so that a threshold is a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub enum Severity {
    /// Good to know; nothing breaks.
    Advice,
    /// It runs, and will hurt.
    Warning,
    /// It cannot work: nothing is rendered.
    Error,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Advice => "advice",
            Self::Warning => "warning",
            Self::Error => "error",
        })
    }
}

impl Diagnostic {
    /// A finding without help, fix or source yet.
    pub fn new(code: &'static str, severity: Severity, message: impl Into<String>) -> Self {
        Self { code, severity, message: message.into(), at: Vec::new(), help: Cow::Borrowed(""), fix: None, source: "" }
    }

    /// The same finding with one place more.
    #[must_use]
    pub fn at(mut self, path: impl Into<Path>) -> Self {
        self.at.push(path.into());
        self
    }

    /// The same finding with advice on what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<Cow<'static, str>>) -> Self {
        self.help = help.into();
        self
    }

    /// The same finding with the change that mends it.
    #[must_use]
    pub fn fix(mut self, fix: Fix) -> Self {
        self.fix = Some(fix);
        self
    }
}

/// A result with what was noticed on the way to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Noted<T> {
    /// The result.
    pub output: T,
    /// Findings; a result with an error among them must not be rendered.
    pub notes: Vec<Diagnostic>,
}
