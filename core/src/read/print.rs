use serde_json::{Map, Value};
use toml_edit::{Array, ArrayOfTables, DocumentMut, InlineTable, Item, Table};

/// Prints a tree as TOML: plain values first, then tables, then lists of tables, so that nothing lands in the wrong one.
pub fn to_toml(tree: &Value) -> String {
    let mut document = DocumentMut::new();
    if let Value::Object(map) = tree {
        fill(document.as_table_mut(), map);
    }
    document.to_string()
}

fn fill(table: &mut Table, map: &Map<String, Value>) {
    let is_table = |value: &Value| value.is_object() || is_list_of_tables(value);
    for (key, value) in map.iter().filter(|(_, value)| !is_table(value)) {
        if let Some(value) = plain(value) {
            table.insert(key, Item::Value(value));
        }
    }
    for (key, value) in map.iter().filter(|(_, value)| is_table(value)) {
        match value {
            Value::Object(inside) => {
                let mut fresh = Table::new();
                // A table that holds only tables needs no header of its own; an empty one is said by its header.
                fresh.set_implicit(!inside.is_empty() && inside.values().all(Value::is_object));
                fill(&mut fresh, inside);
                table.insert(key, Item::Table(fresh));
            }
            Value::Array(items) => {
                let mut tables = ArrayOfTables::new();
                for item in items {
                    let mut fresh = Table::new();
                    if let Value::Object(inside) = item {
                        fill(&mut fresh, inside);
                    }
                    tables.push(fresh);
                }
                table.insert(key, Item::ArrayOfTables(tables));
            }
            _ => {}
        }
    }
}

fn is_list_of_tables(value: &Value) -> bool {
    value.as_array().is_some_and(|items| !items.is_empty() && items.iter().all(Value::is_object))
}

/// A value in TOML; nothing for null, which TOML does not have.
pub(super) fn plain(value: &Value) -> Option<toml_edit::Value> {
    Some(match value {
        Value::Null => return None,
        Value::Bool(yes) => (*yes).into(),
        Value::Number(number) => match number.as_i64() {
            Some(whole) => whole.into(),
            None => number.as_f64()?.into(),
        },
        Value::String(text) => text.as_str().into(),
        Value::Array(items) => items.iter().filter_map(plain).collect::<Array>().into(),
        Value::Object(map) => {
            let mut table = InlineTable::new();
            for (key, value) in map {
                if let Some(value) = plain(value) {
                    table.insert(key, value);
                }
            }
            table.into()
        }
    })
}
