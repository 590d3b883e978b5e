//! What can be done wherever there are lines to search.

use super::{Action, BASE};
use crate::designer::screen;
use crate::designer::text::search;
use crokey::key;

pub(super) static ACTIONS: &[Action] = &[
    Action {
        name: "search",
        keys: &[key!('/')],
        about: "Look for a text; in a tree, show only the names that have it",
        hint: "search",
        when: |model| screen::searchable(model).is_some(),
        run: search::begin,
        ..BASE
    },
    Action {
        name: "next-match",
        keys: &[key!(n)],
        about: "Go to the next place that has the text, round at the end",
        when: is_searched,
        run: |model| search::next(model, false),
        ..BASE
    },
    Action {
        name: "previous-match",
        keys: &[key!(shift - n)],
        about: "Go to the place before that has the text",
        when: is_searched,
        run: |model| search::next(model, true),
        ..BASE
    },
    Action {
        name: "end-search",
        keys: &[key!(esc)],
        about: "Look for nothing any more",
        when: search::is_on,
        run: search::clear,
        ..BASE
    },
];

fn is_searched(model: &crate::designer::model::Model) -> bool {
    matches!(screen::searchable(model), Some(search::Searchable::Lines { .. }))
}
