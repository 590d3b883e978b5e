//! Whether a value of a file says the same as one that is wanted.

use super::{Edit, Item, Want, write};
use crate::edit::MASK;
use toml_edit::Value;

/// Whether the two say the same. A number may stand in quotes: the product's templates print both alike.
pub(super) fn same(found: &Value, wanted: &Item) -> bool {
    match (found, wanted) {
        (Value::String(found), Item::Text(value) | Item::Plain(value)) => {
            value.is(found.value(), &write::content(wanted))
        }
        (Value::Integer(found), Item::Text(value) | Item::Plain(value)) => {
            value.is(&found.value().to_string(), &write::content(wanted))
        }
        (Value::Integer(found), Item::Integer(wanted)) => found.value() == wanted,
        (Value::String(found), Item::Integer(wanted)) => *found.value() == wanted.to_string(),
        (Value::Boolean(found), Item::Bool(wanted)) => found.value() == wanted,
        (Value::Array(found), Item::List(wanted)) => {
            found.len() == wanted.len() && found.iter().zip(wanted).all(|(found, wanted)| same(found, wanted))
        }
        _ => false,
    }
}

/// What a file says, as a person may see it: nothing of what stands where a secret belongs.
pub(super) fn shown(found: &str, edit: &Edit) -> String {
    if edit.want.hides() { MASK.to_owned() } else { found.to_owned() }
}

impl Want {
    /// Whether the place is one for a secret, be it the secret itself or a mark that stands for it.
    fn hides(&self) -> bool {
        match self {
            Self::Value(item) | Self::Present(item) => item.hides(),
            Self::Tables(tables) => tables.iter().flatten().any(|(_, item)| item.hides()),
            Self::Absent => false,
        }
    }
}

impl Item {
    fn hides(&self) -> bool {
        match self {
            Self::Text(value) | Self::Plain(value) => value.hides() || value.text().starts_with("$secret{"),
            Self::List(items) => items.iter().any(Self::hides),
            Self::Integer(_) | Self::Bool(_) => false,
        }
    }
}
