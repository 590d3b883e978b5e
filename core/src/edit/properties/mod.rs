//! Statements about Java property files.

mod fragment;
mod patch;
mod stands;

pub use fragment::fragment;
pub use patch::{Patched, patch};

use super::{Value, Why};
use std::borrow::Cow;
use std::fmt;

/// One statement about a property file: this key has this value.
#[derive(Debug, Clone, PartialEq)]
pub struct Edit {
    /// The key, decoded.
    pub key: Cow<'static, str>,
    /// The value, decoded.
    pub value: Value,
    /// Because of this.
    pub why: Why,
}

/// The sentence that a person would follow; a secret is masked.
impl fmt::Display for Edit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Set {} to `{}`", self.key, self.value)
    }
}
