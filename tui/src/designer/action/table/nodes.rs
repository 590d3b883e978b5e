//! What can be done in a table: of nodes, of load balancers, of networks.

use super::{Action, BASE, Place};
use crate::designer::screen::{Screen, table};
use crate::designer::text::search;
use crokey::key;

pub(super) static ACTIONS: &[Action] = &[
    Action {
        name: "change-cell",
        keys: &[key!(enter), key!(space)],
        about: "Answer the question of the cell",
        hint: "change",
        place: Place::On(Screen::Nodes),
        writes: true,
        run: table::change,
        ..BASE
    },
    Action {
        name: "add",
        keys: &[key!(a), key!(insert)],
        about: "Add a row",
        hint: "add",
        place: Place::On(Screen::Nodes),
        writes: true,
        run: table::add,
        ..BASE
    },
    Action {
        name: "remove",
        keys: &[key!(d)],
        about: "Remove the row",
        hint: "remove",
        place: Place::On(Screen::Nodes),
        writes: true,
        run: table::take_out,
        ..BASE
    },
    Action {
        name: "duplicate",
        keys: &[key!(c)],
        about: "Add the same row once more",
        hint: "copy",
        place: Place::On(Screen::Nodes),
        writes: true,
        run: table::double,
        ..BASE
    },
    Action {
        name: "clear-cell",
        keys: &[key!(delete), key!(x)],
        about: "Take the answer of the cell back",
        place: Place::On(Screen::Nodes),
        writes: true,
        run: table::clear,
        ..BASE
    },
    Action {
        name: "row-up",
        keys: &[key!(shift - k), key!(shift - up)],
        about: "Move the row up",
        place: Place::On(Screen::Nodes),
        writes: true,
        run: table::up,
        ..BASE
    },
    Action {
        name: "row-down",
        keys: &[key!(shift - j), key!(shift - down)],
        about: "Move the row down",
        place: Place::On(Screen::Nodes),
        writes: true,
        run: table::down,
        ..BASE
    },
    Action {
        name: "add-above",
        keys: &[key!(shift - a)],
        about: "Add a row above",
        place: Place::On(Screen::Nodes),
        writes: true,
        run: table::add_above,
        ..BASE
    },
    Action {
        name: "split",
        keys: &[key!(r)],
        about: "Make a row of its own for each node of a range or a count",
        hint: "split",
        place: Place::On(Screen::Nodes),
        writes: true,
        run: table::split,
        ..BASE
    },
    Action {
        name: "copy-cell",
        keys: &[key!(y)],
        about: "Copy the cell",
        place: Place::On(Screen::Nodes),
        run: table::copy,
        ..BASE
    },
    Action {
        name: "explain-cell",
        keys: &[key!(i)],
        about: "Show what the cell's setting is, and what it decides in which files",
        hint: "explain",
        place: Place::On(Screen::Nodes),
        run: table::explain,
        ..BASE
    },
    Action {
        name: "next-list",
        keys: &[key!(tab)],
        about: "Show the next list: load balancers, networks",
        hint: "list",
        place: Place::On(Screen::Nodes),
        run: table::next,
        ..BASE
    },
    Action {
        name: "leave-table",
        keys: &[key!(esc)],
        about: "Go back to the questions",
        place: Place::On(Screen::Nodes),
        when: |model| !search::is_on(model),
        run: |model| {
            model.screen = Screen::Design;
            crate::designer::effect::Effect::Draw
        },
        ..BASE
    },
];
