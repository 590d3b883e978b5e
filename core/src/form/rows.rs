//! Changes of a list of tables: nodes, load balancers, networks. Where nothing is said, what holds is said first, so that
//! adding one does not take the others away.

use super::{Field, Kind, pasted};
use crate::diagnostic::Fix;
use serde_json::{Value, json};

/// A row more, before the one at a place.
pub fn insert(field: &Field, at: usize, row: Value) -> Fix {
    let mut rows = rows(field);
    rows.insert(at.min(rows.len()), row);
    said(field, "add", rows)
}

/// The rows of a text as people have them, before the row at a place; none where nothing of the text is a row.
pub fn paste(field: &Field, at: usize, text: &str) -> Option<Fix> {
    let Kind::Rows(columns) = &field.kind else { return None };
    let mut rows = rows(field);
    let at = at.min(rows.len());
    let new = pasted(text, columns, at.checked_sub(1).and_then(|above| rows.get(above)));
    if new.is_empty() {
        return None;
    }
    rows.splice(at..at, new);
    Some(said(field, "paste", rows))
}

/// A cell of a row with another value; `null` takes it out. In a list that nobody said yet, the other rows are said as they hold.
pub fn cell(field: &Field, at: usize, key: &str, value: Value) -> Fix {
    if field.said.is_some() {
        return said_cell(field, at, key, value);
    }
    let mut rows = rows(field);
    match rows.get_mut(at).and_then(Value::as_object_mut) {
        Some(row) if !value.is_null() => drop(row.insert(key.to_owned(), value)),
        Some(row) => drop(row.shift_remove(key)),
        None => return said_cell(field, at, key, value),
    }
    said(field, "change", rows)
}

fn said_cell(field: &Field, at: usize, key: &str, value: Value) -> Fix {
    let path = field.path.clone().index(at).key(key.to_owned());
    Fix::unsafe_(format!("change in {}", field.label.to_lowercase())).set(path, value)
}

/// A row less. The last one's going takes the list back.
pub fn remove(field: &Field, at: usize) -> Fix {
    let mut rows = rows(field);
    if at < rows.len() {
        rows.remove(at);
    }
    said(field, "remove", rows)
}

/// The same row once more, behind it.
pub fn duplicate(field: &Field, at: usize) -> Fix {
    let mut rows = rows(field);
    if let Some(row) = rows.get(at).map(twin) {
        rows.insert(at + 1, row);
    }
    said(field, "duplicate", rows)
}

/// A row like another; without its name and its addresses, which are one node's.
pub fn twin(row: &Value) -> Value {
    let mut row = row.clone();
    if let Some(row) = row.as_object_mut() {
        ["name", "address", "addresses"].into_iter().for_each(|own| drop(row.shift_remove(own)));
    }
    row
}

/// A row, moved to another place.
pub fn shift(field: &Field, from: usize, to: usize) -> Fix {
    let mut rows = rows(field);
    if from < rows.len() && to < rows.len() {
        let row = rows.remove(from);
        rows.insert(to, row);
    }
    said(field, "move", rows)
}

/// A row that was decided, as it is begun when its list is said: nothing but its name, without which it would be another one.
pub fn begun(row: &Value) -> Value {
    row.get("name").map_or_else(|| json!({}), |name| json!({ "name": name }))
}

/// The rows that hold: those that are said, or the beginning of one for each that was decided.
fn rows(field: &Field) -> Vec<Value> {
    match (&field.said, &field.usual) {
        (Some(Value::Array(said)), _) => said.clone(),
        (_, Some(Value::Array(usual))) => usual.iter().map(begun).collect(),
        _ => Vec::new(),
    }
}

fn said(field: &Field, what: &str, rows: Vec<Value>) -> Fix {
    let value = if rows.is_empty() { Value::Null } else { Value::Array(rows) };
    Fix::unsafe_(format!("{what} in {}", field.label.to_lowercase())).set(field.path.clone(), value)
}
