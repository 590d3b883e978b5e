//! What can be done where things are compared.

use super::{Action, BASE, Place};
use crate::designer::screen::{Screen, differences};
use crokey::key;

pub(super) static ACTIONS: &[Action] = &[
    Action {
        name: "compare-with",
        keys: &[key!(b)],
        about: "Compare with the saved design, a bundle in a folder, or the product as it was downloaded",
        hint: "base",
        place: Place::On(Screen::Differences),
        run: differences::turn,
        ..BASE
    },
    Action {
        name: "choose-bundle",
        keys: &[key!(o)],
        about: "Compare with the bundle in a folder",
        hint: "bundle",
        place: Place::On(Screen::Differences),
        run: differences::choose,
        ..BASE
    },
    Action {
        name: "read-bundle",
        keys: &[key!(r)],
        about: "Read the bundle in the folder again",
        place: Place::On(Screen::Differences),
        run: differences::read_again,
        ..BASE
    },
    Action {
        name: "next-difference",
        keys: &[key!(']')],
        about: "Go to the next place that differs",
        hint: "next",
        place: Place::On(Screen::Differences),
        run: |model| differences::next(model, false),
        ..BASE
    },
    Action {
        name: "previous-difference",
        keys: &[key!('[')],
        about: "Go to the place before that differs",
        place: Place::On(Screen::Differences),
        run: |model| differences::next(model, true),
        ..BASE
    },
    Action {
        name: "list-or-text",
        keys: &[key!(tab), key!(enter)],
        about: "Go from the list to the text and back",
        hint: "pane",
        place: Place::On(Screen::Differences),
        run: differences::switch,
        ..BASE
    },
    Action {
        name: "copy-difference",
        keys: &[key!(y)],
        about: "Copy what differs in the file; secrets stay stars",
        hint: "copy",
        place: Place::On(Screen::Differences),
        run: differences::copy,
        ..BASE
    },
];
