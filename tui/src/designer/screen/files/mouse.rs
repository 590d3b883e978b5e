use super::draw::areas;
use super::{Part, page, rows, tree};
use crate::designer::model::Model;
use crate::designer::view::cursor;
use ratatui::layout::{Margin, Position, Rect};

/// Where the cursors are.
pub(crate) fn place(model: &Model) -> [usize; 3] {
    [rows(model).1, model.files.line, usize::from(model.files.part == Part::Text)]
}

/// The part of the screen at a place has the keys.
pub(crate) fn aim(model: &mut Model, body: Rect, at: Position) {
    let [_, left, text, _] = areas(model, body);
    if left.contains(at) {
        model.files.part = Part::Tree;
    } else if text.contains(at) && page(model).is_some() {
        model.files.part = Part::Text;
    }
}

/// Puts the cursor on the row of the tree, or on the line, at a place: says whether there is one.
pub(crate) fn click(model: &mut Model, body: Rect, at: Position) -> bool {
    let [_, left, text, _] = areas(model, body);
    let [left, text] = [left, text].map(|area| area.inner(Margin::new(1, 1)));
    let (rows, row) = rows(model);
    let below = |area: Rect, cursor: usize, number: usize| {
        let from = cursor::window(cursor, number, area.height.into());
        area.contains(at).then(|| from + usize::from(at.y - area.y)).filter(|row| *row < number)
    };
    let path = below(left, row, rows.len()).and_then(|row| tree(model)?.entries.get(*rows.get(row)?));
    if let Some(path) = path.map(|entry| entry.path.clone()) {
        super::choose(model, path);
        model.files.part = Part::Tree;
        return true;
    }
    let lines = page(model).map_or(0, |page| page.lines.len());
    let line = below(text, model.files.line, lines);
    if let Some(line) = line {
        (model.files.line, model.files.part) = (line, Part::Text);
    }
    line.is_some()
}
