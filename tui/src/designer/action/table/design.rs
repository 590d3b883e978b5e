//! What can be done on the screen of the design.

use super::{Action, BASE, Place};
use crate::designer::effect::Effect;
use crate::designer::screen::{Pane, Screen, form, problems};
use crate::designer::text::search;
use crokey::key;

pub(super) static ACTIONS: &[Action] = &[
    Action {
        name: "change",
        keys: &[key!(enter), key!(space)],
        about: "Answer the question under the cursor",
        hint: "change",
        place: Place::In(Pane::Form),
        writes: true,
        run: form::answer,
        ..BASE
    },
    Action {
        name: "clear",
        keys: &[key!(x), key!(delete)],
        about: "Take the answer back, so that what is usual holds",
        hint: "clear",
        place: Place::In(Pane::Form),
        when: |model| form::current(model).is_some_and(|field| field.said.is_some()),
        writes: true,
        run: form::clear,
        ..BASE
    },
    Action {
        name: "copy-answer",
        keys: &[key!(y)],
        about: "Copy the answer under the cursor, or what holds in its place",
        place: Place::In(Pane::Form),
        run: form::copy,
        ..BASE
    },
    Action {
        name: "explain",
        keys: &[key!(i)],
        about: "Show what the setting is, and what it decides in which files",
        hint: "explain",
        place: Place::In(Pane::Form),
        run: form::explain,
        ..BASE
    },
    Action {
        name: "visit",
        keys: &[key!(enter), key!(space)],
        about: "Go to the question or the cell that the problem is about",
        hint: "go there",
        place: Place::In(Pane::Problems),
        when: |model| !model.judged.notes.is_empty(),
        run: problems::visit,
        ..BASE
    },
    Action {
        name: "explain-problem",
        keys: &[key!(i)],
        about: "Show the page of the problem's code",
        hint: "explain",
        place: Place::In(Pane::Problems),
        when: |model| !model.judged.notes.is_empty(),
        run: problems::explain,
        ..BASE
    },
    Action {
        name: "copy-problem",
        keys: &[key!(y)],
        about: "Copy the problem as a sentence",
        place: Place::In(Pane::Problems),
        when: |model| !model.judged.notes.is_empty(),
        run: problems::copy,
        ..BASE
    },
    Action {
        name: "fix",
        keys: &[key!(f)],
        about: "Mend the problem of the question, or the one under the cursor, as it suggests",
        hint: "fix",
        place: Place::On(Screen::Design),
        when: |model| problems::current(model).is_some_and(|note| note.fix.is_some()),
        writes: true,
        run: problems::fix,
        ..BASE
    },
    Action {
        name: "fix-all",
        keys: &[key!(shift - f)],
        about: "Mend everything that is mended without asking, as one change",
        hint: "fix all",
        place: Place::On(Screen::Design),
        when: problems::is_any_safe,
        writes: true,
        run: problems::fix_all,
        ..BASE
    },
    Action {
        name: "next-pane",
        keys: &[key!(tab)],
        about: "Go to the next part of the screen",
        hint: "pane",
        place: Place::On(Screen::Design),
        run: |model| {
            model.form.pane = match model.form.pane {
                Pane::Form => Pane::Picture,
                Pane::Picture => Pane::Problems,
                Pane::Problems => Pane::Form,
            };
            Effect::Draw
        },
        ..BASE
    },
    Action {
        name: "previous-pane",
        keys: &[key!(shift - backtab), key!(esc)],
        about: "Go to the part of the screen before",
        place: Place::On(Screen::Design),
        when: |model| model.form.pane != Pane::Form && !search::is_on(model),
        run: |model| {
            model.form.pane = match model.form.pane {
                Pane::Problems => Pane::Picture,
                Pane::Picture | Pane::Form => Pane::Form,
            };
            Effect::Draw
        },
        ..BASE
    },
];
