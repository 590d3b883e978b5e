use super::{Part, Reasons, Told, page, shown};
use crate::designer::action;
use crate::designer::background::Kind;
use crate::designer::effect::Effect;
use crate::designer::jump;
use crate::designer::model::Model;
use crate::designer::view;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span, Text};
use ratatui::widgets::{Paragraph, Wrap};
use std::sync::Arc;
use wso2_design_core::bundle::{Content, Origin, artifact, origin_at, origins_in};

/// Has the reasons of the file on the screen looked up.
pub(super) fn ask(model: &mut Model) {
    let Some((shown, path)) = shown(model).zip(super::file(model).map(|file| file.path.clone())) else { return };
    let is_known = |it: &Reasons| Arc::ptr_eq(&it.files, &shown.files) && it.path == path;
    if model.files.reasons.as_ref().is_some_and(is_known) {
        return;
    }
    let (files, plan) = (Arc::clone(&shown.files), Arc::clone(&shown.plan));
    let Some(bytes) = super::file(model).map(|file| Arc::clone(&file.bytes)) else { return };
    // Without the product at hand a file has nothing but what the design says.
    let has_more = model.options.shelf.stocks.is_some() && !path.contains("/fragments/");
    let wanted = path.clone();
    let all = model.background.later(Kind::Reasons, move || match artifact(&plan, &wanted) {
        Some(artifact) => Told {
            origins: origins_in(&plan, &artifact, &bytes),
            is_stock: has_more && matches!(artifact.content, Content::Stock(_)),
        },
        None => Told::default(),
    });
    model.files.reasons = Some(Reasons { files, path, all });
}

/// The reason of the line under the cursor.
fn current(model: &Model) -> Option<&Origin> {
    let origins = &model.files.reasons.as_ref()?.all.get()?.origins;
    let line = model.files.line;
    // A comment is about the line below it.
    let is_comment = |line: &str| ["<!--", "#", "//"].iter().any(|sign| line.trim_start().starts_with(sign));
    let below = || page(model)?.lines.get(line).filter(|it| is_comment(it)).and_then(|_| origin_at(origins, line + 1));
    origin_at(origins, line).or_else(below)
}

/// Goes to the question, or to the cell of a table, that decides the line under the cursor.
pub(crate) fn follow(model: &mut Model) -> Effect {
    match current(model).and_then(|origin| origin.path.clone()) {
        Some(path) => jump::to(model, &path),
        None => model.trouble("no question of the design decides this line"),
    }
    Effect::Draw
}

/// What the line under the cursor says, why, and where that is decided.
pub(super) fn draw(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let theme = &model.options.theme;
    let inside = view::pane(theme, frame, area, "Why", false);
    let origin = current(model).filter(|_| page(model).is_some());
    let Some(origin) = origin else {
        let waits = model.files.reasons.as_ref().is_some_and(|it| it.all.get().is_none());
        let is_stock = model.files.reasons.as_ref().and_then(|it| it.all.get()).is_some_and(|told| told.is_stock);
        let text = match (page(model).is_some(), waits) {
            (false, _) => "",
            (true, true) => "looking it up…",
            (true, false) if is_stock => "This line is the product's own, or needs no reason.",
            (true, false) => "No reason is written here.",
        };
        return frame.render_widget(Paragraph::new(text).style(theme.usual).wrap(Wrap { trim: true }), inside);
    };
    let mut text = Text::default();
    if let Some(path) = &origin.path {
        let label = jump::nearest(model, path).map_or_else(String::new, |(.., field)| format!("{}  ", field.label));
        let mut line = vec![Span::styled(label, theme.said), Span::styled(path.to_string(), theme.usual)];
        if model.files.part == Part::Text {
            line.extend([
                Span::styled(format!("  {}", action::key_of("open-file")), theme.key),
                Span::styled(" goes there", theme.usual),
            ]);
        }
        text.push_line(Line::from(line));
    }
    for (sentence, style) in [(&*origin.why, theme.plain), (&*origin.says, theme.usual), (origin.source, theme.usual)] {
        if !sentence.is_empty() {
            text.push_line(Line::styled(sentence.to_owned(), style));
        }
    }
    frame.render_widget(Paragraph::new(text).wrap(Wrap { trim: true }), inside);
}
