//! Statements about a TOML file: `deployment.toml`, from which a product of the later generation makes its XML at start.

mod changes;
mod compare;
mod fragment;
mod locate;
mod patch;
mod plan;
mod remove;
mod sections;
mod spans;
mod stands;
#[cfg(test)]
mod tests;
mod write;

pub use fragment::fragment;
pub use patch::{Patched, check, patch};
pub use stands::stands;

use super::{Value, Why};
use std::borrow::Cow;
use std::fmt;

/// In this file, at this place, this holds, because of that.
#[derive(Debug, Clone, PartialEq)]
pub struct Edit {
    /// Where.
    pub at: Place,
    /// What holds there.
    pub want: Want,
    /// Why.
    pub why: Why,
}

/// A place: tables from the outermost to the innermost, and a key at the end, or an array of tables.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place(pub Vec<Step>);

/// One step of a place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// A key of a table, as it is: a key with dots in it is one key.
    Key(Cow<'static, str>),
    /// The table of an array of tables whose `key` has this text: `[[datasource]]` with `id = "WSO2_COORDINATION_DB"`.
    Entry {
        /// The array.
        array: Cow<'static, str>,
        /// The key that tells the tables apart.
        key: Cow<'static, str>,
        /// What it has.
        text: Cow<'static, str>,
    },
}

/// What holds at a place.
#[derive(Debug, Clone, PartialEq)]
pub enum Want {
    /// The key has this value.
    Value(Item),
    /// The key has a value, whichever: this one where the file has none, such as one that is no part of the product.
    Present(Item),
    /// The array of tables has just these tables, each with these keys.
    Tables(Vec<Table>),
    /// There is no such key or table.
    Absent,
}

/// A table's keys and values, in order. A value that is a table itself has its key as a path of several.
pub type Table = Vec<(Vec<Cow<'static, str>>, Item)>;

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// A text. The product's templates copy it into XML as it stands, so it is escaped for XML before it is quoted for TOML.
    Text(Value),
    /// A text that ends up in no XML, such as a line of a property file.
    Plain(Value),
    /// A number.
    Integer(i64),
    /// True or false.
    Bool(bool),
    /// Several.
    List(Vec<Item>),
}

impl<const N: usize> From<[&'static str; N]> for Place {
    fn from(keys: [&'static str; N]) -> Self {
        Self(keys.into_iter().map(|key| Step::Key(key.into())).collect())
    }
}

impl Place {
    /// A key below this place.
    pub fn then(&self, key: impl Into<Cow<'static, str>>) -> Self {
        let mut steps = self.0.clone();
        steps.push(Step::Key(key.into()));
        Self(steps)
    }

    /// A table of an array of tables below this place.
    pub fn entry(&self, array: &'static str, key: &'static str, text: impl Into<Cow<'static, str>>) -> Self {
        let mut steps = self.0.clone();
        steps.push(Step::Entry { array: array.into(), key: key.into(), text: text.into() });
        Self(steps)
    }
}

impl Want {
    /// Whether it holds a secret.
    pub fn is_secret(&self) -> bool {
        match self {
            Self::Value(item) | Self::Present(item) => item.is_secret(),
            Self::Tables(tables) => tables.iter().flatten().any(|(_, item)| item.is_secret()),
            Self::Absent => false,
        }
    }
}

impl Item {
    /// A text.
    pub fn text(text: impl Into<Value>) -> Self {
        Self::Text(text.into())
    }

    /// Whether it holds a secret.
    pub fn is_secret(&self) -> bool {
        match self {
            Self::Text(value) | Self::Plain(value) => value.is_secret(),
            Self::List(items) => items.iter().any(Self::is_secret),
            Self::Integer(_) | Self::Bool(_) => false,
        }
    }
}

/// The sentence that a person would follow; a secret is masked.
impl fmt::Display for Edit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.want {
            Want::Value(item) => write!(f, "Set {} to {item}", self.at),
            Want::Present(item) => write!(f, "Set {} to {item}, unless it has a value", self.at),
            Want::Tables(tables) => write!(f, "Have {} tables [[{}]]", tables.len(), self.at),
            Want::Absent => write!(f, "Remove {}", self.at),
        }
    }
}

/// As TOML writes it; a secret is masked.
impl fmt::Display for Item {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(value) | Self::Plain(value) => f.write_str(&crate::format::toml::text(&value.to_string())),
            Self::Integer(number) => write!(f, "{number}"),
            Self::Bool(yes) => write!(f, "{yes}"),
            Self::List(items) => {
                f.write_str("[")?;
                for (number, item) in items.iter().enumerate() {
                    write!(f, "{}{item}", if number > 0 { ", " } else { "" })?;
                }
                f.write_str("]")
            }
        }
    }
}

/// As TOML writes a dotted key, entries by the key that tells them apart: `datasource[id='X'].url`.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, step) in self.0.iter().enumerate() {
            if number > 0 {
                f.write_str(".")?;
            }
            match step {
                Step::Key(key) => f.write_str(&crate::format::toml::key(key))?,
                Step::Entry { array, key, text } => write!(f, "{}[{key}='{text}']", crate::format::toml::key(array))?,
            }
        }
        Ok(())
    }
}
