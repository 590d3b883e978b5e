//! Where a cursor goes in a list, and which part of the list is seen.

use crate::designer::screen::Motion;

/// The place in a list of so many after a step; a page is so long.
pub(crate) fn moved(at: usize, of: usize, page: usize, motion: Motion) -> usize {
    let last = of.saturating_sub(1);
    match motion {
        Motion::Up | Motion::Left => at.saturating_sub(1),
        Motion::Down | Motion::Right => (at + 1).min(last),
        Motion::PageUp => at.saturating_sub(page),
        Motion::PageDown => (at + page).min(last),
        Motion::First => 0,
        Motion::Last => last,
    }
}

/// The first of a list that is seen, so that the cursor is, with some of what comes next.
pub(crate) fn window(at: usize, of: usize, height: usize) -> usize {
    at.saturating_sub(height.saturating_sub(1).saturating_sub(height / 4)).min(of.saturating_sub(height))
}
