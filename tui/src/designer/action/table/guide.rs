//! What can be done in the guide.

use super::{Action, BASE, Place};
use crate::designer::screen::{Screen, guide};
use crokey::key;

pub(super) static ACTIONS: &[Action] = &[
    Action {
        name: "tick",
        keys: &[key!(space), key!(enter)],
        about: "Tick the step off, or open it again",
        hint: "tick",
        place: Place::On(Screen::Guide),
        run: guide::tick,
        ..BASE
    },
    Action {
        name: "copy-step",
        keys: &[key!(y)],
        about: "Copy the commands of the step",
        hint: "copy",
        place: Place::On(Screen::Guide),
        run: guide::copy,
        ..BASE
    },
];
