use super::draw::areas;
use super::{page, rows};
use crate::designer::model::Model;
use crate::designer::view::cursor;
use ratatui::layout::{Margin, Position, Rect};

/// Where the cursors are.
pub(crate) fn place(model: &Model) -> [usize; 3] {
    let state = &model.differences;
    [state.cursor, state.line, state.in_text.into()]
}

/// The part of the screen at a place has the keys.
pub(crate) fn aim(model: &mut Model, body: Rect, at: Position) {
    let [_, text] = areas(body);
    model.differences.in_text = text.contains(at) && page(model).is_some();
}

/// Puts the cursor on the file, or on the line, at a place: says whether there is one.
pub(crate) fn click(model: &mut Model, body: Rect, at: Position) -> bool {
    let [list, text] = areas(body).map(|area| area.inner(Margin::new(1, 1)));
    // The last row of the list says how many there are.
    let list = Rect { height: list.height.saturating_sub(1), ..list };
    let (files, lines) = (rows(model).len(), page(model).map_or(0, |page| page.lines.len()));
    let below = |area: Rect, cursor: usize, number: usize| {
        let from = cursor::window(cursor, number, area.height.into());
        area.contains(at).then(|| from + usize::from(at.y - area.y)).filter(|row| *row < number)
    };
    let state = &mut model.differences;
    if let Some(row) = below(list, state.cursor, files) {
        if row != state.cursor {
            (state.cursor, state.line, state.left) = (row, 0, 0);
        }
        state.in_text = false;
        return true;
    }
    let line = below(text, state.line, lines);
    if let Some(line) = line {
        (state.line, state.in_text) = (line, true);
    }
    line.is_some()
}
