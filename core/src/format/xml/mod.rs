//! XML: elements to write, documents to read with the place of every byte.
//!
//! ```text
//!  bytes ─ Source ─▶ text ─ Document ─▶ Tag, Attribute, Child   (spans over the text)
//!  Element ─ Writer ─▶ text                                     (all escaping)
//! ```

mod attribute;
mod chars;
mod commented;
mod document;
mod element;
mod escape;
mod fault;
mod parse;
mod source;
mod writer;

pub use attribute::Attribute;
pub(crate) use chars::is_empty;
pub use chars::{clean, local_name, same_name, trim};
pub use commented::{Commented, commented};
pub use document::{Child, Document, Tag};
pub use element::{Element, Node};
pub use escape::{decode_attribute, decode_text, push_attribute, push_text};
pub use fault::Fault;
pub use source::Source;
pub(crate) use writer::{UNIT, push_close, push_line, push_open, push_pair};
pub use writer::{Writer, document, push_comment};

/// The largest file that is read.
pub const LARGEST: usize = 16 << 20;

/// The deepest nesting that is read.
pub const DEEPEST: usize = 200;
