use super::{Sheet, judged, sheet};
use crate::designer::effect::Effect;
use crate::designer::model::Model;
use crate::designer::overlay::asked::{Asked, Pair, Part};
use crate::designer::screen::form;
use serde_json::{Map, Value};
use wso2_design_core::form::{Field, Kind, twin};

/// The question of the cell under the cursor.
fn cell(model: &Model) -> Option<Asked> {
    sheet(model)?.cell(model.table.row, model.table.column)
}

/// Answers the question of the cell; of an empty table adds the first row.
pub(crate) fn change(model: &mut Model) -> Effect {
    match cell(model) {
        Some(question) => form::ask(model, question),
        None => return add(model),
    }
    Effect::Draw
}

/// Takes the answer of the cell back.
pub(crate) fn clear(model: &mut Model) -> Effect {
    if let Some(question) = cell(model).filter(|question| question.field.said.is_some()) {
        let fix = question.fix(Value::Null);
        model.apply(&fix);
    }
    Effect::Draw
}

/// Copies the cell.
pub(crate) fn copy(model: &mut Model) -> Effect {
    let value = cell(model).and_then(|question| {
        let Field { said, usual, label, .. } = question.field;
        said.or(usual).map(|value| Effect::Copy { text: form::plain(&value), what: label })
    });
    value.unwrap_or_else(|| {
        model.trouble("the cell is empty");
        Effect::Draw
    })
}

/// Shows what the cell's setting is and decides.
pub(crate) fn explain(model: &mut Model) -> Effect {
    if let Some(question) = cell(model) {
        form::explain_setting(model, question.field.label, &question.field.path);
    }
    Effect::Draw
}

/// A row more, below the one under the cursor.
pub(crate) fn add(model: &mut Model) -> Effect {
    let below = sheet(model).is_some_and(|sheet| !sheet.rows.is_empty());
    insert(model, model.table.row + usize::from(below))
}

/// A row more, above the one under the cursor.
pub(crate) fn add_above(model: &mut Model) -> Effect {
    insert(model, model.table.row)
}

/// A row more. It takes the first choice of each column that must not be open from its neighbour: its role, say.
fn insert(model: &mut Model, at: usize) -> Effect {
    let Some(sheet) = sheet(model) else { return Effect::Draw };
    if sheet.is_pairs() {
        let field = Field { label: format!("New in {}", sheet.field.label.to_lowercase()), ..asked(&sheet) };
        let question = Asked { field, of: Part::Pairs(sheet.field.path.clone(), sheet.pairs(), Pair::New) };
        form::ask(model, question);
        return Effect::Draw;
    }
    let mut rows = sheet.to_change();
    let like = rows.get(model.table.row).cloned().unwrap_or_default();
    let mut row = Map::new();
    for column in sheet.columns.iter().filter(|column| matches!(column.kind, Kind::Choice(_))) {
        row.extend(like.get(&column.key).map(|value| (column.key.clone(), value.clone())));
    }
    let at = at.min(rows.len());
    rows.insert(at, Value::Object(row));
    let fix = sheet.with(format!("row {} of {} added", at + 1, name(&sheet)), rows);
    model.apply(&fix);
    model.table.row = at;
    judged(model);
    Effect::Draw
}

fn asked(sheet: &Sheet<'_>) -> Field {
    Field {
        help: "A name and its text: name = text.".to_owned(),
        kind: Kind::Text,
        said: None,
        usual: None,
        notes: Vec::new(),
        ..sheet.field.clone()
    }
}

fn name(sheet: &Sheet<'_>) -> String {
    sheet.field.label.to_lowercase()
}

/// Changes the rows as a whole: the change in words, and the row that the cursor goes to.
fn with_rows(model: &mut Model, change: impl FnOnce(&mut Vec<Value>, usize) -> Option<(String, usize)>) -> Effect {
    let Some(sheet) = sheet(model) else { return Effect::Draw };
    let mut rows = sheet.to_change();
    if let Some((title, at)) = change(&mut rows, model.table.row) {
        let fix = sheet.with(format!("{title} of {}", name(&sheet)), rows);
        model.apply(&fix);
        model.table.row = at;
        judged(model);
    }
    Effect::Draw
}

pub(crate) fn take_out(model: &mut Model) -> Effect {
    with_rows(model, |rows, at| {
        (at < rows.len()).then(|| drop(rows.remove(at)))?;
        Some((format!("row {} removed", at + 1), at))
    })
}

/// The same row once more.
pub(crate) fn double(model: &mut Model) -> Effect {
    with_rows(model, |rows, at| {
        let row = twin(rows.get(at)?);
        rows.insert(at + 1, row);
        Some((format!("row {} duplicated", at + 1), at + 1))
    })
}

pub(crate) fn up(model: &mut Model) -> Effect {
    with_rows(model, |rows, at| {
        let to = at.checked_sub(1)?;
        (at < rows.len()).then(|| rows.swap(at, to))?;
        Some((format!("row {} moved up", at + 1), to))
    })
}

pub(crate) fn down(model: &mut Model) -> Effect {
    with_rows(model, |rows, at| {
        (at + 1 < rows.len()).then(|| rows.swap(at, at + 1))?;
        Some((format!("row {} moved down", at + 1), at + 1))
    })
}

/// A row of several nodes becomes a row for each.
pub(crate) fn split(model: &mut Model) -> Effect {
    let place = model.table.place().index(model.table.row);
    let nodes = model.judged.plan.iter().flat_map(|plan| &plan.nodes).filter(|node| node.at == place);
    let nodes: Vec<(String, Option<String>)> =
        nodes.map(|node| (node.name.to_string(), node.address.as_ref().map(ToString::to_string))).collect();
    if nodes.len() < 2 {
        model.trouble("the row is not several nodes");
        return Effect::Draw;
    }
    with_rows(model, |rows, at| {
        let row = rows.get(at)?.as_object()?.clone();
        let single = nodes.into_iter().map(|(name, address)| {
            let mut row = row.clone();
            ["addresses", "count"].into_iter().for_each(|several| drop(row.shift_remove(several)));
            // A name that was said is the beginning of theirs.
            row.get_mut("name").into_iter().for_each(|said| *said = name.clone().into());
            row.extend(address.map(|address| ("address".to_owned(), address.into())));
            Value::Object(row)
        });
        let single: Vec<Value> = single.collect();
        let title = format!("row {} split into {}", at + 1, single.len());
        rows.splice(at..=at, single);
        Some((title, at))
    })
}
