use crate::designer::action;
use crate::designer::model::{Model, Tone};
use crate::designer::search;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};

/// What just happened, and what can be done here.
pub(crate) fn draw(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let theme = &model.options.theme;
    let [first, second] = Layout::vertical([Constraint::Length(1), Constraint::Length(1)]).areas(area);
    if let Some((typed, count)) = search::told(model).filter(|_| model.message.is_none()) {
        let line = Line::from(vec![Span::raw(" "), Span::styled(typed, theme.key), Span::raw("  "), Span::raw(count)]);
        frame.render_widget(line, first);
        if model.search.is_typing() {
            frame.set_cursor_position((first.x + 2 + model.search.cursor() as u16, first.y));
        }
    }
    if let Some(message) = &model.message {
        let style = if message.tone == Tone::Done { theme.plain } else { theme.trouble };
        frame.render_widget(Line::styled(format!(" {}", message.text), style), first);
    }
    let mut hints = vec![Span::raw(" ")];
    let mut width = 1;
    for action in action::possible(model).filter(|action| !action.hint.is_empty()) {
        let Some(key) = action.keys.first() else { continue };
        let key = action::shown(*key);
        let long = key.chars().count() + action.hint.chars().count() + 3;
        if width + long > usize::from(second.width) {
            break;
        }
        width += long;
        hints.extend([Span::styled(key, theme.key), Span::raw(format!(" {}  ", action.hint))]);
    }
    frame.render_widget(Line::from(hints), second);
}
