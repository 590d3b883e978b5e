//! What can be done among the patterns.

use super::{Action, BASE, Place};
use crate::designer::screen::{Screen, gallery};
use crokey::key;

pub(super) static ACTIONS: &[Action] = &[Action {
    name: "choose",
    keys: &[key!(enter)],
    about: "Take the pattern under the cursor",
    hint: "choose",
    place: Place::On(Screen::Gallery),
    writes: true,
    run: gallery::choose,
    ..BASE
}];
