//! Statements about a YAML file: `deployment.yaml`, by which each runtime of a Carbon 5 product is configured.

mod compare;
mod fragment;
mod insert;
mod layout;
mod locate;
mod patch;
mod place;
mod stands;
mod tree;

pub use fragment::fragment;
pub use patch::{Patched, patch};
pub use place::{Place, Step};

use super::{Value, Why};
use crate::format::yaml;
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

/// What holds at a place.
#[derive(Debug, Clone, PartialEq)]
pub enum Want {
    /// This value.
    Value(Scalar),
    /// Just this mapping or list, with nothing besides.
    Block(Block),
    /// There is no such key or item.
    Absent,
}

/// A single value.
#[derive(Debug, Clone, PartialEq)]
pub enum Scalar {
    /// A text.
    Text(Value),
    /// A number.
    Integer(i64),
    /// True or false.
    Bool(bool),
}

/// A value of any depth.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A single value.
    Scalar(Scalar),
    /// Keys and values, in order.
    Mapping(Vec<(Cow<'static, str>, Block)>),
    /// Items, in order.
    List(Vec<Block>),
}

impl Want {
    /// Whether it holds a secret.
    pub fn is_secret(&self) -> bool {
        match self {
            Self::Value(scalar) => scalar.is_secret(),
            Self::Block(block) => block.is_secret(),
            Self::Absent => false,
        }
    }

    /// Whether a secret belongs there, be it known or a mark.
    pub(super) fn hides(&self) -> bool {
        match self {
            Self::Value(scalar) => scalar.hides(),
            Self::Block(block) => block.hides(),
            Self::Absent => false,
        }
    }
}

impl Scalar {
    /// A text.
    pub fn text(text: impl Into<Value>) -> Self {
        Self::Text(text.into())
    }

    fn is_secret(&self) -> bool {
        matches!(self, Self::Text(value) if value.is_secret())
    }

    fn hides(&self) -> bool {
        matches!(self, Self::Text(value) if value.hides())
    }

    /// As the file has it.
    fn push(&self, out: &mut String) {
        match self {
            Self::Text(value) => yaml::push_text(out, value.text()),
            Self::Integer(number) => out.push_str(&number.to_string()),
            Self::Bool(yes) => out.push_str(if *yes { "true" } else { "false" }),
        }
    }
}

impl Block {
    fn is_secret(&self) -> bool {
        match self {
            Self::Scalar(scalar) => scalar.is_secret(),
            Self::Mapping(pairs) => pairs.iter().any(|(_, value)| value.is_secret()),
            Self::List(items) => items.iter().any(Self::is_secret),
        }
    }

    fn hides(&self) -> bool {
        match self {
            Self::Scalar(scalar) => scalar.hides(),
            Self::Mapping(pairs) => pairs.iter().any(|(_, value)| value.hides()),
            Self::List(items) => items.iter().any(Self::hides),
        }
    }
}

/// The sentence that a person would follow; a secret is masked.
impl fmt::Display for Edit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.want {
            Want::Value(scalar) => write!(f, "Set {} to {scalar}", self.at),
            Want::Block(block) => write!(f, "At {} have just {block}", self.at),
            Want::Absent => write!(f, "Remove {}", self.at),
        }
    }
}

/// As YAML writes it; a secret is masked.
impl fmt::Display for Scalar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(value) if value.is_secret() => value.fmt(f),
            Self::Text(value) => f.write_str(&yaml::text(value.text())),
            Self::Integer(number) => number.fmt(f),
            Self::Bool(yes) => yes.fmt(f),
        }
    }
}

/// On one line, as YAML writes it in braces; a secret is masked.
impl fmt::Display for Block {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Scalar(scalar) => scalar.fmt(f),
            Self::Mapping(pairs) => {
                f.write_str("{")?;
                for (number, (key, value)) in pairs.iter().enumerate() {
                    write!(f, "{}{}: {value}", if number > 0 { ", " } else { "" }, yaml::text(key))?;
                }
                f.write_str("}")
            }
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

#[cfg(test)]
mod tests;
