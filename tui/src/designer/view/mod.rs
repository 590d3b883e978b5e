//! What every screen is drawn with.

pub(crate) mod cursor;
mod foot;
mod head;
mod text;

pub(crate) use text::{filled, mark, wrapped};

use super::model::Model;
use super::screen;
use super::theme::Theme;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;
use ratatui::widgets::{Block, Paragraph, Wrap};
use std::borrow::Cow;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The smallest terminal that is drawn on.
const LEAST: (u16, u16) = (60, 15);

/// Draws everything.
pub(crate) fn draw(model: &Model, frame: &mut Frame<'_>) {
    let area = frame.area();
    frame.buffer_mut().set_style(area, model.options.theme.plain);
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
    if let Some(reader) = &model.reader {
        reader.draw(model, frame, body);
    }
}

/// A bordered part of a screen; gives the place inside it.
pub(crate) fn pane(theme: &Theme, frame: &mut Frame<'_>, area: Rect, title: &str, focused: bool) -> Rect {
    let (lines, style, ink) = match focused {
        true => (theme.heavy_lines(), theme.focused, theme.title),
        false => (theme.lines(), theme.border, theme.plain),
    };
    // What is drawn over something else has its own ground.
    frame.buffer_mut().set_style(area, theme.plain);
    let title = Line::styled(format!(" {} ", cut(title, area.width.saturating_sub(4).into(), theme)), ink);
    let block = Block::bordered().border_set(lines).border_style(style).title(title);
    let inside = block.inner(area);
    frame.render_widget(block, area);
    inside
}

/// A text in so many cells, with a sign where something is cut.
pub(crate) fn cut<'t>(text: &'t str, width: usize, theme: &Theme) -> Cow<'t, str> {
    if text.width() <= width {
        return Cow::Borrowed(text);
    }
    let mut out = String::new();
    let mut used = 0;
    for char in text.chars() {
        let wide = char.width().unwrap_or(0);
        if used + wide + 1 > width {
            break;
        }
        used += wide;
        out.push(char);
    }
    if width > 0 {
        out.push_str(theme.signs().more);
    }
    Cow::Owned(out)
}
