use super::Edit;
use super::tree::{Tree, Writer};

/// The statements as a document of their own, each with its reason before it.
pub fn fragment(edits: &[Edit]) -> String {
    let mut tree = Tree::default();
    for edit in edits {
        tree.state(&edit.at.0, edit);
    }
    let mut out = String::with_capacity(edits.len() * 96);
    Writer { eol: "\n", remarks: true }.inside(&mut out, &tree, 0);
    out
}
