//! What is written in the end: every file with its owner, its path and its mode.

mod artifact;

pub use artifact::{Artifact, Content, Mode, Owner, StockFile};
