use super::layout::has_line_end;
use super::place::Step;
use crate::edit::Splice;
use crate::format::xml::{Tag, trim};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

/// One thing to do to a file.
pub(super) enum Op<'d> {
    /// These bytes become this text.
    Replace(Range<usize>, String),
    /// An attribute that the element lacks.
    Attribute { tag: Tag<'d>, name: Cow<'d, str>, at: usize, with: String },
    /// An element that the parent lacks.
    Insert { parent: Tag<'d>, step: Option<&'d Step>, place: Spot, with: String },
}

/// Where an element is inserted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Spot {
    /// At this byte, behind this text.
    Behind { at: usize, lead: String },
    /// As the first thing inside the parent.
    First(Lines),
}

/// How the lines inside a parent begin and how the one of its end tag does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Lines {
    pub(super) inner: String,
    pub(super) end: String,
}

/// What the statements so far do to a file.
#[derive(Default)]
pub(super) struct Changes<'d> {
    splices: Vec<Splice>,
    replaced: BTreeSet<(usize, usize)>,
    attributes: BTreeSet<(usize, Cow<'d, str>)>,
    added: Vec<Added<'d>>,
    opened: Vec<Opened<'d>>,
}

struct Added<'d> {
    parent: usize,
    step: &'d Step,
    place: Spot,
}

struct Opened<'d> {
    parent: Tag<'d>,
    lines: Lines,
    with: Vec<String>,
}

impl<'d> Changes<'d> {
    /// Takes over what a statement does. Where an earlier one has done the same, the earlier one counts: twice the
    /// same attribute or element would not make a sound file.
    pub(super) fn commit(&mut self, ops: Vec<Op<'d>>) {
        for op in ops {
            match op {
                Op::Replace(range, with) => {
                    if self.replaced.insert((range.start, range.end)) {
                        self.splices.push(Splice { range, with });
                    }
                }
                Op::Attribute { tag, name, at, with } => {
                    if self.attributes.insert((tag.index(), name)) {
                        self.splices.push(Splice { range: at..at, with });
                    }
                }
                Op::Insert { parent, step, place, with } => self.insert(parent, step, place, with),
            }
        }
    }

    fn insert(&mut self, parent: Tag<'d>, step: Option<&'d Step>, place: Spot, with: String) {
        if let Some(step) = step {
            if self.place_of(parent, step).is_some() {
                return;
            }
            self.added.push(Added { parent: parent.index(), step, place: place.clone() });
        }
        match place {
            Spot::Behind { at, lead } => self.splices.push(Splice { range: at..at, with: lead + &with }),
            Spot::First(lines) => match self.opened.iter_mut().find(|opened| opened.parent.index() == parent.index()) {
                Some(opened) => opened.with.push(with),
                None => self.opened.push(Opened { parent, lines, with: vec![with] }),
            },
        }
    }

    /// Where an earlier statement adds the element that this step names.
    pub(super) fn place_of(&self, parent: Tag<'_>, step: &Step) -> Option<&Spot> {
        let added = self.added.iter().find(|added| added.parent == parent.index() && added.step == step);
        added.map(|added| &added.place)
    }

    /// Everything as splices, those at one place in the order of the statements.
    pub(super) fn splices(self) -> Vec<Splice> {
        let Self { mut splices, opened, .. } = self;
        splices.extend(opened.into_iter().map(Opened::splice));
        splices
    }
}

impl Opened<'_> {
    fn splice(self) -> Splice {
        let Self { parent, lines, with } = self;
        let text = parent.document().text();
        let mut out: String = with.iter().flat_map(|item| [lines.inner.as_str(), item]).collect();
        match parent.inner() {
            None => {
                let (range, open) = closing_slash(parent);
                out.insert_str(0, open);
                out.push_str(&lines.end);
                push_end(&mut out, parent);
                Splice { range, with: out }
            }
            Some(inner) => {
                let blank = trim(&text[inner.clone()]).is_empty();
                if blank && !has_line_end(text, inner.clone()) {
                    out.push_str(&lines.end);
                    Splice { range: inner, with: out }
                } else {
                    Splice { range: inner.start..inner.start, with: out }
                }
            }
        }
    }
}

/// The `/>` of a self-closing tag, with blanks before it on its line, and what opens the element instead.
pub(super) fn closing_slash(tag: Tag<'_>) -> (Range<usize>, &'static str) {
    let span = tag.span();
    let text = tag.document().text();
    let before = &text[..span.end - 2];
    let start = before.trim_end_matches([' ', '\t']).len();
    let start = if text[..start].ends_with('\n') { span.end - 2 } else { start };
    (start..span.end, ">")
}

/// Writes the end tag of an element that had none.
pub(super) fn push_end(out: &mut String, tag: Tag<'_>) {
    out.push_str("</");
    out.push_str(tag.name());
    out.push('>');
}
