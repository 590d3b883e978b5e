use super::changes::{Changes, Lines, Op, Spot};
use super::layout::{eol, has_line_end, indent, past_blanks};
use super::place::{Key, Step};
use super::{Edit, Want};
use crate::edit::{Trouble, Value};
use crate::format::xml::{Child, Commented, Element, Node, Tag, Writer, clean, commented, local_name, same_name, trim};
use std::ops::Range;

/// An element that is put into a parent.
pub(super) struct Insertion<'d, 'e> {
    pub(super) parent: Tag<'d>,
    /// The step that will find it.
    pub(super) step: Option<&'d Step>,
    /// The sibling that it goes behind.
    pub(super) after: Option<&'d Step>,
    pub(super) element: &'e Element,
}

/// The element that a statement adds, with the key that its step names.
pub(super) fn element(edit: &Edit, step: &Step) -> Result<Element, Trouble> {
    let mut element = match &edit.want {
        Want::Element(element) => element.clone(),
        Want::Text { text, attributes } => {
            Element { name: step.name.clone(), attributes: attributes.clone(), content: vec![Node::Text(text.clone())] }
        }
        Want::Attribute { .. } | Want::Children(_) | Want::Absent => {
            return Err(Trouble::Missing { place: edit.at.to_string() });
        }
    };
    match &step.key {
        None => {}
        Some(Key::Attribute(name, value)) => {
            let value = Value::plain(value.clone());
            match element.attributes.iter_mut().find(|(other, _)| other == name) {
                Some((_, other)) => *other = value,
                None => element.attributes.insert(0, (name.clone(), value)),
            }
        }
        Some(Key::Child(..)) if matches!(edit.want, Want::Text { .. }) => {
            return Err(Trouble::HasElements { place: edit.at.to_string() });
        }
        Some(Key::Child(name, text)) => {
            let is_key = |node: &Node| {
                matches!(node, Node::Element(child) if same_name(&child.name, name)
                && super::compare::text(child).is_some_and(|own| trim(&own) == trim(&clean(text))))
            };
            if !element.content.iter().any(is_key) {
                let child = Element::text(name.clone(), Value::plain(text.clone()));
                element.content.insert(0, Node::Element(child));
            }
        }
    }
    Ok(element)
}

impl<'d, 'e> Insertion<'d, 'e> {
    pub(super) fn new(parent: Tag<'d>, element: &'e Element) -> Self {
        Self { parent, step: None, after: None, element }
    }

    /// Where stock wants it; nothing if an earlier statement adds it already.
    pub(super) fn plan(self, changes: &Changes<'d>) -> Option<Op<'d>> {
        let Some(step) = self.step else { return Some(self.last()) };
        if changes.place_of(self.parent, step).is_some() {
            return None;
        }
        if let Some(span) = commented_out(self.parent, step, &hint(self.element)) {
            return Some(self.behind(span));
        }
        if let Some(after) = self.after {
            if let Some(sibling) = self.parent.elements().rfind(|tag| after.selects(*tag)) {
                return Some(self.behind(sibling.span()));
            }
            if let Some(place) = changes.place_of(self.parent, after) {
                return Some(self.at(place.clone()));
            }
        }
        let namesake = |tag: &Tag<'_>| same_name(tag.name(), &step.name);
        if let Some(sibling) = self.parent.elements().rfind(namesake) {
            return Some(self.behind(sibling.span()));
        }
        if let Some(span) = commented_namesake(self.parent, step) {
            return Some(self.behind(span));
        }
        Some(self.last())
    }

    /// Behind the last element of the parent.
    pub(super) fn last(self) -> Op<'d> {
        match self.parent.elements().next_back() {
            Some(last) => self.behind(last.span()),
            None => self.first(),
        }
    }

