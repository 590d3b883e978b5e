use super::Edit;
use super::layout::{behind_commented, eol, has_empty_line, next_line, unit};
use super::locate::{Gap, Parent};
use super::patch::behind_colon;
use super::tree::{Tree, Writer};
use crate::edit::{Splice, Trouble};
use crate::format::yaml::{Document, Kind, Node};

/// What is missing, gathered by what it is added to.
#[derive(Default)]
pub(super) struct Insertions<'d, 'e>(Vec<Insertion<'d, 'e>>);

struct Insertion<'d, 'e> {
    parent: Parent<'d>,
    /// How deep it stands: what is added to the inner of two collections that end together comes first.
    depth: usize,
    spot: Spot,
    tree: Tree<'e>,
}

/// Where lines go.
#[derive(Clone, Copy)]
pub(super) struct Spot {
    /// The byte.
    at: usize,
    /// The column of the keys, or of the dashes.
    column: usize,
}

impl<'d, 'e> Insertions<'d, 'e> {
    /// Where something would be added, if it can be.
    pub(super) fn check(&self, document: &Document<'_>, gap: &Gap<'d>) -> Result<Spot, Trouble> {
        let text = document.text();
        let trouble = |shape| Trouble::Shape { place: "what it would stand behind".to_owned(), shape };
        match gap.parent {
            Parent::File => Ok(Spot { at: text.len(), column: 0 }),
            Parent::Key(pair) => {
                let behind = behind_colon(document, pair).ok_or_else(|| trouble("written in a way of its own"))?;
                Ok(Spot { at: next_line(text, behind).0, column: pair.key.column + unit(document) })
            }
            Parent::Node(node) => {
                let column = match &node.kind {
                    Kind::List { dash, .. } => *dash,
                    _ => node.pairs().first().map(|pair| pair.key.column),
                };
                let column = column.ok_or_else(|| trouble("written in a way of its own"))?;
                if node.ends_in_lines() {
                    return Err(trouble("a text over several lines"));
                }
                Ok(Spot { at: next_line(text, node.span.end).0, column })
            }
        }
    }

    /// Adds what a statement wants.
    pub(super) fn add(&mut self, gap: &Gap<'d>, spot: Spot, edit: &'e Edit) {
        let steps = edit.at.0.get(gap.steps..).unwrap_or_default();
        let known = self.0.iter().position(|other| same(other.parent, gap.parent));
        let known = known.unwrap_or_else(|| {
            self.0.push(Insertion { parent: gap.parent, depth: gap.steps, spot, tree: Tree::default() });
            self.0.len() - 1
        });
        if let Some(insertion) = self.0.get_mut(known) {
            insertion.tree.state(steps, edit);
        }
    }

    /// Whether something is added to a collection.
    pub(super) fn adds_to(&self, node: &Node) -> bool {
        self.0.iter().any(|it| matches!(it.parent, Parent::Node(parent) if std::ptr::eq(parent, node)))
    }

    /// The changes, the innermost first.
    pub(super) fn splices(mut self, document: &Document<'_>) -> Vec<Splice> {
        self.0.sort_by_key(|insertion| std::cmp::Reverse(insertion.depth));
        self.0.iter().filter(|insertion| !insertion.tree.is_empty()).flat_map(|it| it.splices(document)).collect()
    }
}

impl Insertion<'_, '_> {
    fn splices(&self, document: &Document<'_>) -> Vec<Splice> {
        let text = document.text();
        let writer = Writer { eol: eol(text), remarks: false };
        let apart = match self.parent {
            Parent::Node(node) => stand_apart(text, node),
            Parent::File | Parent::Key(_) => false,
        };
        let mut splices: Vec<Splice> = Vec::new();
        for (key, lines) in self.tree.parts(&writer, self.spot.column) {
            let commented = key.and_then(|key| self.behind_comment(document, key));
            let at = commented.unwrap_or(self.spot.at);
            let empty_before = text.get(..at).is_some_and(|before| before.is_empty() || before.ends_with("\n\n"));
            let known = splices.iter().position(|splice| splice.range.start == at);
            let mut with = String::new();
            if known.is_none() && !text.is_empty() && !text.get(..at).is_some_and(|before| before.ends_with('\n')) {
                with.push_str(writer.eol);
            }
            if apart && (known.is_some() || !empty_before) {
                with.push_str(writer.eol);
            }
            with.push_str(&lines);
            match known.and_then(|known| splices.get_mut(known)) {
                Some(splice) => splice.with.push_str(&with),
                None => splices.push(Splice { range: at..at, with }),
            }
        }
        splices
    }

    /// Behind the remark that holds an outermost key, so that whoever knows it there finds what counts beside it.
    fn behind_comment(&self, document: &Document<'_>, key: &str) -> Option<usize> {
        let Parent::Node(node) = self.parent else { return None };
        if self.depth > 0 {
            return None;
        }
        let text = document.text();
        let pairs = node.pairs();
        let ends = pairs.iter().map(|pair| next_line(text, pair.value.span.end.max(pair.key.span.end)).0);
        let starts = pairs.iter().skip(1).map(|pair| pair.key.span.start).chain([text.len()]);
        let lines = pairs.iter().map(|pair| pair.value.ends_in_lines());
        ends.zip(starts).zip(lines).filter(|(_, lines)| !lines).find_map(|((from, to), _)| {
            // A document's end mark ends what can be added.
            let end = text.get(from..to)?.find("\n...").map_or(to, |at| from + at);
            behind_commented(text, from, end, key)
        })
    }
}

/// Whether empty lines stand between the last of a collection.
fn stand_apart(text: &str, node: &Node) -> bool {
    let ends: Vec<(usize, usize)> = match &node.kind {
        Kind::Mapping { pairs, .. } => {
            pairs.iter().map(|it| (it.key.span.start, it.value.span.end.max(it.key.span.end))).collect()
        }
        _ => node.items().iter().map(|item| (item.span.start, item.span.end)).collect(),
    };
    match ends.as_slice() {
        [.., (_, end), (start, _)] => has_empty_line(text, *end, *start),
        _ => false,
    }
}

fn same(one: Parent<'_>, other: Parent<'_>) -> bool {
    match (one, other) {
        (Parent::File, Parent::File) => true,
        (Parent::Node(one), Parent::Node(other)) => std::ptr::eq(one, other),
        (Parent::Key(one), Parent::Key(other)) => std::ptr::eq(one, other),
        _ => false,
    }
}
