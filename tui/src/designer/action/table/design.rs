//! What can be done on the screen of the design.

use super::{Action, BASE, Place};
use crate::designer::effect::Effect;
use crate::designer::screen::{Pane, Screen, form, problems};
use crokey::key;

pub(super) static ACTIONS: &[Action] = &[
    Action {
        name: "change",
        keys: &[key!(enter), key!(space)],
        about: "Answer the question under the cursor",
        hint: "change",
        place: Place::In(Pane::Form),
        run: form::answer,
        ..BASE
    },
    Action {
        name: "clear",
        keys: &[key!(delete), key!(x)],
        about: "Take the answer back, so that what is usual holds",
        hint: "clear",
        place: Place::In(Pane::Form),
        when: |model| form::current(model).is_some_and(|field| field.said.is_some()),
        writes: true,
        run: form::clear,
        ..BASE
    },
    Action {
        name: "fix",
        keys: &[key!(f)],
        about: "Mend the problem under the cursor as it suggests",
        hint: "fix",
        place: Place::On(Screen::Design),
        when: |model| problems::current(model).is_some_and(|note| note.fix.is_some()),
        writes: true,
        run: |model| {
            if let Some(fix) = problems::current(model).and_then(|note| note.fix.clone()) {
                model.apply(&fix);
            }
            Effect::Draw
        },
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
];
