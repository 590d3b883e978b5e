//! NGINX: a tree of directives, and the one writer that quotes and lays them out.
//!
//! An argument is made of words of ours, which may hold variables, and of values whose parsers let no `$` through
//! ([`Inert`](super::Inert)). Free text has no way into an argument, so nothing a person wrote is ever taken for a variable, a
//! regular expression or the end of a directive.

mod argument;
mod tree;
mod write;

#[cfg(test)]
pub(crate) mod reader;
#[cfg(test)]
mod tests;

pub use argument::{Argument, Symbol};
pub use tree::{Block, Directive, set, when};
pub use write::write;
