//! Rows from a text, as people have them: addresses one below the other, a hosts file, what `kubectl get` prints, a sheet with or
//! without a heading.

use super::{Column, Kind};
use crate::value::AddressRange;
use serde_json::{Map, Value};
use std::net::IpAddr;

/// The rows of a text. A line that names no role has that of the row beside it.
pub fn pasted(text: &str, columns: &[Column], like: Option<&Value>) -> Vec<Value> {
    let mut lines =
        text.lines().map(|line| line.split('#').next().unwrap_or_default()).filter(|line| !line.trim().is_empty());
    let mut first = lines.clone();
    let heading = first.next().and_then(|line| heading(line, columns));
    if heading.is_some() {
        lines = first;
    }
    let row = |line: &str| {
        let row = match &heading {
            Some(heading) => by_heading(line, heading, columns),
            None => by_looks(line, columns),
        };
        (!row.is_empty()).then(|| {
            let mut row = row;
            let said = columns.iter().any(|column| column.key == "role") && !row.contains_key("role");
            let role = like.and_then(|like| like.get("role")).filter(|_| said);
            row.extend(role.map(|role| ("role".to_owned(), role.clone())));
            Value::Object(row)
        })
    };
    lines.filter_map(row).collect()
}

/// The cells of a line: between commas, semicolons or tabs where it has any, else between blanks.
fn cells(line: &str) -> Vec<&str> {
    let by = |mark: char| line.split(mark).map(|cell| cell.trim().trim_matches('"').trim()).collect();
    match [',', ';', '\t', '|'].into_iter().find(|mark| line.contains(*mark)) {
        Some(mark) => by(mark),
        None => line.split_whitespace().collect(),
    }
}

/// The columns that a heading names, in its order; none where the line is no heading.
fn heading(line: &str, columns: &[Column]) -> Option<Vec<Option<usize>>> {
    let find = |cell: &str| {
        let cell = cell.to_lowercase().replace([' ', '_'], "-");
        let meant = match cell.as_str() {
            "ip" | "internal-ip" | "ip-address" | "host-ip" => "address",
            "host" | "hostname" | "node" | "nodename" => "name",
            "roles" => "role",
            "instances" | "number" => "count",
            "port" => "member-port",
            other => other,
        };
        let is = |column: &Column| column.key == meant || column.label.to_lowercase().replace(' ', "-") == meant;
        columns.iter().position(is)
    };
    let is_address = |cell: &str| cell.parse::<IpAddr>().is_ok() || cell.parse::<AddressRange>().is_ok();
    if cells(line).iter().any(|cell| is_address(cell)) {
        return None;
    }
    let found: Vec<Option<usize>> = cells(line).into_iter().map(find).collect();
    let known = found.iter().flatten().count();
    (known > 0 && known * 2 >= found.len()).then_some(found)
}

fn by_heading(line: &str, heading: &[Option<usize>], columns: &[Column]) -> Map<String, Value> {
    let mut row = Map::new();
    for (cell, column) in cells(line).into_iter().zip(heading) {
        let Some(column) = column.and_then(|at| columns.get(at)) else { continue };
        // What is written for «none» in such lists.
        if matches!(cell, "" | "-" | "<none>") {
            continue;
        }
        row.insert(column.key.clone(), said(column, cell));
    }
    row
}

/// Each word into the column that it looks like.
fn by_looks(line: &str, columns: &[Column]) -> Map<String, Value> {
    let mut row = Map::new();
    let column = |key: &str| columns.iter().find(|column| column.key == key);
    let mut names = Vec::new();
    for word in cells(line).into_iter().filter(|word| !word.is_empty()) {
        let choice = columns.iter().find(|column| match &column.kind {
            Kind::Choice(choices) => {
                let same = |label: &str| label.eq_ignore_ascii_case(word);
                choices.iter().any(|it| it.value.as_str() == Some(word) || same(&it.label))
            }
            _ => false,
        });
        let is_ip = word.parse::<IpAddr>().is_ok();
        let known = if let Some(choice) = choice {
            Some(choice)
        } else if word.contains('/') {
            column("cidr")
        } else if word.parse::<AddressRange>().is_ok() {
            column("addresses")
        } else if is_ip {
            column("address")
        } else {
            None
        };
        match known.filter(|column| !row.contains_key(&column.key)) {
            Some(column) => drop(row.insert(column.key.clone(), said(column, word))),
            None if !is_ip => names.push(word),
            None => {}
        }
    }
    // A name with dots is where a node is if nothing else says it; the first part of one is what it is called.
    let located = ["address", "addresses", "cidr"].iter().any(|key| row.contains_key(*key));
    if !located && let Some(host) = names.iter().position(|name| name.contains('.')) {
        row.extend(column("address").map(|column| (column.key.clone(), names.remove(host).into())));
    }
    let short = names.iter().find(|name| !name.contains('.')).or(names.first());
    let short = short.and_then(|name| name.split('.').next()).filter(|name| !name.is_empty());
    row.extend(column("name").zip(short).map(|(column, name)| (column.key.clone(), name.into())));
    row
}

fn said(column: &Column, word: &str) -> Value {
    match &column.kind {
        Kind::Choice(choices) => {
            let found =
                choices.iter().find(|it| it.value.as_str() == Some(word) || it.label.eq_ignore_ascii_case(word));
            found.map_or_else(|| word.into(), |choice| choice.value.clone())
        }
        kind => kind.value(word),
    }
}

#[cfg(test)]
mod tests;
