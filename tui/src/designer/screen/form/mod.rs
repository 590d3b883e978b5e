//! The questions of the design, in steps. Nothing keeps a person on a question or in a step: an answer that is no good is in the
//! design as it was given, and its problem stands beside it.

mod draw;
mod shown;

pub(crate) use draw::{click, draw};
pub(crate) use shown::{counted, plain, shown, words};

use super::{Motion, Pane, Screen};
use crate::designer::effect::Effect;
use crate::designer::judged::Judged;
use crate::designer::model::Model;
use crate::designer::overlay::asked::Asked;
use crate::designer::overlay::picker::Picker;
use crate::designer::overlay::prompt::Prompt;
use crate::designer::overlay::reader::Reader;
use crate::designer::text::search::Searchable;
use crate::designer::view::cursor;
use serde_json::Value;
use wso2_design_core::diagnostic::Path;
use wso2_design_core::form::{Field, Kind, Step};
use wso2_design_core::{explain, rules};

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

/// Answers the question under the cursor.
pub(crate) fn answer(model: &mut Model) -> Effect {
    match current(model) {
        Some(field) if matches!(field.kind, Kind::Rows(_) | Kind::Pairs) => {
            let list = field.path.clone();
            super::table::show(model, list);
        }
        Some(field) => {
            let question = Asked::of(field.clone());
            ask(model, question);
        }
        None => {}
    }
    Effect::Draw
}

/// Asks: a choice from a list, yes or no by turning it over, anything else by typing.
pub(crate) fn ask(model: &mut Model, question: Asked) {
    let field = &question.field;
    match &field.kind {
        Kind::Choice(_) => model.picker = Some(Picker::answers(question)),
        Kind::Switch => {
            let now = field.said.as_ref().or(field.usual.as_ref()).and_then(Value::as_bool).unwrap_or(false);
            let fix = question.fix((!now).into());
            model.apply(&fix);
        }
        _ => model.prompt = Some(Prompt::answer(model, question)),
    }
}

/// Takes the answer back: what is usual holds again.
pub(crate) fn clear(model: &mut Model) -> Effect {
    if let Some(field) = current(model).filter(|field| field.said.is_some()) {
        let fix = Asked::of(field.clone()).fix(Value::Null);
        model.apply(&fix);
    }
    Effect::Draw
}

/// Copies the value under the cursor: what was said, or else what holds.
pub(crate) fn copy(model: &mut Model) -> Effect {
    let found = current(model).and_then(|field| {
        let value = field.said.as_ref().or(field.usual.as_ref())?;
        Some(Effect::Copy { text: plain(value), what: field.label.clone() })
    });
    found.unwrap_or_else(|| {
        model.trouble("there is nothing to copy");
        Effect::Draw
    })
}

/// Shows what the setting under the cursor is, and which places in which files it decides.
pub(crate) fn explain(model: &mut Model) -> Effect {
    if let Some((label, path)) = current(model).map(|field| (field.label.clone(), field.path.clone())) {
        explain_setting(model, label, &path);
    }
    Effect::Draw
}

/// The page of a setting.
pub(crate) fn explain_setting(model: &mut Model, label: String, path: &Path) {
    match explain::setting(&path.to_string()) {
        Some(setting) => model.reader = Some(Reader::new(label, setting.to_string())),
        None => model.trouble(format!("there is no page about `{path}`")),
    }
}

/// The page of a problem's code.
pub(crate) fn explain_code(model: &mut Model, code: &str) {
    match rules::page(code) {
        Some(page) => {
            let source = if page.source.is_empty() { String::new() } else { format!("\nSource: {}", page.source) };
            let text =
                format!("{}[{}]: {}\n\n{}\n{source}", page.severity, page.code, page.title, page.text.trim_end());
            model.reader = Some(Reader::new(page.code, text));
        }
        None => model.trouble(format!("there is no page about `{code}`")),
    }
}

/// Looks for a question of any step by its name, its help or its answer.
pub(crate) fn find(model: &mut Model) -> Effect {
    model.picker = Some(Picker::questions(model));
    Effect::Draw
}

/// The questions of all steps can be searched, with what was answered.
pub(crate) const SEARCHABLE: Searchable = Searchable::Lines {
    lines: |model| {
        let fields = model.judged.form.steps.iter().flat_map(|step| &step.fields);
        let value = |field: &Field| {
            let value = field.said.as_ref().or(field.usual.as_ref());
            value.map_or_else(String::new, |value| shown(value, &field.kind))
        };
        fields.map(|field| format!("{} {}", field.label, value(field))).collect()
    },
    at: |model| {
        let before = model.judged.form.steps.iter().take(model.form.step);
        before.map(|step| step.fields.len()).sum::<usize>() + model.form.cursor
    },
    go: |model, line| {
        let mut left = line;
        for (number, step) in model.judged.form.steps.iter().enumerate() {
            if left < step.fields.len() {
                (model.form.step, model.form.cursor) = (number, left);
                return;
            }
            left -= step.fields.len();
        }
    },
};

/// The design was judged anew: the cursor stays on its question, wherever that is now.
pub(crate) fn judged(model: &mut Model, before: &Judged) {
    let was = before.form.steps.get(model.form.step).and_then(|step| step.fields.get(model.form.cursor));
    let fields = step(model).map(|step| step.fields.as_slice()).unwrap_or_default();
    let same = was.and_then(|was| fields.iter().position(|field| field.path == was.path));
    model.form.cursor = same.unwrap_or(model.form.cursor.min(fields.len().saturating_sub(1)));
}

/// Whether the questions have the keys.
pub(crate) fn is_here(model: &Model) -> bool {
    model.screen == Screen::Design && model.form.pane == Pane::Form
}

#[cfg(test)]
mod tests;
