//! Caddyfile: a tree of directives, and the one writer that quotes and lays them out as `caddy fmt` does.
//!
//! Caddy replaces `{$NAME}` in the bytes of the file, comments too, before it reads a single token, and `{name}` in many
//! values while it runs. An argument is therefore made of words of ours, which may hold both, and of values whose parsers
//! let no brace through ([`Inert`](super::Inert)): free text has no way into an argument.

mod argument;
mod tree;
mod write;

#[cfg(test)]
mod tests;

pub use argument::{Argument, Caddyfile};
pub use tree::{Block, Directive, options, set};
pub use write::write;
