//! What can be done in the picture.

use super::{Action, BASE, Place};
use crate::designer::screen::{Pane, picture};
use crokey::key;

pub(super) static ACTIONS: &[Action] = &[Action {
    name: "open-box",
    keys: &[key!(enter)],
    about: "Go to the question, or to the row, that the box comes from",
    hint: "open",
    place: Place::In(Pane::Picture),
    run: picture::jump,
    ..BASE
}];
