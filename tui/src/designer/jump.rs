//! From a place in the design to its question, or to its cell in a table.

use super::model::Model;
use super::screen::{Pane, Screen};
use serde_json::Value;
use wso2_design_core::diagnostic::{Path, Segment};
use wso2_design_core::form::{Field, Kind};

/// Puts the cursors on the question of a place, and where it is inside a table on its cell. Gives the screen that shows it.
pub(crate) fn point(model: &mut Model, path: &Path) -> Option<Screen> {
    let (step, cursor, field) = nearest(model, path)?;
    let rest = path.0.get(field.path.0.len()..).unwrap_or_default();
    let cell = match (&field.kind, rest) {
        (Kind::Rows(columns), [Segment::Index(row), rest @ ..]) => {
            let named = |key: &str| columns.iter().position(|column| column.key == key);
            let column = match rest.first() {
                Some(Segment::Key(key)) => named(key),
                _ => None,
            };
            Some((field.path.clone(), *row, column))
        }
        (Kind::Pairs, [Segment::Key(name), ..]) => {
            let table = field.said.as_ref().and_then(Value::as_object);
            let row = table.and_then(|table| table.keys().position(|key| key == name));
            row.map(|row| (field.path.clone(), row, Some(1)))
        }
        _ => None,
    };
    (model.form.step, model.form.cursor) = (step, cursor);
    let Some((list, row, column)) = cell else { return Some(Screen::Design) };
    let other = model.table.list.as_ref() != Some(&list);
    model.table.row = row;
    model.table.column = column.unwrap_or(if other { 0 } else { model.table.column });
    model.table.list = Some(list);
    Some(Screen::Nodes)
}

/// The same, and shows it.
pub(crate) fn to(model: &mut Model, path: &Path) {
    match point(model, path) {
        Some(Screen::Nodes) => model.screen = Screen::Nodes,
        Some(_) => (model.screen, model.form.pane) = (Screen::Design, Pane::Form),
        None => model.trouble(format!("there is no question about `{path}`")),
    }
}

/// The question that a place belongs to: its own, or the nearest around it, or the first inside it.
pub(crate) fn nearest<'m>(model: &'m Model, path: &Path) -> Option<(usize, usize, &'m Field)> {
    let all = || {
        let steps = model.judged.form.steps.iter().enumerate();
        steps.flat_map(|(step, it)| it.fields.iter().enumerate().map(move |(number, field)| (step, number, field)))
    };
    let around = all().filter(|(_, _, field)| path.0.starts_with(&field.path.0));
    let around = around.max_by_key(|(_, _, field)| field.path.0.len());
    around.or_else(|| all().find(|(_, _, field)| !path.is_root() && field.path.0.starts_with(&path.0)))
}

/// The first place where two designs differ.
pub(crate) fn changed(before: &Value, after: &Value) -> Option<Path> {
    let mut path = Path::root();
    let (mut one, mut other) = (before, after);
    if one == other {
        return None;
    }
    loop {
        match (one, other) {
            (Value::Object(left), Value::Object(right)) => {
                let differs = |key: &&String| left.get(*key) != right.get(*key);
                let Some(key) = right.keys().chain(left.keys()).find(differs) else { return Some(path) };
                path = path.key(key.clone());
                match (left.get(key), right.get(key)) {
                    (Some(left), Some(right)) => (one, other) = (left, right),
                    _ => return Some(path),
                }
            }
            (Value::Array(left), Value::Array(right)) => {
                let same = left.iter().zip(right).take_while(|(left, right)| left == right).count();
                path = path.index(same);
                match (left.get(same), right.get(same)) {
                    // A row more or less is the row as a whole.
                    (Some(before), Some(after)) if left.len() == right.len() => (one, other) = (before, after),
                    _ => return Some(path),
                }
            }
            _ => return Some(path),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_changed_is_found_as_deep_as_it_is() {
        let at = |one: Value, other: Value| changed(&one, &other).map(|path| path.to_string());
        assert_eq!(at(json!({"a": 1}), json!({"a": 1})), None);
        assert_eq!(at(json!({"a": {"b": 1}}), json!({"a": {"b": 2}})), Some("a.b".to_owned()));
        assert_eq!(
            at(json!({"n": [{"x": 1}, {"x": 2}]}), json!({"n": [{"x": 1}, {"x": 3}]})),
            Some("n[1].x".to_owned())
        );
        assert_eq!(at(json!({"n": [{"x": 1}, {"x": 2}]}), json!({"n": [{"x": 2}]})), Some("n[0]".to_owned()));
        assert_eq!(at(json!({"a": 1, "z": 1}), json!({"z": 1})), Some("a".to_owned()));
    }
}
