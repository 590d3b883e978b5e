//! What leads from anywhere to a question.

use super::{Action, BASE};
use crate::designer::screen::{form, problems};
use crokey::key;

pub(super) static ACTIONS: &[Action] = &[
    Action {
        name: "next-problem",
        keys: &[key!(']')],
        about: "Go to the question or the cell of the next problem",
        when: |model| !model.judged.notes.is_empty(),
        run: |model| problems::step(model, false),
        ..BASE
    },
    Action {
        name: "previous-problem",
        keys: &[key!('[')],
        about: "Go to the question or the cell of the problem before",
        when: |model| !model.judged.notes.is_empty(),
        run: |model| problems::step(model, true),
        ..BASE
    },
    Action {
        name: "find-question",
        keys: &[key!(ctrl - g)],
        about: "Go to a question of any step by its name or its answer",
        run: form::find,
        ..BASE
    },
];
