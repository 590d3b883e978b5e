use super::changes::{Op, closing_slash, push_end};
use super::layout::eol;
use super::place::Place;
use super::plan::Planned;
use crate::edit::{Finding, MASK, Trouble, Value};
use crate::format::xml::{Tag, clean, push_text, trim};
use std::ops::Range;

/// A text that an existing element must have.
pub(super) fn plan<'d>(tag: Tag<'d>, wanted: &Value, place: &Place) -> Planned<'d> {
    if tag.has_elements() {
        return Err(Trouble::HasElements { place: place.to_string() });
    }
    Ok(match differs(tag, wanted) {
        None => (Finding::Holds, Vec::new()),
        Some(found) => {
            let found = if wanted.hides() { MASK.to_owned() } else { found };
            (Finding::Differs { found, span: region(tag) }, vec![write(tag, wanted)])
        }
    })
}

/// What the element says, if it is not what is wanted.
pub(super) fn differs(tag: Tag<'_>, wanted: &Value) -> Option<String> {
    let content = tag.content();
    let found = trim(&content);
    (!wanted.is(found, trim(&clean(wanted.text())))).then(|| found.to_owned())
}

/// Writes another text into the element.
pub(super) fn write<'d>(tag: Tag<'d>, wanted: &Value) -> Op<'d> {
    let text = tag.document().text();
    let mut with = String::new();
    if tag.inner().is_some() {
        push_text(&mut with, wanted.text(), eol(text, tag.span().start));
        return Op::Replace(region(tag), with);
    }
    let (range, open) = closing_slash(tag);
    with.push_str(open);
    push_text(&mut with, wanted.text(), eol(text, tag.span().start));
    push_end(&mut with, tag);
    Op::Replace(range, with)
}

/// Where the text stands, without the white space around it; all of the white space if there is nothing else.
fn region(tag: Tag<'_>) -> Range<usize> {
    let Some(inner) = tag.inner() else { return tag.span() };
    let raw = &tag.document().text()[inner.clone()];
    let start = raw.len() - raw.trim_start_matches([' ', '\t', '\r', '\n']).len();
    let trimmed = trim(raw);
    if trimmed.is_empty() { inner } else { inner.start + start..inner.start + start + trimmed.len() }
}
