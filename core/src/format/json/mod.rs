//! JSON.

use serde::Serialize;

/// A document, for people to read: indented, with a line end.
pub fn document(value: &impl Serialize) -> String {
    // Typed values with texts for keys: there is nothing that JSON cannot say.
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}
