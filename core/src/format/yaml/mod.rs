//! YAML as `deployment.yaml` has it, between its text and its nodes. Carbon 5 reads it with SnakeYAML, which speaks YAML 1.1: `yes`, `on`
//! and `12:30` are no texts there unless they are quoted.

mod document;
mod fault;
mod parse;
mod scalar;
mod write;

pub use document::{Document, Kind, Mark, Node, Pair, Style};
pub use fault::Fault;
pub use scalar::{is_text, push_remark, push_text, text};
pub use write::{List, Map, Value, documents, list, map, write};

#[cfg(test)]
mod tests;
