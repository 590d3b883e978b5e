//! HAProxy: sections of lines, and the one writer that quotes and lays them out.
//!
//! An argument is made of words of ours, which may be expressions and log formats, and of values whose parsers let through
//! nothing that means something there ([`Inert`](super::Inert)). What a pattern is compared with stands behind `--`, so that no value is
//! taken for a flag ([`Line::matches`]). Nothing is ever written in double quotes, so no `$` names a variable.

mod argument;
mod tree;
mod write;

#[cfg(test)]
mod tests;

pub use argument::{Argument, Symbol};
pub use tree::{File, Line, Section, line};
pub use write::write;
