//! Statements about XML files.
//!
//! One analysis ([`plan`]) answers both what a file says about a statement and what has to be changed, so the two
//! never disagree.

mod absent;
mod attribute;
mod changes;
mod children;
mod compare;
mod fragment;
mod insert;
mod layout;
mod locate;
mod merge;
mod patch;
mod place;
mod plan;
mod sentence;
mod shared;
mod stands;
mod text;

pub use fragment::fragment;
pub(crate) use fragment::push_fragment;
pub use patch::{Patched, patch};
pub use place::{Key, Place, Step};
pub use shared::Children;

use super::{Value, Why};
use crate::format::xml::Element;
use std::borrow::Cow;

/// One statement about an XML file.
#[derive(Debug, Clone, PartialEq)]
pub struct Edit {
    /// The element that it is about.
    pub at: Place,
    /// What must hold there.
    pub want: Want,
    /// Where the element goes when it has to be added and stock has no comment for it: behind the last sibling
    /// that this step selects.
    pub after: Option<Step>,
    /// Because of this.
    pub why: Why,
}

/// What must hold at a place.
#[derive(Debug, Clone, PartialEq)]
pub enum Want {
    /// The element's text, compared decoded and trimmed. An element that is absent is added, with these attributes
    /// besides the one that its step names.
    Text {
        /// The text.
        text: Value,
        /// Attributes of an element that is added.
        attributes: Vec<(Cow<'static, str>, Value)>,
    },
    /// An attribute of an element that must be there.
    Attribute {
        /// The qualified name.
        name: Cow<'static, str>,
        /// The value, compared decoded.
        value: Value,
    },
    /// An element with at least these attributes, text and child elements; what it has besides stays. Absent: added
    /// whole.
    Element(Element),
    /// The child elements of an element that must be there: these, in this order, and no others.
    Children(Children),
    /// No such element.
    Absent,
}

impl Edit {
    /// The element that it is about, and the attribute if it is about one.
    pub fn place(&self) -> String {
        match &self.want {
            Want::Attribute { name, .. } => format!("{}/@{name}", self.at),
            _ => self.at.to_string(),
        }
    }
}

impl Want {
    /// Whether anything in it must not be shown.
    pub fn is_secret(&self) -> bool {
        match self {
            Self::Text { text, attributes } => text.is_secret() || attributes.iter().any(|(_, it)| it.is_secret()),
            Self::Attribute { value, .. } => value.is_secret(),
            Self::Element(element) => compare::is_secret(element),
            Self::Children(elements) => elements.is_secret(),
            Self::Absent => false,
        }
    }
}

#[cfg(test)]
mod tests;
