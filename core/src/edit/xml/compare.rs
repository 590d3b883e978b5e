//! Whether an element of a file says the same as one that is wanted.

use crate::edit::Value;
use crate::format::xml::{Element, Node, Tag, clean, local_name, trim};
use std::borrow::Cow;

/// Whether the two say the same, whatever the order of attributes, white space and comments.
pub(super) fn same(tag: Tag<'_>, wanted: &Element) -> bool {
    if tag.local_name() != local_name(&wanted.name) || tag.attributes().len() != attributes(wanted).count() {
        return false;
    }
    let holds = |(name, value): &(Cow<'_, str>, Value)| {
        tag.attribute(name).is_some_and(|attribute| attribute.value() == clean(value.text()))
    };
    if !attributes(wanted).all(holds) {
        return false;
    }
    let mut inside = tag.elements();
    let children = elements(wanted).all(|child| inside.next().is_some_and(|tag| same(tag, child)));
    if !children || inside.next().is_some() {
        return false;
    }
    let (found, text) = (tag.content(), text(wanted).unwrap_or_default());
    if tag.has_elements() {
        // Between elements, white space is layout.
        let squeeze = |text: &str| text.chars().filter(|c| !trim(c.encode_utf8(&mut [0; 4])).is_empty()).collect();
        let (found, text): (String, String) = (squeeze(&found), squeeze(&text));
        return found == text;
    }
    trim(&found) == trim(&text)
}

/// The attributes of a wanted element, each name once.
pub(super) fn attributes(element: &Element) -> impl Iterator<Item = &(Cow<'static, str>, Value)> {
    let all = &element.attributes;
    all.iter()
        .enumerate()
        .filter(|(at, (name, _))| !all[..*at].iter().any(|(other, _)| other == name))
        .map(|(_, pair)| pair)
}

/// The elements inside a wanted element.
pub(super) fn elements(element: &Element) -> impl Iterator<Item = &Element> {
    element.content.iter().filter_map(|node| match node {
        Node::Element(child) => Some(child),
        Node::Text(_) | Node::Comment(_) => None,
    })
}

/// The text of a wanted element, clean; none if it wants none, not even an empty one.
pub(super) fn text(element: &Element) -> Option<Cow<'_, str>> {
    let mut texts = element.content.iter().filter_map(|node| match node {
        Node::Text(text) => Some(clean(text.text())),
        Node::Element(_) | Node::Comment(_) => None,
    });
    let mut all = texts.next()?;
    texts.for_each(|text| all.to_mut().push_str(&text));
    Some(all)
}

/// Whether anything in a wanted element is secret.
pub(super) fn is_secret(element: &Element) -> bool {
    element.attributes.iter().any(|(_, value)| value.is_secret())
        || text_is_secret(element)
        || elements(element).any(is_secret)
}

/// Whether the own text of a wanted element is secret.
pub(super) fn text_is_secret(element: &Element) -> bool {
    element.content.iter().any(|node| matches!(node, Node::Text(text) if text.is_secret()))
}
