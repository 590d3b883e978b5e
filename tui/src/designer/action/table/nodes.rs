//! What can be done in the table of nodes.

use super::{Action, BASE, Place};
use crate::designer::screen::{Screen, nodes};
use crokey::key;

pub(super) static ACTIONS: &[Action] = &[
    Action {
        name: "change-cell",
        keys: &[key!(enter), key!(space)],
        about: "Answer the question of the cell",
        hint: "change",
        place: Place::On(Screen::Nodes),
        writes: true,
        run: nodes::change,
        ..BASE
    },
    Action {
        name: "add",
        keys: &[key!(a), key!(insert)],
        about: "Add a row",
        hint: "add",
        place: Place::On(Screen::Nodes),
        writes: true,
        run: nodes::add,
        ..BASE
    },
    Action {
        name: "remove",
        keys: &[key!(d)],
        about: "Remove the row",
        hint: "remove",
        place: Place::On(Screen::Nodes),
        writes: true,
        run: nodes::take_out,
        ..BASE
    },
    Action {
        name: "duplicate",
        keys: &[key!(c)],
        about: "Add the same row once more",
        hint: "copy",
        place: Place::On(Screen::Nodes),
        writes: true,
        run: nodes::double,
        ..BASE
    },
    Action {
        name: "clear-cell",
        keys: &[key!(delete), key!(x)],
        about: "Take the answer of the cell back",
        hint: "",
        place: Place::On(Screen::Nodes),
        writes: true,
        run: nodes::clear,
        ..BASE
    },
    Action {
        name: "row-up",
        keys: &[key!(shift - k), key!(shift - up)],
        about: "Move the row up",
        hint: "",
        place: Place::On(Screen::Nodes),
        writes: true,
        run: nodes::up,
        ..BASE
    },
    Action {
        name: "row-down",
        keys: &[key!(shift - j), key!(shift - down)],
        about: "Move the row down",
        hint: "",
        place: Place::On(Screen::Nodes),
        writes: true,
        run: nodes::down,
        ..BASE
    },
];
