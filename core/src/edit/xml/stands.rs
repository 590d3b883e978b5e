use super::changes::Changes;
use super::locate::{Target, locate};
use super::merge::pairs;
use super::plan::plan;
use super::{Edit, Want};
use crate::edit::Finding;
use crate::format::xml::{Document, Element, Tag};
use std::ops::Range;

impl Edit {
    /// The bytes of a file that say what this statement wants. None where the file says something else, and where the
    /// statement wants nothing to be there.
    pub fn stands(&self, document: &Document<'_>) -> Vec<Range<usize>> {
        if !matches!(plan(document, self, &Changes::default()), Ok((Finding::Holds, _))) {
            return Vec::new();
        }
        let Ok(Target::Here(tag)) = locate(document, &self.at) else { return Vec::new() };
        match &self.want {
            Want::Text { .. } | Want::Children(_) => vec![tag.span()],
            Want::Attribute { name, .. } => tag.attribute(name).map(|found| found.span.clone()).into_iter().collect(),
            Want::Element(element) => {
                let mut spans = Vec::new();
                parts(tag, element, &mut spans);
                spans
            }
            Want::Absent => Vec::new(),
        }
    }
}

/// The element as a whole where the file has nothing in it that is not wanted; otherwise its start tag and what is wanted.
fn parts(tag: Tag<'_>, wanted: &Element, spans: &mut Vec<Range<usize>>) {
    if is_whole(tag, wanted) {
        spans.push(tag.span());
        return;
    }
    spans.push(tag.start());
    for (child, present) in pairs(tag, wanted) {
        if let Some(present) = present {
            parts(present, child, spans);
        }
    }
}

fn is_whole(tag: Tag<'_>, wanted: &Element) -> bool {
    let pairs = pairs(tag, wanted);
    pairs.len() == tag.elements().count()
        && pairs.into_iter().all(|(child, present)| present.is_some_and(|present| is_whole(present, child)))
}
