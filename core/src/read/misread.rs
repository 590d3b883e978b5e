use crate::diagnostic::{Path, Segment};
use serde::de::{Error, Expected, Unexpected};
use std::fmt;

/// Why a part of the tree is not what belongs there, and which part.
#[derive(Debug)]
pub(crate) struct Misread(Box<Inner>);

#[derive(Debug)]
struct Inner {
    why: Why,
    /// The way from the part up to the root.
    way: Vec<Segment>,
}

/// What can be wrong.
#[derive(Debug)]
pub(super) enum Why {
    /// A table has no such key.
    Missing(&'static str),
    /// A table has a key that nobody reads.
    UnknownKey {
        key: String,
        known: &'static [&'static str],
    },
    /// A word that is none of the known ones.
    UnknownWord {
        written: String,
        known: &'static [&'static str],
    },
    /// Something of another kind. What was found is not repeated: it may be a secret.
    WrongType {
        found: &'static str,
        expected: String,
    },
    Other(String),
}

impl Misread {
    /// What is wrong, and where.
    pub(super) fn into_parts(self) -> (Why, Path) {
        let Inner { why, mut way } = *self.0;
        way.reverse();
        (why, Path(way))
    }

    /// The same fault, seen from the table around it.
    #[cold]
    #[inline(never)]
    pub(super) fn inside(mut self, key: &str) -> Self {
        self.0.way.push(Segment::Key(key.to_owned().into()));
        self
    }

    /// The same fault, seen from the list around it.
    #[cold]
    #[inline(never)]
    pub(super) fn at(mut self, number: usize) -> Self {
        self.0.way.push(Segment::Index(number));
        self
    }

    #[cold]
    #[inline(never)]
    fn of(why: Why) -> Self {
        Self(Box::new(Inner { why, way: Vec::new() }))
    }
}

/// serde's names of what it found in the words of the document.
fn found(unexpected: Unexpected<'_>) -> &'static str {
    match unexpected {
        Unexpected::Bool(_) => "true or false",
        Unexpected::Unsigned(_) | Unexpected::Signed(_) => "a whole number",
        Unexpected::Float(_) => "a decimal number",
        Unexpected::Str(_) => "a text",
        Unexpected::Unit => "nothing",
        Unexpected::Seq => "a list",
        Unexpected::Map => "a table",
        Unexpected::UnitVariant => "unit",
        _ => "something else",
    }
}

/// serde's names of what it expects in the words of the document.
fn expected(word: String) -> String {
    let known = match word.as_str() {
        "a map" => "a table",
        "a sequence" => "a list",
        "a string" | "string or map" => "a text",
        "i64" => "a whole number",
        "a boolean" => "true or false",
        other if other.starts_with("struct ") => "a table",
        other if other.contains("variant") || other.starts_with("enum ") => "a text or a table with one key",
        _ => return word,
    };
    known.to_owned()
}

impl Error for Misread {
    fn custom<T: fmt::Display>(why: T) -> Self {
        Self::of(Why::Other(why.to_string()))
    }

    #[cold]
    fn invalid_type(unexpected: Unexpected<'_>, wanted: &dyn Expected) -> Self {
        Self::of(Why::WrongType { found: found(unexpected), expected: expected(wanted.to_string()) })
    }

    #[cold]
    fn invalid_value(unexpected: Unexpected<'_>, wanted: &dyn Expected) -> Self {
        Self::of(Why::Other(format!("invalid value: {unexpected}, expected {wanted}")))
    }

    #[cold]
    fn unknown_variant(written: &str, known: &'static [&'static str]) -> Self {
        Self::of(Why::UnknownWord { written: written.to_owned(), known })
    }

    #[cold]
    fn unknown_field(key: &str, known: &'static [&'static str]) -> Self {
        Self::of(Why::UnknownKey { key: key.to_owned(), known })
    }

    #[cold]
    fn missing_field(key: &'static str) -> Self {
        Self::of(Why::Missing(key))
    }
}

/// For serde, which asks for it; a person reads the diagnostic that is made of the parts.
impl fmt::Display for Misread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a design cannot be read")
    }
}

impl std::error::Error for Misread {}
