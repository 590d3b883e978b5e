use super::changes::Changes;
use super::locate::{Spot, Stands, Walk};
use super::plan::plan;
use super::spans::{end_of_all, leaves_in_braces};
use super::{Edit, Want};
use crate::edit::Finding;
use std::ops::Range;
use toml_edit::{Document, Table, TomlError, Value};

/// The bytes of a file that say what each statement wants, in the order of the statements. None for a statement where the file
/// says something else, and where it wants nothing to be there.
///
/// # Errors
/// The text is no TOML.
pub fn stands(text: &str, edits: &[Edit]) -> Result<Vec<Vec<Range<usize>>>, TomlError> {
    let document = Document::parse(text)?;
    let root = document.as_table();
    let of = |edit: &Edit| match plan(root, edit, &mut Changes::new(text)) {
        Finding::Holds if edit.want != Want::Absent => {
            Walk::document(root).find(&edit.at).map_or_else(|_| Vec::new(), spans)
        }
        _ => Vec::new(),
    };
    Ok(edits.iter().map(of).collect())
}

fn spans(spot: Spot<'_>) -> Vec<Range<usize>> {
    match spot {
        Spot::Value(Stands::Lines(key), value) => {
            let end = value.span().map(|span| span.end);
            key.span().zip(end).map(|(key, end)| key.start..end.max(key.end)).into_iter().collect()
        }
        Spot::Value(Stands::Braces(_), Value::InlineTable(table)) if table.is_dotted() => leaves_in_braces(table),
        Spot::Value(Stands::Braces(_), value) => value.span().into_iter().collect(),
        Spot::Table(table) => whole(table).into_iter().collect(),
        Spot::Tables(tables) => tables.iter().filter_map(whole).collect(),
        Spot::Element | Spot::Gap(_) => Vec::new(),
    }
}

/// A table with its header and everything in it; none where only tables inside it have headers.
fn whole(table: &Table) -> Option<Range<usize>> {
    let header = table.span()?;
    Some(header.start..end_of_all(table).unwrap_or(header.end).max(header.end))
}
