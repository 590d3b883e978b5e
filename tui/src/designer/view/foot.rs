use super::cut;
use crate::designer::action::{self, Action};
use crate::designer::model::{Model, Tone};
use crate::designer::text::search;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

/// What just happened, and what can be done here.
pub(crate) fn draw(model: &Model, frame: &mut Frame<'_>, first: Rect, second: Rect) {
    let theme = &model.options.theme;
    if let Some((typed, count)) = search::told(model).filter(|_| model.message.is_none()) {
        let line = Line::from(vec![Span::raw(" "), Span::styled(typed, theme.key), Span::raw("  "), Span::raw(count)]);
        frame.render_widget(line, first);
        if model.search.is_typing() {
            frame.set_cursor_position((first.x + 2 + model.search.cursor() as u16, first.y));
        }
    }
    if let Some(message) = &model.message {
        let style = if message.tone == Tone::Done { theme.plain } else { theme.trouble };
        let text = cut(&message.text, usize::from(first.width).saturating_sub(2), theme);
        frame.render_widget(Line::styled(format!(" {text}"), style), first);
    }
    let spans = hints(model, second.width)
        .into_iter()
        .flat_map(|(_, key, word)| [Span::styled(key, theme.key), Span::raw(format!(" {word}  "))]);
    frame.render_widget(Line::from_iter(std::iter::once(Span::raw(" ")).chain(spans)), second);
}

/// The actions that the bar has room for, each with its key and its word. What leads to everything else keeps its place: where the
/// room is short, others go.
fn hints(model: &Model, width: u16) -> Vec<(&'static Action, String, &'static str)> {
    let hint = |action: &'static Action| {
        let key = action.keys.first().map(|key| action::shown(*key))?;
        (!action.hint.is_empty()).then_some((action, key, action.hint))
    };
    let all: Vec<_> = action::possible(model).filter_map(hint).collect();
    let long = |(_, key, word): &(_, String, &str)| key.width() + word.width() + 3;
    let always = |name: &str| matches!(name, "commands" | "help");
    let mut room = usize::from(width).saturating_sub(1);
    room = room.saturating_sub(all.iter().filter(|hint| always(hint.0.name)).map(long).sum());
    let mut kept = Vec::new();
    for hint in all {
        if always(hint.0.name) {
            kept.push(hint);
        } else if long(&hint) <= room {
            room -= long(&hint);
            kept.push(hint);
        }
    }
    kept
}

/// The action whose hint is at a column.
pub(crate) fn hint_at(model: &Model, area: Rect, x: u16) -> Option<&'static Action> {
    let mut from = usize::from(area.x) + 1;
    hints(model, area.width).into_iter().find_map(|(action, key, word)| {
        let to = from + key.width() + word.width() + 1;
        let here = (from..to).contains(&usize::from(x));
        from = to + 2;
        here.then_some(action)
    })
}
