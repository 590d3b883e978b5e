//! What every screen is drawn with.

pub(crate) mod cursor;
mod foot;
mod head;
mod text;
mod typewriter;
mod wrap;

pub(crate) use foot::hint_at;
pub(crate) use head::tab_at;
pub(crate) use text::{chosen, cut_front, filled, mark, wrapped};
pub(crate) use wrap::wrapped_spans;

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
    paint(model, frame);
    if model.options.theme.ascii {
        typewriter::typewrite(frame.buffer_mut());
    }
}

fn paint(model: &Model, frame: &mut Frame<'_>) {
    let area = frame.area();
    frame.buffer_mut().set_style(area, model.options.theme.plain);
    if area.width < LEAST.0 || area.height < LEAST.1 {
        let (width, height) = LEAST;
        let text = format!("The terminal is {} × {}: make it {width} × {height} or larger.", area.width, area.height);
        frame.render_widget(Paragraph::new(text).wrap(Wrap { trim: true }), area);
        return;
    }
    let Areas { title, tabs, body, message, hints } = areas(area);
    head::draw(model, frame, title, tabs);
    screen::draw(model, frame, body);
    foot::draw(model, frame, message, hints);
    if let Some(picker) = &model.picker {
        picker.draw(model, frame, body);
    }
    if let Some(prompt) = &model.prompt {
        prompt.draw(model, frame, body);
    }
    if let Some(reader) = &model.reader {
        reader.draw(model, frame, body);
    }
    if let Some(palette) = &model.palette {
        palette.draw(model, frame, body);
    }
    if let Some(question) = &model.question {
        question.draw(model, frame, body);
    }
}

/// Where everything is that is on every screen.
pub(crate) struct Areas {
    pub(crate) title: Rect,
    pub(crate) tabs: Rect,
    pub(crate) body: Rect,
    pub(crate) message: Rect,
    pub(crate) hints: Rect,
}

/// The parts of a terminal.
pub(crate) fn areas(area: Rect) -> Areas {
    let line = Constraint::Length(1);
    let [title, tabs, body, message, hints] =
        Layout::vertical([line, line, Constraint::Fill(1), line, line]).areas(area);
    Areas { title, tabs, body, message, hints }
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