    /// As the first thing in the parent.
    pub(super) fn first(self) -> Op<'d> {
        let text = self.parent.document().text();
        let start = self.parent.span().start;
        let end = format!("{}{}", eol(text, start), indent(text, start));
        let inner = format!("{end}{}", crate::format::xml::UNIT);
        self.at(Spot::First(Lines { inner, end }))
    }

    fn behind(self, anchor: Range<usize>) -> Op<'d> {
        let text = self.parent.document().text();
        // On the line of its parent's start tag the anchor has no line to imitate.
        let lead = if has_line_end(text, self.parent.start().end..anchor.start) {
            format!("{}{}", eol(text, anchor.start), indent(text, anchor.start))
        } else {
            String::new()
        };
        let at = self.past_remarks(anchor);
        self.at(Spot::Behind { at, lead })
    }

    /// The end of the anchor with the comments that follow it on its line: they are about it.
    fn past_remarks(&self, anchor: Range<usize>) -> usize {
        let text = self.parent.document().text();
        let mut at = anchor.end;
        for child in self.parent.children() {
            let Child::Comment(_, span) = child else { continue };
            if span.start >= at && span.start == past_blanks(text, at) {
                at = span.end;
            }
        }
        at
    }

    fn at(self, place: Spot) -> Op<'d> {
        let lead = match &place {
            Spot::Behind { lead, .. } => lead,
            Spot::First(lines) => &lines.inner,
        };
        let indent = lead.trim_start_matches(['\r', '\n']);
        let eol = match &lead[..lead.len() - indent.len()] {
            "" => eol(self.parent.document().text(), self.parent.span().start),
            eol => eol,
        };
        let writer = Writer { indent, eol, prefix: self.parent.prefix(), ..Writer::default() };
        let with = writer.element(self.element);
        Op::Insert { parent: self.parent, step: self.step, place, with }
    }
}

/// A text by which to know the comment that is nearest to what is wanted.
fn hint(element: &Element) -> String {
    let value = || element.attributes.iter().find(|(name, _)| name == "value").map(|(_, value)| clean(value.text()));
    super::compare::text(element).or_else(value).map(|hint| trim(&hint).to_owned()).unwrap_or_default()
}

/// The comment of a parent that holds what is missing, key and all: the one with the hint, else the first.
fn commented_out(parent: Tag<'_>, step: &Step, hint: &str) -> Option<Range<usize>> {
    let mut first = None;
    for child in parent.children() {
        let Child::Comment(text, span) = child else { continue };
        if !step.may_be_in(text) || !commented(text).into_iter().any(|element| step.is_held_by(element)) {
            continue;
        }
        if !hint.is_empty() && text.contains(hint) {
            return Some(span);
        }
        first.get_or_insert(span);
    }
    first
}

/// The last comment of a parent that holds an element of the name of what is missing.
fn commented_namesake(parent: Tag<'_>, step: &Step) -> Option<Range<usize>> {
    let name = local_name(&step.name);
    parent.children().rev().find_map(|child| match child {
        Child::Comment(text, span) if text.contains(name) => {
            commented(text).iter().any(|element| same_name(element.name, name)).then_some(span)
        }
        _ => None,
    })
}

impl Step {
    /// Whether it is worth looking into a comment: most say nothing of what is missing.
    fn may_be_in(&self, comment: &str) -> bool {
        let key = match &self.key {
            // What is escaped in a file cannot be found as it is.
            Some(Key::Attribute(_, value) | Key::Child(_, value)) if !value.contains(['&', '<', '>', '"', '\'']) => {
                trim(value)
            }
            _ => "",
        };
        comment.contains(key) && comment.contains(local_name(&self.name))
    }

    fn is_held_by(&self, element: Commented<'_>) -> bool {
        if !same_name(element.name, &self.name) {
            return false;
        }
        match &self.key {
            None => true,
            Some(Key::Attribute(name, value)) => element.attribute(name).is_some_and(|found| found == clean(value)),
            Some(Key::Child(name, text)) => element.has_child(local_name(name), trim(&clean(text))),
        }
    }
}
