//! What can be done on every screen.

use super::{Action, BASE};
use crate::designer::effect::Effect;
use crate::designer::model::Model;
use crate::designer::overlay::picker::Picker;
use crate::designer::screen::{Motion, Screen, go};
use crokey::key;

pub(super) static ACTIONS: &[Action] = &[
    Action {
        name: "undo",
        keys: &[key!(u)],
        about: "Take the last change back",
        hint: "undo",
        when: |model| model.draft.can_undo(),
        writes: true,
        run: |model| {
            model.undo();
            Effect::Draw
        },
        ..BASE
    },
    Action {
        name: "redo",
        keys: &[key!(ctrl - r), key!(shift - u)],
        about: "Make the last change that was taken back again",
        when: |model| model.draft.can_redo(),
        writes: true,
        run: |model| {
            model.redo();
            Effect::Draw
        },
        ..BASE
    },
    Action { name: "up", keys: &[key!(up), key!(k)], about: "Go up", run: |model| step(model, Motion::Up), ..BASE },
    Action {
        name: "down",
        keys: &[key!(down), key!(j)],
        about: "Go down",
        run: |model| step(model, Motion::Down),
        ..BASE
    },
    Action {
        name: "left",
        keys: &[key!(left), key!(h)],
        about: "Go left; in the questions, to the step before",
        run: |model| step(model, Motion::Left),
        ..BASE
    },
    Action {
        name: "right",
        keys: &[key!(right), key!(l)],
        about: "Go right; in the questions, to the next step",
        run: |model| step(model, Motion::Right),
        ..BASE
    },
    Action {
        name: "page-up",
        keys: &[key!(pageup), key!(ctrl - b)],
        about: "Go up a page",
        run: |model| step(model, Motion::PageUp),
        ..BASE
    },
    Action {
        name: "page-down",
        keys: &[key!(pagedown), key!(ctrl - f)],
        about: "Go down a page",
        run: |model| step(model, Motion::PageDown),
        ..BASE
    },
    Action {
        name: "first",
        keys: &[key!(home), key!(g)],
        about: "Go to the first",
        run: |model| step(model, Motion::First),
        ..BASE
    },
    Action {
        name: "last",
        keys: &[key!(end), key!(shift - g)],
        about: "Go to the last",
        run: |model| step(model, Motion::Last),
        ..BASE
    },
    Action {
        name: "gallery",
        keys: &[key!(1)],
        about: "Show the patterns",
        run: |model| show(model, Screen::Gallery),
        ..BASE
    },
    Action {
        name: "design",
        keys: &[key!(2)],
        about: "Show the design",
        run: |model| show(model, Screen::Design),
        ..BASE
    },
    Action {
        name: "nodes",
        keys: &[key!(3)],
        about: "Show the table of nodes",
        run: |model| show(model, Screen::Nodes),
        ..BASE
    },
    Action {
        name: "files",
        keys: &[key!(4)],
        about: "Show every file",
        run: |model| show(model, Screen::Files),
        ..BASE
    },
    Action {
        name: "differences",
        keys: &[key!(5)],
        about: "Show what differs from what was saved, or from the product",
        run: |model| show(model, Screen::Differences),
        ..BASE
    },
    Action {
        name: "guide",
        keys: &[key!(6)],
        about: "Show what to do",
        run: |model| show(model, Screen::Guide),
        ..BASE
    },
    Action {
        name: "help",
        keys: &[key!('?'), key!(f1)],
        about: "Show what can be done here",
        hint: "help",
        run: |model| {
            model.picker = Some(Picker::actions(model, "What can be done here"));
            Effect::Draw
        },
        ..BASE
    },
    Action {
        name: "ascii",
        about: "Draw lines with + - |, or with drawn ones",
        run: |model| {
            model.options.theme.ascii = !model.options.theme.ascii;
            Effect::Draw
        },
        ..BASE
    },
    Action {
        name: "mouse",
        about: "Listen to the mouse, or leave it to the terminal to mark text",
        run: |model| {
            model.options.mouse = !model.options.mouse;
            Effect::Mouse(model.options.mouse)
        },
        ..BASE
    },
];

fn step(model: &mut Model, motion: Motion) -> Effect {
    go(model, motion);
    Effect::Draw
}

fn show(model: &mut Model, screen: Screen) -> Effect {
    model.screen = screen;
    Effect::Draw
}
