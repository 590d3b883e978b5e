//! What every screen is drawn with.

pub(crate) mod cursor;
mod foot;
mod head;

use super::model::Model;
use super::screen;
use super::theme::Theme;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::widgets::{Block, Paragraph, Wrap};

/// The smallest terminal that is drawn on.
const LEAST: (u16, u16) = (60, 15);

/// Draws everything.
pub(crate) fn draw(model: &Model, frame: &mut Frame<'_>) {
    let area = frame.area();
    if area.width < LEAST.0 || area.height < LEAST.1 {
        let (width, height) = LEAST;
        let text = format!("The terminal is {} × {}: make it {width} × {height} or larger.", area.width, area.height);
        frame.render_widget(Paragraph::new(text).wrap(Wrap { trim: true }), area);
        return;
    }
    let [head, body, foot] =
        Layout::vertical([Constraint::Length(2), Constraint::Fill(1), Constraint::Length(2)]).areas(area);
    head::draw(model, frame, head);
    screen::draw(model, frame, body);
    foot::draw(model, frame, foot);
    if let Some(picker) = &model.picker {
        picker.draw(model, frame, body);
    }
    if let Some(prompt) = &model.prompt {
        prompt.draw(model, frame, body);
    }
    if let Some(palette) = &model.palette {
        palette.draw(model, frame, body);
    }
    if let Some(question) = &model.question {
        question.draw(model, frame, body);
    }
}

/// A bordered part of a screen; gives the place inside it.
pub(crate) fn pane(theme: &Theme, frame: &mut Frame<'_>, area: Rect, title: &str, focused: bool) -> Rect {
    let style = if focused { theme.focused } else { theme.border };
    let block = Block::bordered().border_set(theme.lines()).border_style(style).title(format!(" {title} "));
    let inside = block.inner(area);
    frame.render_widget(block, area);
    inside
}
