//! TOML as `deployment.toml` has it.

use std::borrow::Cow;

/// A key as TOML writes it: quoted where it is not bare.
pub fn key(key: &str) -> Cow<'_, str> {
    let bare = |char: char| char.is_ascii_alphanumeric() || char == '_' || char == '-';
    if !key.is_empty() && key.chars().all(bare) { Cow::Borrowed(key) } else { Cow::Owned(text(key)) }
}

/// A text as a basic string.
pub fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for char in text.chars() {
        match char {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            other if other.is_control() => out.push_str(&format!("\\u{:04X}", u32::from(other))),
            other => out.push(other),
        }
    }
    out.push('"');
    out
}
