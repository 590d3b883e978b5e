use super::sections::Sections;
use super::{Edit, Want};

/// The statements as a whole file, each with its reason before it.
pub fn fragment(edits: &[Edit]) -> String {
    let mut sections = Sections::default();
    for edit in edits {
        match &edit.want {
            Want::Value(item) | Want::Present(item) => sections.value(&edit.at, item, &edit.why),
            Want::Tables(tables) => sections.tables(&edit.at, tables, &edit.why),
            Want::Absent => true,
        };
    }
    let mut out = String::with_capacity(edits.len() * 128);
    sections.push(&mut out, "\n", false, true);
    out
}
