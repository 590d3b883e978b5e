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
        tag.attribute(name).is_some_and(|attribute| value.is(&attribute.value(), &clean(value.text())))
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
    says(wanted, trim(&found), trim(&text))
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

/// Whether a text is the one that a wanted element has; `text` is that one, decoded.
pub(super) fn says(wanted: &Element, found: &str, text: &str) -> bool {
    let texts = wanted.content.iter().filter_map(|node| match node {
        Node::Text(text) => Some(text),
        Node::Element(_) | Node::Comment(_) => None,
    });
    found == text || texts.into_iter().any(|it| it.is(found, text))
}

/// Whether a secret belongs anywhere into a wanted element, be it known or a mark.
pub(super) fn hides(element: &Element) -> bool {
    element.attributes.iter().any(|(_, value)| value.hides()) || text_hides(element) || elements(element).any(hides)
}

/// Whether a secret belongs into the own text of a wanted element.
pub(super) fn text_hides(element: &Element) -> bool {
    element.content.iter().any(|node| matches!(node, Node::Text(text) if text.hides()))
}

/// Whether anything in a wanted element is secret.
pub(super) fn is_secret(element: &Element) -> bool {
    element.attributes.iter().any(|(_, value)| value.is_secret())
        || element.content.iter().any(|node| matches!(node, Node::Text(text) if text.is_secret()))
        || elements(element).any(is_secret)
}
