use super::changes::Op;
use super::layout::{begins_line, eol, indent};
use super::place::{Key, Step};
use super::plan::Planned;
use crate::edit::{Finding, MASK, Value};
use crate::format::xml::{Attribute, Tag, clean, push_attribute};
use std::borrow::Cow;

/// An attribute that an existing element must have.
pub(super) fn plan<'d>(tag: Tag<'d>, name: &'d str, wanted: &Value, step: Option<&Step>) -> Planned<'d> {
    if let Some(attribute) = tag.attribute(name) {
        let Some(op) = change(attribute, tag, wanted) else { return Ok((Finding::Holds, Vec::new())) };
        let found = if wanted.hides() { MASK.to_owned() } else { attribute.value().into_owned() };
        return Ok((Finding::Differs { found, span: attribute.value_span() }, vec![op]));
    }
    let key = match step.and_then(|step| step.key.as_ref()) {
        Some(Key::Attribute(key, _)) => tag.attribute(key),
        _ => None,
    };
    Ok((Finding::Absent, vec![add(tag, name.into(), wanted, key)]))
}

/// Writes another value between the quotes, if it is not the one that is wanted.
pub(super) fn change<'d>(attribute: &Attribute<'_>, tag: Tag<'d>, wanted: &Value) -> Option<Op<'d>> {
    if wanted.is(&attribute.value(), &clean(wanted.text())) {
        return None;
    }
    let quote = tag.document().text()[..attribute.span.end].chars().next_back().unwrap_or('"');
    let mut with = String::new();
    push_attribute(&mut with, wanted.text(), quote);
    Some(Op::Replace(attribute.value_span(), with))
}

/// Adds an attribute behind `key`, else behind the last one; on a line of its own if that one stands so.
pub(super) fn add<'d>(tag: Tag<'d>, name: Cow<'d, str>, wanted: &Value, key: Option<&Attribute<'_>>) -> Op<'d> {
    let text = tag.document().text();
    let mut with = String::new();
    let at = match key.or_else(|| tag.attributes().last()) {
        Some(anchor) => {
            if begins_line(text, anchor.span.start) {
                with.push_str(eol(text, anchor.span.start));
                with.push_str(indent(text, anchor.span.start));
            } else {
                with.push(' ');
            }
            anchor.span.end
        }
        None => {
            with.push(' ');
            tag.name_span().end
        }
    };
    with.push_str(&name);
    with.push_str("=\"");
    push_attribute(&mut with, wanted.text(), '"');
    with.push('"');
    Op::Attribute { tag, name, at, with }
}
