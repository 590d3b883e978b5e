//! What can be done among the files.

use super::{Action, BASE, Place};
use crate::designer::screen::{Screen, files};
use crokey::key;

pub(super) static ACTIONS: &[Action] = &[
    Action {
        name: "open-file",
        keys: &[key!(enter)],
        about: "Open the folder, go into the file, or from a line to the question that decides it",
        hint: "open",
        place: Place::On(Screen::Files),
        run: files::open,
        ..BASE
    },
    Action {
        name: "next-part",
        keys: &[key!(tab)],
        about: "Go from the tree to the text and back",
        hint: "pane",
        place: Place::On(Screen::Files),
        run: files::switch,
        ..BASE
    },
    Action {
        name: "next-change",
        keys: &[key!(']')],
        about: "Go to the next place that the last change of the design changed",
        hint: "change",
        place: Place::On(Screen::Files),
        run: |model| files::next_change(model, false),
        ..BASE
    },
    Action {
        name: "previous-change",
        keys: &[key!('[')],
        about: "Go to the place before that the last change of the design changed",
        place: Place::On(Screen::Files),
        run: |model| files::next_change(model, true),
        ..BASE
    },
    Action {
        name: "copy",
        keys: &[key!(y)],
        about: "Copy the file, or in the text the line under the cursor; secrets stay stars",
        hint: "copy",
        place: Place::On(Screen::Files),
        when: |model| files::file(model).is_some(),
        run: files::copy,
        ..BASE
    },
    Action {
        name: "copy-path",
        keys: &[key!(shift - y)],
        about: "Copy the path of the file in the bundle",
        place: Place::On(Screen::Files),
        run: files::copy_path,
        ..BASE
    },
];
