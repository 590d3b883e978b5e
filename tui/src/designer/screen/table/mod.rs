//! One editor for everything that is a list of rows: nodes, load balancers, networks, and names with a text each.

mod draw;
mod edit;
mod outcome;
mod paste;
mod sheet;

pub(crate) use draw::{click, draw};
pub(crate) use edit::{add, add_above, change, clear, copy, double, down, explain, split, take_out, up};
pub(crate) use paste::paste;
pub(crate) use sheet::{Sheet, sheet};

use super::{Motion, Screen, form};
use crate::designer::effect::Effect;
use crate::designer::model::Model;
use crate::designer::text::search::Searchable;
use crate::designer::view::cursor;
use wso2_design_core::diagnostic::Path;
use wso2_design_core::form::Kind;

/// Which list is edited, and which cell the cursor is in.
#[derive(Debug, Default)]
pub(crate) struct State {
    /// The list's place in the design; the nodes where nothing else was asked for.
    pub(crate) list: Option<Path>,
    pub(crate) row: usize,
    pub(crate) column: usize,
}

impl State {
    /// The place of the list.
    pub(crate) fn place(&self) -> Path {
        self.list.clone().unwrap_or_else(|| Path::from("nodes"))
    }
}

/// Opens a list.
pub(crate) fn show(model: &mut Model, list: Path) {
    if model.table.place() != list {
        model.table = State { list: Some(list), ..State::default() };
    }
    model.screen = Screen::Nodes;
    judged(model);
}

/// The next list of the design.
pub(crate) fn next(model: &mut Model) -> Effect {
    let lists: Vec<Path> = lists(model).map(|(path, _)| path.clone()).collect();
    let here = lists.iter().position(|path| *path == model.table.place());
    let next = here.map_or(0, |here| (here + 1) % lists.len().max(1));
    if let Some(list) = lists.into_iter().nth(next) {
        show(model, list);
    }
    Effect::Draw
}

/// Every list of rows that the design asks for, with its name.
pub(crate) fn lists(model: &Model) -> impl Iterator<Item = (&Path, &str)> {
    let fields = model.judged.form.steps.iter().flat_map(|step| &step.fields);
    let rows = fields.filter(|field| matches!(field.kind, Kind::Rows(_)));
    rows.map(|field| (&field.path, field.label.as_str()))
}

pub(crate) fn go(model: &mut Model, motion: Motion) {
    let Some(sheet) = sheet(model) else { return };
    let (rows, columns) = (sheet.rows.len(), sheet.columns.len());
    match motion {
        Motion::Left | Motion::Right => model.table.column = cursor::moved(model.table.column, columns, 1, motion),
        other => model.table.row = cursor::moved(model.table.row, rows, 15, other),
    }
}

/// The rows can be searched.
pub(crate) const SEARCHABLE: Searchable = Searchable::Lines {
    lines: |model| {
        let rows = sheet(model).map_or_else(Vec::new, |sheet| sheet.rows.to_vec());
        rows.iter().map(form::plain).collect()
    },
    at: |model| model.table.row,
    go: |model, line| model.table.row = line,
};

pub(crate) fn judged(model: &mut Model) {
    let (rows, columns) = sheet(model).map_or((0, 0), |sheet| (sheet.rows.len(), sheet.columns.len()));
    model.table.row = model.table.row.min(rows.saturating_sub(1));
    model.table.column = model.table.column.min(columns.saturating_sub(1));
}

#[cfg(test)]
mod tests;
