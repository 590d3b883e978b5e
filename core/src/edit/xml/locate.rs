use super::place::{Key, Place, Step};
use crate::edit::Trouble;
use crate::format::xml::{Document, Tag, clean, same_name, trim};

/// What stands at a place.
pub(super) enum Target<'d> {
    /// The element.
    Here(Tag<'d>),
    /// Nothing, but what it would stand in is there.
    Absent { parent: Tag<'d>, step: &'d Step },
}

/// Follows a place into a document.
pub(super) fn locate<'d>(document: &'d Document<'d>, place: &'d Place) -> Result<Target<'d>, Trouble> {
    let Some((first, rest)) = place.0.split_first() else { return Err(Trouble::Outermost) };
    let mut tag = document.root();
    if !same_name(tag.name(), &first.name) {
        let (expected, found) = (first.name.to_string(), tag.name().to_owned());
        return Err(Trouble::WrongRoot { expected, found });
    }
    for (at, step) in rest.iter().enumerate() {
        let mut found = tag.elements().filter(|child| step.selects(*child));
        match (found.next(), found.count()) {
            (Some(child), 0) => tag = child,
            (Some(_), more) => {
                return Err(Trouble::Ambiguous { place: up_to(place, at), count: more + 1 });
            }
            (None, _) if at + 1 == rest.len() => return Ok(Target::Absent { parent: tag, step }),
            (None, _) => return Err(Trouble::Missing { place: up_to(place, at) }),
        }
    }
    Ok(Target::Here(tag))
}

/// The place up to and with the step that is `at` behind the outermost one.
fn up_to(place: &Place, at: usize) -> String {
    place.0.iter().take(at + 2).map(|step| format!("/{step}")).collect()
}

impl Step {
    /// Whether this step means this element.
    pub(super) fn selects(&self, tag: Tag<'_>) -> bool {
        if !same_name(tag.name(), &self.name) {
            return false;
        }
        match &self.key {
            None => true,
            Some(Key::Attribute(name, value)) => {
                tag.attribute(name).is_some_and(|attribute| attribute.value() == clean(value))
            }
            Some(Key::Child(name, text)) => tag
                .elements()
                .any(|child| same_name(child.name(), name) && trim(&child.content()) == trim(&clean(text))),
        }
    }
}
