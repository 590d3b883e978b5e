//! XML: elements to write, documents to read with the place of every byte.

mod element;

pub use element::{Element, Node};
