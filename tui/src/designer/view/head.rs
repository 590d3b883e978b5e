use super::cut;
use crate::designer::model::Model;
use crate::designer::screen::Screen;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

/// What is designed, whether it is saved, and the screens.
pub(crate) fn draw(model: &Model, frame: &mut Frame<'_>, first: Rect, second: Rect) {
    let theme = &model.options.theme;
    let saved = match (model.options.read_only, model.draft.is_unsaved()) {
        (true, _) => "read-only",
        (false, true) => "not saved",
        (false, false) => "saved",
    };
    let dot = theme.signs().dot;
    let title = model.judged.plan.as_ref().map_or_else(
        || "no design yet".to_owned(),
        |plan| {
            let product = format!("{} {}", plan.product.name, plan.release.version);
            format!("{} {dot} {product} {dot} {}", plan.name, plan.pattern.name)
        },
    );
    let room = usize::from(first.width).saturating_sub(saved.len() + 4);
    frame.render_widget(Line::styled(format!(" {}", cut(&title, room, theme)), theme.title), first);
    frame.render_widget(Line::styled(format!("{saved} "), theme.usual).right_aligned(), first);
    let spans = tabs(second.width).flat_map(|(screen, text)| {
        let style = if screen == model.screen { theme.chosen } else { theme.plain };
        [Span::styled(text, style), Span::raw(" ")]
    });
    frame.render_widget(Line::from_iter(spans), second);
}

/// The screens with what stands for them: on a narrow terminal only the one's number and name that fit.
fn tabs(width: u16) -> impl Iterator<Item = (Screen, String)> {
    let long: usize = Screen::ALL.iter().map(|screen| screen.title().width() + 5).sum();
    let narrow = long > usize::from(width) + 1;
    Screen::ALL.into_iter().enumerate().map(move |(number, screen)| {
        let title = screen.title();
        let title = if narrow { title.get(..4).unwrap_or(title) } else { title };
        (screen, format!(" {} {title} ", number + 1))
    })
}

/// The screen whose tab is at a column.
pub(crate) fn tab_at(_model: &Model, area: Rect, x: u16) -> Option<Screen> {
    let mut from = area.x;
    tabs(area.width).find_map(|(screen, text)| {
        let to = from + text.width() as u16;
        let here = (from..to).contains(&x);
        from = to + 1;
        here.then_some(screen)
    })
}
