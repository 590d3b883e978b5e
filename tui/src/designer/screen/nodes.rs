use super::Motion;
use crate::designer::effect::Effect;
use crate::designer::model::Model;
use crate::designer::picker::Picker;
use crate::designer::prompt::Prompt;
use crate::designer::view::{self, cursor};
use ratatui::Frame;
use ratatui::layout::{Constraint, Rect};
use ratatui::widgets::{Cell, Row, Table, TableState};
use serde_json::{Map, Value};
use wso2_design_core::diagnostic::{Fix, Path};
use wso2_design_core::form::{Column, Field, Kind, duplicate, insert, remove, shift};

/// Which cell the cursor is in.
#[derive(Debug, Default)]
pub(crate) struct State {
    pub(crate) row: usize,
    pub(crate) column: usize,
}

/// The question that the table answers, and its columns.
pub(crate) fn field(model: &Model) -> Option<(&Field, &[Column])> {
    let fields = model.judged.form.steps.iter().flat_map(|step| &step.fields);
    fields.filter(|field| field.path == Path::from("nodes")).find_map(|field| match &field.kind {
        Kind::Rows(columns) => Some((field, columns.as_slice())),
        _ => None,
    })
}

fn rows(field: &Field) -> &[Value] {
    field.said.as_ref().and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

pub(crate) fn go(model: &mut Model, motion: Motion) {
    let Some((field, columns)) = field(model) else { return };
    let (rows, columns) = (rows(field).len(), columns.len());
    match motion {
        Motion::Left | Motion::Right => model.nodes.column = cursor::moved(model.nodes.column, columns, 1, motion),
        other => model.nodes.row = cursor::moved(model.nodes.row, rows, 10, other),
    }
}

/// The question of the cell under the cursor.
fn cell(model: &Model) -> Option<Field> {
    let (field, columns) = field(model)?;
    let column = columns.get(model.nodes.column)?;
    let row = rows(field).get(model.nodes.row)?;
    Some(Field {
        path: field.path.clone().index(model.nodes.row).key(column.key.clone()),
        label: format!("{} of row {}", column.label, model.nodes.row + 1),
        help: column.help.clone(),
        kind: column.kind.clone(),
        said: row.get(&column.key).cloned(),
        usual: None,
        required: false,
        depth: 0,
        notes: Vec::new(),
    })
}

/// Answers the question of the cell.
pub(crate) fn change(model: &mut Model) -> Effect {
    match cell(model) {
        Some(field) => match &field.kind {
            Kind::Choice(choices) => model.picker = Some(Picker::choices(&field, choices)),
            _ => model.prompt = Some(Prompt::answer(&field)),
        },
        None => return add(model),
    }
    Effect::Draw
}

/// Takes the answer of the cell back.
pub(crate) fn clear(model: &mut Model) -> Effect {
    if let Some(field) = cell(model).filter(|field| field.said.is_some()) {
        model.apply(&field.answer(Value::Null));
    }
    Effect::Draw
}

/// A row more, of the same role as the one under the cursor.
pub(crate) fn add(model: &mut Model) -> Effect {
    let Some((field, _)) = field(model) else { return Effect::Draw };
    let mut row = Map::new();
    let role = rows(field).get(model.nodes.row).and_then(|row| row.get("role")).cloned();
    row.extend(role.map(|role| ("role".to_owned(), role)));
    let at = (model.nodes.row + 1).min(rows(field).len());
    let fix = insert(field, at, Value::Object(row));
    model.apply(&fix);
    model.nodes.row = at;
    Effect::Draw
}

/// The row under the cursor, changed as a whole.
fn with_row(model: &mut Model, change: fn(&Field, usize) -> Fix, step: isize) -> Effect {
    if let Some((field, _)) = field(model) {
        let fix = change(field, model.nodes.row);
        model.apply(&fix);
        model.nodes.row = model.nodes.row.saturating_add_signed(step);
        judged(model);
    }
    Effect::Draw
}

pub(crate) fn take_out(model: &mut Model) -> Effect {
    with_row(model, remove, 0)
}

pub(crate) fn double(model: &mut Model) -> Effect {
    with_row(model, duplicate, 1)
}

pub(crate) fn up(model: &mut Model) -> Effect {
    with_row(model, |field, at| shift(field, at, at.saturating_sub(1)), -1)
}

pub(crate) fn down(model: &mut Model) -> Effect {
    with_row(model, |field, at| shift(field, at, at + 1), 1)
}

/// Rows from a text: on each line an address or a range of them, before it the role where there are several. One change.
pub(crate) fn paste(model: &mut Model, text: &str) {
    let Some((field, columns)) = field(model) else { return };
    let roles: Vec<String> = columns
        .iter()
        .filter(|column| column.key == "role")
        .flat_map(|column| match &column.kind {
            Kind::Choice(choices) => {
                choices.iter().filter_map(|choice| choice.value.as_str()).map(str::to_owned).collect()
            }
            _ => Vec::new(),
        })
        .collect();
    let usual = rows(field).get(model.nodes.row).and_then(|row| row.get("role")).cloned();
    let mut all = rows(field).to_vec();
    let before = all.len();
    for line in text.lines() {
        let words: Vec<&str> = line.split([' ', '\t', ',', ';']).filter(|word| !word.is_empty()).collect();
        let mut row = Map::new();
        row.extend(usual.clone().map(|role| ("role".to_owned(), role)));
        for word in words {
            if roles.iter().any(|role| role == word) {
                row.insert("role".to_owned(), word.into());
            } else if word.contains('-')
                && word.split('-').next().is_some_and(|it| it.parse::<std::net::IpAddr>().is_ok())
            {
                row.insert("addresses".to_owned(), word.into());
            } else if word.contains(['.', ':']) {
                row.insert("address".to_owned(), word.into());
            } else {
                row.insert("name".to_owned(), word.into());
            }
        }
        if row.contains_key("address") || row.contains_key("addresses") {
            all.push(Value::Object(row));
        }
    }
    let added = all.len() - before;
    if added == 0 {
        return model.trouble("no line of what was pasted has an address");
    }
    let fix = Fix::unsafe_(format!("paste {added} rows")).set(field.path.clone(), Value::Array(all));
    model.apply(&fix);
}

pub(crate) fn judged(model: &mut Model) {
    let rows = field(model).map_or(0, |(field, _)| rows(field).len());
    model.nodes.row = model.nodes.row.min(rows.saturating_sub(1));
}

/// The row at a row of the pane's inside, below its head: says whether there is one.
pub(crate) fn click(model: &mut Model, area: Rect, _column: u16, row: u16) -> bool {
    let number = field(model).map_or(0, |(field, _)| rows(field).len());
    let from = cursor::window(model.nodes.row, number, usize::from(area.height).saturating_sub(1));
    let Some(at) = row.checked_sub(1).map(|row| from + usize::from(row)).filter(|at| *at < number) else {
        return false;
    };
    model.nodes.row = at;
    true
}

pub(crate) fn draw(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let theme = &model.options.theme;
    let Some((field, columns)) = field(model) else { return };
    let count = model.judged.plan.as_ref().map_or(0, |plan| plan.nodes.len());
    let title = format!("Nodes: {count} in {} rows", rows(field).len());
    let inside = view::pane(theme, frame, area, &title, true);
    let text = |row: &Value, column: &Column| row.get(&column.key).map_or_else(String::new, super::form::shown);
    let widths = columns.iter().map(|column| {
        let longest = rows(field).iter().map(|row| text(row, column).chars().count()).max().unwrap_or(0);
        Constraint::Length(longest.max(column.label.chars().count()).min(40) as u16)
    });
    let lines = rows(field).iter().enumerate().map(|(number, row)| {
        Row::new(columns.iter().enumerate().map(|(place, column)| {
            let cell = Cell::from(text(row, column));
            let here = (number, place) == (model.nodes.row, model.nodes.column);
            if here { cell.style(theme.chosen) } else { cell }
        }))
    });
    let head = Row::new(columns.iter().map(|column| column.label.as_str())).style(theme.title);
    let table = Table::new(lines, widths).header(head).column_spacing(2);
    let mut state = TableState::new().with_selected(Some(model.nodes.row));
    frame.render_stateful_widget(table, inside, &mut state);
}
