//! Statements about Java property files.

use super::{Value, Why};
use std::borrow::Cow;

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
