use crate::designer::model::Model;
use crate::designer::screen::Screen;
use crate::designer::screen::form::counted;
use crate::designer::view;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use wso2_design_core::diagnostic::Severity;

/// What is designed, whether it is saved, and the screens.
pub(crate) fn draw(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let theme = &model.options.theme;
    let [first, second] = Layout::vertical([Constraint::Length(1), Constraint::Length(1)]).areas(area);
    let saved = match (model.options.read_only, model.draft.is_unsaved()) {
        (true, _) => "read-only",
        (false, true) => "not saved",
        (false, false) => "saved",
    };
    let title = model.judged.plan.as_ref().map_or_else(
        || "no design yet".to_owned(),
        |plan| format!("{} · {} {} · {}", plan.name, plan.product.name, plan.release.version, plan.pattern.name),
    );
    let mut right = counts(model);
    right.push(Span::styled(format!("{saved} "), theme.usual));
    let right = Line::from(right);
    let room = usize::from(first.width).saturating_sub(right.width() + 3);
    frame.render_widget(Line::styled(format!(" {}", view::cut(&title, room, theme)), theme.title), first);
    frame.render_widget(right.right_aligned(), first);
    let tabs = Screen::ALL.iter().enumerate().flat_map(|(number, screen)| {
        let style = if *screen == model.screen { theme.chosen } else { theme.plain };
        [Span::styled(format!(" {} {} ", number + 1, screen.title()), style), Span::raw(" ")]
    });
    frame.render_widget(Line::from_iter(tabs), second);
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
