//! Apache httpd: a tree of directives and sections, and the one writer that quotes and lays them out.
//!
//! An argument is made of words of ours, which may hold variables (`${…}`, `%{…}`) and regular expressions, and of values
//! whose parsers let nothing through that httpd takes for more than itself ([`Inert`](super::Inert)). Free text gets in only where it can
//! be told literally: `${` has no escape, as variables are replaced before a line is read, and neither has a line's end.

mod argument;
mod as_is;
mod tree;
mod write;

#[cfg(test)]
mod tests;

pub use argument::Argument;
pub use as_is::as_is;
pub use tree::{Block, Directive, set};
pub use write::write;
