use super::{Motion, Pane};
use crate::designer::effect::Effect;
use crate::designer::model::Model;
use crate::designer::picker::Picker;
use crate::designer::prompt::Prompt;
use crate::designer::view::{self, cursor};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;
use serde_json::Value;
use wso2_design_core::form::{Field, Kind, Step};

/// Which question the cursor is on, and which part of the screen has the keys.
#[derive(Debug, Default)]
pub(crate) struct State {
    pub(crate) pane: Pane,
    pub(crate) step: usize,
    pub(crate) cursor: usize,
}

/// The step that is asked now.
pub(crate) fn step(model: &Model) -> Option<&Step> {
    model.judged.form.steps.get(model.form.step)
}

/// The question under the cursor.
pub(crate) fn current(model: &Model) -> Option<&Field> {
    step(model)?.fields.get(model.form.cursor)
}

pub(crate) fn go(model: &mut Model, motion: Motion) {
    let fields = step(model).map_or(0, |step| step.fields.len());
    let steps = model.judged.form.steps.len();
    match motion {
        Motion::Left => turn(model, model.form.step.saturating_sub(1)),
        Motion::Right => turn(model, (model.form.step + 1).min(steps.saturating_sub(1))),
        other => model.form.cursor = cursor::moved(model.form.cursor, fields, 10, other),
    }
}

/// Another step: nothing keeps a person from it.
pub(crate) fn turn(model: &mut Model, step: usize) {
    if step != model.form.step {
        (model.form.step, model.form.cursor) = (step, 0);
    }
}

/// Answers the question under the cursor: a choice from a list, yes or no by turning it over, anything else by typing.
pub(crate) fn answer(model: &mut Model) -> Effect {
    let Some(field) = current(model).cloned() else { return Effect::Draw };
    match &field.kind {
        Kind::Choice(choices) => model.picker = Some(Picker::choices(&field, choices)),
        Kind::Switch => {
            let now = field.said.as_ref().or(field.usual.as_ref()).and_then(Value::as_bool).unwrap_or(false);
            model.apply(&field.answer((!now).into()));
        }
        Kind::Rows(_) => model.screen = super::Screen::Nodes,
        _ => model.prompt = Some(Prompt::answer(&field)),
    }
    Effect::Draw
}

/// Takes the answer back: what is usual holds again.
pub(crate) fn clear(model: &mut Model) -> Effect {
    if let Some(field) = current(model).cloned().filter(|field| field.said.is_some()) {
        model.apply(&field.answer(Value::Null));
    }
    Effect::Draw
}

pub(crate) fn judged(model: &mut Model) {
    let fields = step(model).map_or(0, |step| step.fields.len());
    model.form.cursor = model.form.cursor.min(fields.saturating_sub(1));
}

/// The question at a row of the pane's inside: says whether there is one.
pub(crate) fn click(model: &mut Model, area: Rect, row: u16) -> bool {
    let number = step(model).map_or(0, |step| step.fields.len());
    let at = cursor::window(model.form.cursor, number, area.height.into()) + usize::from(row);
    if at < number {
        model.form.cursor = at;
    }
    at < number
}

pub(crate) fn draw(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let theme = &model.options.theme;
    let Some(step) = step(model) else { return };
    let focused = model.form.pane == Pane::Form;
    let title = format!("{} · {} of {}", step.title, model.form.step + 1, model.judged.form.steps.len());
    let inside = view::pane(theme, frame, area, &title, focused);
    let wide = step.fields.iter().map(|field| field.label.chars().count() + 2 * usize::from(field.depth)).max();
    let wide = wide.unwrap_or(0).min(usize::from(inside.width) / 2);
    let lines = step.fields.iter().enumerate().map(|(number, field)| {
        let label = format!("{}{}", "  ".repeat(field.depth.into()), field.label);
        let (text, style) = match (&field.said, &field.usual) {
            (Some(said), _) => (shown(said), theme.said),
            (None, Some(usual)) => (shown(usual), theme.usual),
            (None, None) => ("–".to_owned(), theme.usual),
        };
        let mark = if field.notes.is_empty() { " " } else { "!" };
        let line = Line::from(vec![
            Span::styled(mark, theme.trouble),
            Span::raw(format!("{label:wide$}  ")),
            Span::styled(text, style),
        ]);
        if focused && number == model.form.cursor { line.style(theme.chosen) } else { line }
    });
    let from = cursor::window(model.form.cursor, step.fields.len(), inside.height.into());
    frame.render_widget(Paragraph::new(lines.skip(from).take(inside.height.into()).collect::<Vec<_>>()), inside);
}

/// A value on one line.
pub(crate) fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        Value::Array(list) if list.iter().all(Value::is_object) => format!("{} rows", list.len()),
        Value::Array(list) => list.iter().map(shown).collect::<Vec<_>>().join(", "),
        Value::Object(table) => table.keys().next().cloned().unwrap_or_default(),
        other => other.to_string(),
    }
}
