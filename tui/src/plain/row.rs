//! Rows of a table as a line of words: `worker 10.0.1.11-20 offset=1`.

use super::question::rows;
use crate::designer::screen::form::words;
use serde_json::{Map, Value};
use wso2_design_core::diagnostic::Fix;
use wso2_design_core::form::{Column, Field, Kind, duplicate, insert, remove, shift};

/// A row on one line, as it could be typed.
pub(super) fn shown(row: &Value) -> String {
    let cells = row.as_object().into_iter().flatten();
    cells.map(|(key, value)| format!("{key}={}", words(value))).collect::<Vec<_>>().join(" ")
}

/// The change that a line asks for.
pub(super) fn change(field: &Field, columns: &[Column], line: &str) -> Result<Fix, String> {
    let (verb, rest) = line.split_once(' ').unwrap_or((line, ""));
    let count = rows(field).len();
    let number = |text: &str| {
        let number = text.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        number.filter(|number| *number < count).ok_or_else(|| format!("which row? They are 1 to {count}"))
    };
    match verb {
        "remove" => Ok(remove(field, number(rest.trim())?)),
        "copy" => Ok(duplicate(field, number(rest.trim())?)),
        "move" => {
            let (from, to) = rest.trim().split_once(' ').ok_or("move 2 1, please: from where to where")?;
            Ok(shift(field, number(from)?, number(to.trim())?))
        }
        "change" => {
            let (which, rest) = rest.trim().split_once(' ').ok_or("change 2 worker 10.0.1.5, please")?;
            let which = number(which)?;
            let mut all = rows(field).to_vec();
            let cells = cells(columns, rest)?;
            if let Some(Value::Object(row)) = all.get_mut(which) {
                // An address takes the place of a range, and the other way round.
                for (key, other) in [("address", "addresses"), ("addresses", "address")] {
                    if cells.contains_key(key) {
                        row.shift_remove(other);
                    }
                }
                row.extend(cells);
                row.retain(|_, value| !value.is_null());
            }
            let title = format!("change in {}", field.label.to_lowercase());
            Ok(Fix::unsafe_(title).set(field.path.clone(), Value::Array(all)))
        }
        _ => {
            let mut row = cells(columns, line)?;
            row.retain(|_, value| !value.is_null());
            Ok(insert(field, count, Value::Object(row)))
        }
    }
}

/// The cells that words stand for: `KEY=VALUE`, a choice of a column, an address or a range of them; another word is a name.
fn cells(columns: &[Column], line: &str) -> Result<Map<String, Value>, String> {
    let column = |key: &str| columns.iter().find(|column| column.key == key);
    let mut cells = Map::new();
    for word in line.split([' ', '\t', ',']).filter(|word| !word.is_empty()) {
        if let Some((key, value)) = word.split_once('=') {
            let column = column(key).ok_or_else(|| format!("there is no `{key}` here: ? says which there are"))?;
            cells.insert(key.to_owned(), choice(column, value).unwrap_or_else(|| column.kind.value(value)));
            continue;
        }
        let chosen = columns.iter().find_map(|column| Some((column.key.as_str(), choice(column, word)?)));
        let (key, value) = match chosen {
            Some(chosen) => chosen,
            None if column("addresses").is_some() && is_range(word) => ("addresses", word.into()),
            None if column("address").is_some() && word.contains(['.', ':']) => ("address", word.into()),
            None if column("name").is_some() => ("name", word.into()),
            None => return Err(format!("`{word}`: KEY=VALUE, please; ? says which keys there are")),
        };
        cells.insert(key.to_owned(), value);
    }
    Ok(cells)
}

/// The choice of a column that a word is.
fn choice(column: &Column, word: &str) -> Option<Value> {
    let Kind::Choice(choices) = &column.kind else { return None };
    choices.iter().map(|choice| &choice.value).find(|value| words(value) == word).cloned()
}

fn is_range(word: &str) -> bool {
    word.split_once('-').is_some_and(|(first, _)| first.parse::<std::net::IpAddr>().is_ok())
}
