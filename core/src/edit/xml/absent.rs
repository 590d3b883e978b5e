use super::changes::Op;
use super::layout::whole_lines;
use super::plan::Planned;
use crate::edit::{Finding, Trouble};
use crate::format::xml::{Document, Tag};

/// An element that must not be there, but is.
pub(super) fn plan<'d>(tag: Tag<'d>, document: &Document<'_>) -> Planned<'d> {
    if tag.index() == document.root().index() {
        return Err(Trouble::Outermost);
    }
    // Only its start tag is shown: what is inside may be secret.
    let found = document.text()[tag.start()].split_whitespace().collect::<Vec<_>>().join(" ");
    Ok((Finding::Differs { found, span: tag.span() }, remove(tag).collect()))
}

/// Cuts an element out, with its lines if it is alone on them.
pub(super) fn remove<'d>(tag: Tag<'d>) -> impl Iterator<Item = Op<'d>> {
    let cut = whole_lines(tag.document().text(), tag.span());
    cut.into_iter().map(|range| Op::Replace(range, String::new()))
}
