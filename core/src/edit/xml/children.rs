use super::Children;
use super::absent::remove;
use super::changes::Op;
use super::compare::same;
use super::insert::Insertion;
use super::layout::{begins_line, eol, indent};
use crate::edit::{Finding, MASK};
use crate::format::xml::{Tag, Writer};

/// The elements that an existing element must hold, and no others.
pub(super) fn plan<'d>(tag: Tag<'d>, wanted: &Children) -> (Finding, Vec<Op<'d>>) {
    let mut inside = tag.elements();
    let all = wanted.iter().all(|element| inside.next().is_some_and(|tag| same(tag, element)));
    if all && inside.next().is_none() {
        return (Finding::Holds, Vec::new());
    }
    let mut present = tag.elements();
    let Some(first) = present.next() else {
        let ops = wanted.iter().map(|element| Insertion::new(tag, element).first());
        return (Finding::Absent, ops.collect());
    };
    let text = tag.document().text();
    let last = tag.elements().next_back().unwrap_or(first);
    let span = first.span().start..last.span().end;
    let found = if wanted.hides() {
        MASK.to_owned()
    } else {
        text[span.clone()].split_whitespace().collect::<Vec<_>>().join(" ")
    };

    let mut ops = Vec::new();
    if wanted.is_empty() {
        ops.extend(remove(first));
    } else {
        let at = first.span().start;
        let (indent, eol) = (indent(text, at), eol(text, at));
        let writer = Writer { indent, eol, prefix: tag.prefix(), ..Writer::default() };
        let between = if begins_line(text, at) { format!("{eol}{indent}") } else { String::new() };
        let list: Vec<String> = wanted.iter().map(|element| writer.element(element)).collect();
        ops.push(Op::Replace(first.span(), list.join(&between)));
    }
    present.for_each(|other| ops.extend(remove(other)));
    (Finding::Differs { found, span }, ops)
}
