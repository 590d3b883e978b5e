use super::{Origin, edit, meaning, origins};
use crate::read::print::plain;
use serde_json::{Map, Value};
use toml_edit::{ArrayOfTables, Item, Table};

/// Writes a list that was not there. False where no `[[tables]]` can be written: only below what has a header itself.
pub(super) fn insert(table: &mut Item, key: &str, rows: &[&Map<String, Value>]) -> bool {
    let Some(table) = table.as_table_mut().filter(|table| !table.is_dotted()) else { return false };
    // A key of a line `key = value` has blanks that do not belong into a header.
    table.remove(key);
    table.insert(key, Item::ArrayOfTables(rows.iter().map(|row| fresh(row, "\n")).collect()));
    true
}

/// The list with other rows.
pub(super) fn rewritten(list: ArrayOfTables, rows: &[&Map<String, Value>]) -> ArrayOfTables {
    let old: Vec<Value> = list.iter().map(|table| meaning(table)).collect();
    let gap = if list.iter().skip(1).all(begins_with_blank_line) { "\n" } else { "" };
    let mut tables: Vec<Option<Table>> = list.into_iter().map(Some).collect();
    let first_position = tables.iter().flatten().filter_map(Table::position).min();
    let origins = origins(&old, rows);
    let mut new: Vec<Table> = Vec::with_capacity(rows.len());
    for (origin, row) in origins.iter().zip(rows) {
        let taken = match origin {
            Origin::Same(number) | Origin::Changed(number) => tables.get_mut(*number).and_then(Option::take),
            Origin::New => None,
        };
        new.push(match (taken, origin) {
            (Some(table), Origin::Same(_)) => table,
            (Some(table), _) => edited(table, row),
            (None, _) => fresh(row, gap),
        });
    }
    order(&mut new, first_position);
    new.into_iter().collect()
}

/// Puts the tables where they are written in their order: a text's tables are sorted by position, and those of one position
/// stay as they are.
fn order(tables: &mut [Table], first: Option<isize>) {
    let said: Vec<isize> = tables.iter().filter_map(Table::position).collect();
    if !said.is_sorted() || tables.iter().any(has_tables) {
        tables.iter_mut().for_each(|table| put_at(table, first));
        return;
    }
    // A row that is new is written right behind the one before it; at the start, right before the next.
    let mut last = said.first().copied().or(first);
    for table in tables {
        last = table.position().or(last);
        table.set_position(last);
    }
}

fn has_tables(table: &Table) -> bool {
    table.iter().any(|(_, item)| item.is_table() || item.is_array_of_tables())
}

/// A table, and all inside it, at one position.
fn put_at(table: &mut Table, position: Option<isize>) {
    table.set_position(position);
    for (_, item) in table.iter_mut() {
        match item {
            Item::Table(inside) => put_at(inside, position),
            Item::ArrayOfTables(inside) => inside.iter_mut().for_each(|table| put_at(table, position)),
            Item::None | Item::Value(_) => {}
        }
    }
}

fn edited(table: Table, row: &Map<String, Value>) -> Table {
    let mut item = Item::Table(table);
    edit(&mut item, row);
    item.into_table().unwrap_or_default()
}

fn fresh(row: &Map<String, Value>, before: &str) -> Table {
    let mut table = Table::new();
    table.decor_mut().set_prefix(before);
    for (key, value) in row {
        if let Some(value) = plain(value) {
            table.insert(key, Item::Value(value));
        }
    }
    table
}

fn begins_with_blank_line(table: &Table) -> bool {
    table.decor().prefix().and_then(toml_edit::RawString::as_str).is_some_and(|before| before.starts_with(['\n', '\r']))
}
