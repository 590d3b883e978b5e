//! JSON.

use serde::Serialize;
use serde_json::Value;

/// A document, for people to read: indented, with a line end.
pub fn document(value: &impl Serialize) -> String {
    // Typed values with texts for keys: there is nothing that JSON cannot say.
    printed(&serde_json::to_value(value).unwrap_or_default())
}

/// One printer for all: each type by itself would bring the whole printer again.
fn printed(tree: &Value) -> String {
    format!("{tree:#}\n")
}
