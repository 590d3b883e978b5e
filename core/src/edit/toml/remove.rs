use super::changes::Changes;
use super::locate::Stands;
use super::spans::{blank_before, end_of_statements, leaves_in_braces, line_end, line_start};
use toml_edit::{ArrayOfTables, InlineTable, Item, Key, Table, Value};

/// Takes out a key with its value.
pub(super) fn value(changes: &mut Changes<'_, '_>, stands: &Stands<'_>, found: &Value) {
    match stands {
        Stands::Lines(key) => line(changes, key, found),
        Stands::Braces(table) => in_braces(changes, table, found),
    }
}

/// Takes out whatever a key stands for.
pub(super) fn item(changes: &mut Changes<'_, '_>, key: &Key, found: &Item) {
    match found {
        Item::Value(value) => line(changes, key, value),
        Item::Table(found) => table(changes, found),
        Item::ArrayOfTables(found) => tables(changes, found),
        Item::None => {}
    }
}

/// Takes out every table of an array.
pub(super) fn tables(changes: &mut Changes<'_, '_>, found: &ArrayOfTables) {
    found.iter().for_each(|found| table(changes, found));
}

/// Takes out a table with everything in it.
pub(super) fn table(changes: &mut Changes<'_, '_>, found: &Table) {
    if found.is_implicit() {
        let inside = found.iter().filter_map(|(key, _)| found.get_key_value(key));
        inside.for_each(|(key, inside)| item(changes, key, inside));
        return;
    }
    if let (Some(header), Some(end)) = (found.span(), end_of_statements(found)) {
        let text = changes.text();
        let start = line_start(text, header.start);
        let end = line_end(text, end);
        // Of the blank lines around it one stays.
        let blank = if blank_before(text, start) { blank_lines(text.get(end..).unwrap_or_default()) } else { 0 };
        changes.replace(start..end + blank, String::new());
    }
    with_headers(changes, found);
}

/// Takes out the tables with headers inside a table, whose own lines are dealt with.
fn with_headers(changes: &mut Changes<'_, '_>, found: &Table) {
    for (_, inside) in found {
        match inside {
            Item::Table(inside) if inside.is_dotted() => with_headers(changes, inside),
            Item::Table(inside) => table(changes, inside),
            Item::ArrayOfTables(inside) => tables(changes, inside),
            Item::Value(_) | Item::None => {}
        }
    }
}

/// How long the blank lines at a text's beginning are.
fn blank_lines(text: &str) -> usize {
    text.split_inclusive('\n').take_while(|line| line.trim().is_empty()).map(str::len).sum()
}

fn line(changes: &mut Changes<'_, '_>, key: &Key, found: &Value) {
    let (Some(key), Some(value)) = (key.span(), found.span()) else { return };
    let text = changes.text();
    changes.replace(line_start(text, key.start)..line_end(text, value.end), String::new());
}

/// Takes a key out of braces, with one of the commas around it.
fn in_braces(changes: &mut Changes<'_, '_>, table: &InlineTable, found: &Value) {
    let (Some(braces), Some(from), Some(to)) = (table.span(), first(found), last(found)) else { return };
    let leaves = leaves_in_braces(table);
    let before = leaves.iter().rfind(|leaf| leaf.end <= from).map(|leaf| leaf.end);
    let after = leaves.iter().find(|leaf| leaf.start >= to);
    let inner = braces.start + 1..braces.end.saturating_sub(1);
    let text = changes.text();
    let range = match (before, after) {
        (Some(before), _) => before..to,
        (None, Some(_)) => {
            let comma = text.get(to..inner.end).and_then(|rest| rest.find(','));
            inner.start..comma.map_or(to, |comma| to + comma + 1)
        }
        (None, None) => inner,
    };
    changes.replace(range, String::new());
}

fn first(value: &Value) -> Option<usize> {
    match value {
        Value::InlineTable(table) if table.is_dotted() => leaves_in_braces(table).first().map(|leaf| leaf.start),
        other => other.span().map(|span| span.start),
    }
}

fn last(value: &Value) -> Option<usize> {
    match value {
        Value::InlineTable(table) if table.is_dotted() => leaves_in_braces(table).last().map(|leaf| leaf.end),
        other => other.span().map(|span| span.end),
    }
}
