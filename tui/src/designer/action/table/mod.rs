//! Every action, a file for each screen. What counts on one screen only comes first: its keys win.

mod design;
mod differences;
mod everywhere;
mod files;
mod gallery;
mod guide;
mod nodes;
mod picture;
mod problems;
mod search;
mod shell;

pub(crate) use shell::{export, open, save_as};

use super::{Action, Place};
use crate::designer::effect::Effect;
use crate::designer::model::Model;

/// Every action, in the order in which help shows them.
pub(crate) fn all() -> impl Iterator<Item = &'static Action> {
    [
        gallery::ACTIONS,
        picture::ACTIONS,
        design::ACTIONS,
        nodes::ACTIONS,
        files::ACTIONS,
        differences::ACTIONS,
        guide::ACTIONS,
        search::ACTIONS,
        problems::ACTIONS,
        everywhere::ACTIONS,
        shell::ACTIONS,
    ]
    .into_iter()
    .flatten()
}

const fn always(_: &Model) -> bool {
    true
}

/// An action that can be run always, changes nothing, and has no place in the hint bar.
const BASE: Action = Action {
    name: "",
    keys: &[],
    about: "",
    hint: "",
    place: Place::Anywhere,
    when: always,
    writes: false,
    run: |_| Effect::Draw,
    argument: None,
};
