//! Where the lines of tables begin and end.

use std::ops::Range;
use toml_edit::{InlineTable, Item, Table, Value};

/// The byte behind the last statement of a document or a table with a header, or behind the header; none where a document
/// has no statement.
pub(super) fn end_of_statements(table: &Table) -> Option<usize> {
    let header = table.span().map(|span| span.end).filter(|end| *end > 0);
    let last = leaves(table).into_iter().map(|span| span.end).max();
    last.max(header)
}

/// The values that stand on lines of this table's own.
fn leaves(table: &Table) -> Vec<Range<usize>> {
    let mut spans = Vec::new();
    for (_, item) in table {
        match item {
            Item::Value(value) => spans.extend(value.span()),
            Item::Table(inside) if inside.is_dotted() => spans.extend(leaves(inside)),
            Item::Table(_) | Item::ArrayOfTables(_) | Item::None => {}
        }
    }
    spans
}

/// The values in braces, those of tables that dotted keys make there included, in order.
pub(super) fn leaves_in_braces(table: &InlineTable) -> Vec<Range<usize>> {
    let mut spans = Vec::new();
    for (_, value) in table {
        match value {
            Value::InlineTable(inside) if inside.is_dotted() => spans.extend(leaves_in_braces(inside)),
            other => spans.extend(other.span()),
        }
    }
    spans.sort_by_key(|span| span.start);
    spans
}

/// The byte behind everything of a table, tables inside it included.
pub(super) fn end_of_all(table: &Table) -> Option<usize> {
    let inside = table.iter().filter_map(|(_, item)| match item {
        Item::Table(inside) => end_of_all(inside),
        Item::ArrayOfTables(tables) => tables.iter().filter_map(end_of_all).max(),
        Item::Value(_) | Item::None => None,
    });
    let own = if table.is_implicit() { None } else { end_of_statements(table) };
    inside.max().max(own)
}

/// The first byte of any header in a table.
pub(super) fn first_header(table: &Table) -> Option<usize> {
    let own = |table: &Table| table.span().map(|span| span.start).filter(|_| !table.is_implicit());
    let inside = table.iter().filter_map(|(_, item)| match item {
        Item::Table(inside) => own(inside).into_iter().chain(first_header(inside)).min(),
        Item::ArrayOfTables(tables) => tables.iter().filter_map(own).min(),
        Item::Value(_) | Item::None => None,
    });
    inside.min()
}

/// Where the line of a byte begins.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or_default();
    match before.rfind('\n') {
        Some(end) => end + 1,
        None => mark(text).min(at),
    }
}

/// Behind the end of the line of a byte.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|rest| rest.find('\n')).map_or(text.len(), |end| at + end + 1)
}

/// How long a byte order mark is at a text's beginning.
pub(super) fn mark(text: &str) -> usize {
    if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 }
}

/// Whether the line before a byte that begins one is blank, or there is none.
pub(super) fn blank_before(text: &str, start: usize) -> bool {
    let before = text.get(mark(text)..start).unwrap_or_default();
    let Some(line) = before.strip_suffix('\n') else { return before.is_empty() };
    line.rsplit('\n').next().unwrap_or_default().trim().is_empty()
}
