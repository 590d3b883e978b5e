use crate::designer::model::Model;
use crate::designer::screen::Screen;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};

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
    frame.render_widget(Line::styled(format!(" {title}"), theme.title), first);
    frame.render_widget(Line::styled(format!("{saved} "), theme.usual).right_aligned(), first);
    let tabs = Screen::ALL.iter().enumerate().flat_map(|(number, screen)| {
        let style = if *screen == model.screen { theme.chosen } else { theme.plain };
        [Span::styled(format!(" {} {} ", number + 1, screen.title()), style), Span::raw(" ")]
    });
    frame.render_widget(Line::from_iter(tabs), second);
}
