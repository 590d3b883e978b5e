use super::{Edit, patch};

/// The statements as a file of their own.
pub fn fragment(edits: &[Edit]) -> String {
    patch("", edits).map_or_else(|_| String::new(), |patched| patched.text)
}
