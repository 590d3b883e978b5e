//! What leads from anywhere to a question.

use super::{Action, BASE};
use crate::designer::model::Model;
use crate::designer::screen::{Screen, form, problems};
use crokey::key;

pub(super) static ACTIONS: &[Action] = &[
    Action {
        name: "next-problem",
        keys: &[key!(']')],
        about: "Go to the question or the cell of the next problem",
        when: has_next,
        run: |model| problems::step(model, false),
        ..BASE
    },
    Action {
        name: "previous-problem",
        keys: &[key!('[')],
        about: "Go to the question or the cell of the problem before",
        when: has_next,
        run: |model| problems::step(model, true),
        ..BASE
    },
    Action {
        name: "find-question",
        keys: &[key!(ctrl - g)],
        about: "Go to a question of any step by its name or its answer",
        when: |model| !model.draft.is_empty(),
        run: form::find,
        ..BASE
    },
];

/// Whether there is a problem to go to (what was not begun has none), and the keys are not those of the changes in files.
fn has_next(model: &Model) -> bool {
    !model.draft.is_empty()
        && !model.judged.notes.is_empty()
        && !matches!(model.screen, Screen::Files | Screen::Differences)
}
