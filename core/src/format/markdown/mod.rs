//! Markdown, as CommonMark with GitHub's tables: text is escaped on its way in, so nothing that a person wrote can end a
//! table cell, a code span or a fence.

mod document;
mod inline;
pub mod mermaid;

pub use document::{Document, Step};
pub use inline::{Inline, Piece, Run, code, fill, join, link, strong};

/// A template of our own with a value for each `{}`; values are escaped unless they are [`Inline`] already.
macro_rules! md {
    ($template:literal $(, $value:expr)* $(,)?) => {
        $crate::format::markdown::fill($template, &[$($crate::format::markdown::Piece::piece(&$value)),*])
    };
}
pub(crate) use md;

#[cfg(test)]
mod tests;
