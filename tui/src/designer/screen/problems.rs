use super::Motion;
use crate::designer::model::Model;
use crate::designer::view::{self, cursor};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;
use wso2_design_core::diagnostic::{Diagnostic, Severity};

/// Which problem the cursor is on.
#[derive(Debug, Default)]
pub(crate) struct State {
    pub(crate) cursor: usize,
}

pub(crate) fn go(model: &mut Model, motion: Motion) {
    model.problems.cursor = cursor::moved(model.problems.cursor, model.judged.notes.len(), 8, motion);
}

/// The problem under the cursor.
pub(crate) fn current(model: &Model) -> Option<&Diagnostic> {
    model.judged.notes.get(model.problems.cursor)
}

pub(crate) fn judged(model: &mut Model) {
    model.problems.cursor = model.problems.cursor.min(model.judged.notes.len().saturating_sub(1));
}

/// The problem at a row of the pane's inside: says whether there is one.
pub(crate) fn click(model: &mut Model, area: Rect, row: u16) -> bool {
    let number = model.judged.notes.len();
    let at = cursor::window(model.problems.cursor, number, area.height.into()) + usize::from(row);
    if at < number {
        model.problems.cursor = at;
    }
    at < number
}

pub(crate) fn draw(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let theme = &model.options.theme;
    let focused = model.form.pane == super::Pane::Problems;
    let title = match model.judged.notes.len() {
        0 => "Problems: none".to_owned(),
        several => format!("Problems: {several}"),
    };
    let inside = view::pane(theme, frame, area, &title, focused);
    let lines = model.judged.notes.iter().enumerate().map(|(number, note)| {
        let style = theme.severity(note.severity);
        let mark = match note.severity {
            Severity::Error => "error",
            Severity::Warning => "warn ",
            Severity::Advice => "note ",
        };
        let line = Line::from(vec![Span::styled(mark, style), Span::raw(" "), Span::raw(note.message.clone())]);
        if focused && number == model.problems.cursor { line.style(theme.chosen) } else { line }
    });
    let from = cursor::window(model.problems.cursor, model.judged.notes.len(), inside.height.into());
    frame.render_widget(Paragraph::new(lines.skip(from).take(inside.height.into()).collect::<Vec<_>>()), inside);
}
