//! Another list of tables in the place of one that a text has: rows that stay keep their bytes, comments and all; rows that
//! changed are edited key by key; new ones look as their neighbours do.

mod inline;
mod pairs;
mod tables;

#[cfg(test)]
mod tests;

use super::fix::set_toml;
use super::toml;
use crate::diagnostic::Segment;
use pairs::{Origin, origins};
use serde_json::{Map, Value};
use toml_edit::{Item, TableLike};

/// Sets a key of a table to a list of tables. False where the value is no such list, or where the text's own notation has no
/// room for one.
pub(super) fn set(table: &mut Item, key: &str, value: &Value) -> bool {
    let Some(rows) = rows(value) else { return false };
    let old = table.as_table_like_mut().and_then(|table| table.get_mut(key));
    match old {
        Some(Item::ArrayOfTables(list)) => *list = tables::rewritten(std::mem::take(list), &rows),
        Some(Item::Value(toml_edit::Value::Array(list))) if !list.is_empty() => {
            if !list.iter().all(toml_edit::Value::is_inline_table) {
                return false;
            }
            inline::rewrite(list, &rows);
        }
        Some(Item::Value(toml_edit::Value::Array(_))) | None => return tables::insert(table, key, &rows),
        Some(_) => return false,
    }
    true
}

fn rows(value: &Value) -> Option<Vec<&Map<String, Value>>> {
    let rows: Option<Vec<_>> = value.as_array()?.iter().map(Value::as_object).collect();
    rows.filter(|rows| !rows.is_empty())
}

/// Gives a row another meaning: what it says already stays as it is.
fn edit(row: &mut Item, new: &Map<String, Value>) {
    let Value::Object(old) = toml::item(row) else { return };
    for key in old.keys().filter(|key| new.get(*key).is_none_or(Value::is_null)) {
        row.as_table_like_mut().and_then(|table| table.remove(key));
    }
    for (key, value) in new.iter().filter(|(key, value)| old.get(*key) != Some(*value)) {
        let here = row.as_table_like_mut().and_then(|table| table.get_mut(key));
        match (value, here) {
            (Value::Object(inside), Some(table)) if table.is_table_like() => edit(table, inside),
            _ => drop(set_toml(row, &[Segment::Key(key.clone().into())], value)),
        }
    }
}

/// A row in the terms of the text: what TOML cannot say is left out.
fn meaning(row: &dyn TableLike) -> Value {
    toml::table(row)
}
