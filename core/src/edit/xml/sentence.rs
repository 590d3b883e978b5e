use super::{Edit, Want};
use crate::format::xml::Element;
use std::fmt;

/// The sentence that a person would follow; secrets are masked.
impl fmt::Display for Edit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = &self.at;
        match &self.want {
            Want::Text { text, .. } if text.text().is_empty() => write!(f, "Leave {place} empty"),
            Want::Text { text, .. } => write!(f, "In {place} write `{text}`"),
            Want::Attribute { name, value } => write!(f, "In {place} set the attribute {name} to `{value}`"),
            Want::Element(element) => write!(f, "At {place} have `{}`", element.shown()),
            Want::Children(elements) if elements.is_empty() => write!(f, "In {place} leave no element"),
            Want::Children(elements) => {
                let all: String = elements.iter().map(Element::shown).collect();
                write!(f, "In {place} have just `{all}`")
            }
            Want::Absent => write!(f, "Remove {place}"),
        }
    }
}
