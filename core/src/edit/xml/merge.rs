use super::changes::Op;
use super::compare::{attributes, elements, says, text, text_hides};
use super::insert::Insertion;
use super::place::Key;
use super::plan::Planned;
use super::{Edit, attribute};
use crate::edit::{Finding, MASK, Trouble, Value};
use crate::format::xml::{Element, Tag, clean, local_name, trim};
use std::borrow::Cow;
use std::ops::Range;

/// An element that is there and must have at least what is wanted of it.
pub(super) fn plan<'d>(tag: Tag<'d>, wanted: &'d Element, edit: &'d Edit) -> Planned<'d> {
    let mut merge = Merge { ops: Vec::new(), found: Vec::new(), span: None };
    // The step has found the element by its key, which therefore is right.
    let key = match edit.at.0.last().and_then(|step| step.key.as_ref()) {
        Some(Key::Attribute(name, _)) => Some(name.as_ref()),
        _ => None,
    };
    merge
        .element(tag, wanted, key, "")
        .map_err(|place| Trouble::HasElements { place: format!("{}{place}", edit.at) })?;
    Ok(match merge.span {
        None => (Finding::Holds, Vec::new()),
        Some(span) => (Finding::Differs { found: merge.found.join(", "), span }, merge.ops),
    })
}

struct Merge<'d> {
    ops: Vec<Op<'d>>,
    /// What the file says, one difference each.
    found: Vec<String>,
    /// The first difference.
    span: Option<Range<usize>>,
}

impl<'d> Merge<'d> {
    /// Compares and goes inwards; the error is the place of an element that cannot become a text.
    fn element(&mut self, tag: Tag<'d>, wanted: &'d Element, key: Option<&str>, path: &str) -> Result<(), String> {
        for (name, value) in attributes(wanted).filter(|(name, _)| key != Some(name)) {
            match tag.attribute(name) {
                None => {
                    self.note(tag.start(), format!("{}@{name} is missing", path.trim_start_matches('/')));
                    self.ops.push(attribute::add(tag, Cow::Borrowed(name), value, None));
                }
                Some(found) => {
                    if let Some(op) = attribute::change(found, tag, value) {
                        self.note(found.value_span(), said(&format!("{path}@{name}"), &found.value(), value.hides()));
                        self.ops.push(op);
                    }
                }
            }
        }
        if elements(wanted).next().is_none() {
            return self.text(tag, wanted, path);
        }
        for (child, present) in pairs(tag, wanted) {
            let name = child_name(child);
            match present {
                Some(present) => self.element(present, child, None, &format!("{path}/{name}"))?,
                None => {
                    self.note(tag.start(), format!("{} is missing", format!("{path}/{name}").trim_start_matches('/')));
                    self.ops.push(Insertion::new(tag, child).last());
                }
            }
        }
        Ok(())
    }

    fn text(&mut self, tag: Tag<'d>, wanted: &Element, path: &str) -> Result<(), String> {
        let Some(text) = text(wanted) else { return Ok(()) };
        if tag.has_elements() {
            return Err(path.to_owned());
        }
        let value = Value::plain(text.into_owned());
        if let Some(found) = super::text::differs(tag, &value).filter(|found| !says(wanted, found, trim(value.text())))
        {
            self.note(tag.inner().unwrap_or(tag.span()), said(path, &found, text_hides(wanted)));
            self.ops.push(super::text::write(tag, &value));
        }
        Ok(())
    }

    fn note(&mut self, span: Range<usize>, found: String) {
        self.span.get_or_insert(span);
        self.found.push(found);
    }
}

fn said(path: &str, found: &str, secret: bool) -> String {
    let found = if secret { MASK } else { found };
    let path = path.strip_prefix('/').unwrap_or(path);
    if path.is_empty() { found.to_owned() } else { format!("{path} is `{found}`") }
}

/// How a child is told from its siblings in what a person reads.
fn child_name(child: &Element) -> String {
    match name_attribute(child) {
        Some(name) => format!("{}[@name='{name}']", child.name),
        None => child.name.to_string(),
    }
}

fn name_attribute(element: &Element) -> Option<Cow<'_, str>> {
    element.attributes.iter().find(|(name, _)| name == "name").map(|(_, value)| clean(value.text()))
}

/// The wanted children, each with the one of the file that is meant: by its `name` attribute if it has one, else the
/// next of its name that no other takes.
pub(super) fn pairs<'d>(tag: Tag<'d>, wanted: &'d Element) -> Vec<(&'d Element, Option<Tag<'d>>)> {
    let mut pool: Vec<Option<Tag<'d>>> = tag.elements().map(Some).collect();
    let mut take = |child: &Element, name: Option<&str>| {
        let fits = |tag: &Tag<'d>| {
            tag.local_name() == local_name(&child.name)
                && name.is_none_or(|name| tag.attribute("name").is_some_and(|found| found.value() == name))
        };
        pool.iter_mut().find(|tag| tag.as_ref().is_some_and(fits)).and_then(Option::take)
    };
    let mut pairs: Vec<_> = elements(wanted).map(|child| (child, None)).collect();
    for (child, present) in &mut pairs {
        if let Some(name) = name_attribute(child) {
            *present = take(child, Some(&name));
        }
    }
    for (child, present) in &mut pairs {
        if name_attribute(child).is_none() {
            *present = take(child, None);
        }
    }
    pairs
}
