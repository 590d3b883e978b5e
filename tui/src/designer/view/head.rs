use super::cut;
use crate::designer::model::Model;
use crate::designer::screen::Screen;
use crate::designer::screen::form::counted;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;
use wso2_design_core::diagnostic::Severity;

/// What is designed, whether it is saved, and the screens.
pub(crate) fn draw(model: &Model, frame: &mut Frame<'_>, first: Rect, second: Rect) {
    let theme = &model.options.theme;
    let saved = match (model.options.read_only, model.draft.is_unsaved()) {
        (true, _) => "read-only",
        (false, true) => "not saved",
        (false, false) => "saved",
    };
    let dot = theme.signs().dot;
    let is_new = model.draft.is_empty() && !model.draft.is_unsaved();
    let title = match &model.judged.plan {
        Some(plan) => {
            let product = format!("{} {}", plan.product.name, plan.release.version);
            format!("{} {dot} {product} {dot} {}", plan.name, plan.pattern.name)
        }
        None if is_new => "no design yet".to_owned(),
        None => "nothing is decided yet".to_owned(),
    };
    // Of what was not begun nothing is wrong, and nothing is saved.
    let mut right = if is_new { Vec::new() } else { counts(model) };
    if !is_new || model.options.read_only {
        right.push(Span::styled(format!("{saved} "), theme.usual));
    }
    let right = Line::from(right);
    let room = usize::from(first.width).saturating_sub(right.width() + 3);
    frame.render_widget(Line::styled(format!(" {}", cut(&title, room, theme)), theme.title), first);
    frame.render_widget(right.right_aligned(), first);
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

/// How many problems there are, the worst first.
fn counts(model: &Model) -> Vec<Span<'static>> {
    let theme = &model.options.theme;
    let all = [(Severity::Error, "error"), (Severity::Warning, "warning"), (Severity::Advice, "note")];
    let mut out = Vec::new();
    for (severity, word) in all {
        match model.judged.notes.iter().filter(|note| note.severity == severity).count() {
            0 => {}
            number => out.extend([Span::styled(counted(number, word), theme.severity(severity)), Span::raw(" ")]),
        }
    }
    if !out.is_empty() {
        out.push(Span::raw(" "));
    }
    out
}
