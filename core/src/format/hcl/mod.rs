//! HCL 2, as Terraform and OpenTofu have it: a tree of attributes and blocks, and the one writer that quotes them and lays
//! them out as `terraform fmt` does.
//!
//! An expression is made of words of ours, of names ([`Identifier`]) and of texts, which the writer quotes: nothing a person
//! wrote is ever taken for a reference, a template or the end of a block.

mod expression;
mod tree;
mod write;

pub use expression::{Expression, Identifier};
pub use tree::Body;
pub use write::write;

#[cfg(test)]
mod tests;
