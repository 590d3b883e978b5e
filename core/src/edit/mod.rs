//! Statements about files: «at this place this holds, because of that».
//!
//! A statement has four readings. Applied to a stock file it is the smallest patch; asked of a file it is drift;
//! applied to nothing it is the fragment; printed it is the instruction of the manual.

pub mod properties;
pub mod toml;
pub mod xml;
pub mod yaml;

mod splice;
mod value;
mod why;

pub use splice::{Splice, apply};
pub use value::{MASK, Value};
pub use why::Why;

use crate::value::shown;
use std::fmt;
use std::ops::Range;

/// What a file says about one statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// The file says just this.
    Holds,
    /// The file says something else at `span` (bytes of the decoded text); `found` is masked where it is secret.
    Differs {
        /// What it says.
        found: String,
        /// Where it says so.
        span: Range<usize>,
    },
    /// The file says nothing at that place, and it can be added.
    Absent,
    /// The file is not as this statement expects; nothing was changed for it.
    Trouble(Trouble),
}

/// Why a statement could not be applied to a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Trouble {
    /// An element on the way is not there (the path up to and with it, as a person would write it).
    Missing {
        /// The path.
        place: String,
    },
    /// The element stands there more than once, so it is not clear which one counts.
    Ambiguous {
        /// The path.
        place: String,
        /// How often.
        count: usize,
    },
    /// The file's outermost element has another name.
    WrongRoot {
        /// The name in the statement.
        expected: String,
        /// The name in the file.
        found: String,
    },
    /// A text is wanted of an element that holds elements.
    HasElements {
        /// The path.
        place: String,
    },
    /// The statement would remove or add the outermost element.
    Outermost,
    /// The file writes it in a form that is left as it is.
    Shape {
        /// The path.
        place: String,
        /// What it is instead: `an alias`.
        shape: &'static str,
    },
    /// A key on the way has a value, so that no table can stand there.
    NoTable {
        /// The path.
        place: String,
    },
    /// A value is wanted of a key that is a table.
    IsTable {
        /// The path.
        place: String,
    },
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing { place } => write!(f, "there is no {place} in the file"),
            Self::Ambiguous { place, count } => write!(f, "{place} stands in the file {count} times"),
            Self::WrongRoot { expected, found } => {
                write!(f, "the file's outermost element is `{}`, not `{expected}`", shown(found))
            }
            Self::HasElements { place } => write!(f, "{place} holds elements, so it cannot become a text"),
            Self::Shape { place, shape } => write!(f, "{place} is {shape}"),
            Self::NoTable { place } => write!(f, "{place} is no table in the file"),
            Self::IsTable { place } => write!(f, "{place} is a table in the file, so it cannot become a value"),
            Self::Outermost => f.write_str("the outermost element can neither be removed nor added"),
        }
    }
}
