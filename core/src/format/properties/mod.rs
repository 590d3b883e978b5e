//! Java property files, as `java.util.Properties` reads them.

mod document;
mod escape;
mod source;

pub use document::{Document, Entry};
pub use escape::{push_key, push_remark, push_value};
pub use source::Source;
