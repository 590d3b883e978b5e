use super::insert::Insertions;
use super::layout::{begins_line, eol, line_start, next_line, unit};
use super::locate::{ALIAS, Found, Target, locate};
use super::tree::{Tree, Writer};
use super::{Block, Edit, Want};
use crate::edit::{Finding, MASK, Splice, Trouble, apply};
use crate::format::yaml::{Document, Kind, Node, Pair, Style};

/// What became of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Patched {
    /// The file's text afterwards.
    pub text: String,
    /// What the file said about each statement before, in the order of the statements.
    pub findings: Vec<Finding>,
}

/// Makes a file say what the statements want, with the smallest changes that do it: values are replaced where they stand, what is
/// missing is added behind its siblings. A statement in trouble changes nothing; the others are still applied.
pub fn patch(document: &Document<'_>, edits: &[Edit]) -> Patched {
    let mut changes = Changes { document, splices: Vec::new(), insertions: Insertions::default() };
    let findings = edits
        .iter()
        .enumerate()
        .map(|(number, edit)| {
            // Of two statements about one place the first counts.
            let first = edits[..number].iter().all(|earlier| earlier.at != edit.at);
            changes.state(edit, first).unwrap_or_else(Finding::Trouble)
        })
        .collect();
    let mut splices = changes.splices;
    splices.extend(changes.insertions.splices(document));
    Patched { text: apply(document.text(), &splices), findings }
}

impl Edit {
    /// What a file says about this statement.
    pub fn check(&self, document: &Document<'_>) -> Finding {
        let mut changes = Changes { document, splices: Vec::new(), insertions: Insertions::default() };
        changes.state(self, true).unwrap_or_else(Finding::Trouble)
    }
}

struct Changes<'d, 'e> {
    document: &'d Document<'d>,
    splices: Vec<Splice>,
    insertions: Insertions<'d, 'e>,
}

impl<'d, 'e> Changes<'d, 'e> {
    fn state(&mut self, edit: &'e Edit, counts: bool) -> Result<Finding, Trouble> {
        let target = match locate(self.document, &edit.at) {
            // What cannot be there need not go.
            Err(Trouble::Shape { shape, .. }) if edit.want == Want::Absent && shape != ALIAS => {
                return Ok(Finding::Holds);
            }
            other => other?,
        };
        let (node, fragile) = match &target {
            Target::Absent(_) if edit.want == Want::Absent => return Ok(Finding::Holds),
            Target::Absent(gap) => {
                let before = self.insertions.check(self.document, gap)?;
                if counts {
                    self.insertions.add(gap, before, edit);
                }
                return Ok(Finding::Absent);
            }
            Target::Value(found) => (found.node, &found.fragile),
            Target::Item(found) => (found.node, &found.fragile),
        };
        let holds = match &edit.want {
            Want::Value(scalar) => scalar.is(node),
            Want::Block(block) => block.is(node),
            Want::Absent => false,
        };
        if holds {
            return Ok(Finding::Holds);
        }
        if let Some(trouble) = fragile {
            return Err(trouble.clone());
        }
        let splice = match (&target, &edit.want) {
            (Target::Value(found), Want::Absent) => self.without_pair(found, edit)?,
            (Target::Item(found), Want::Absent) => self.without_item(found, edit)?,
            (_, Want::Value(scalar)) => {
                let mut with = String::new();
                scalar.push(&mut with);
                self.scalar(&target, node, with, edit)?
            }
            (_, Want::Block(block)) => match Tree::from(block).value() {
                Some(with) if node.scalar().is_some() => self.scalar(&target, node, with, edit)?,
                _ => self.block(&target, node, block, edit)?,
            },
            (Target::Absent(_), _) => return Ok(Finding::Absent),
        };
        if counts {
            self.splices.push(splice);
        }
        let written = self.document.text().get(node.span.clone()).unwrap_or_default();
        let found = if edit.want.hides() { MASK.to_owned() } else { node.scalar().unwrap_or(written).to_owned() };
        Ok(Finding::Differs { found, span: node.span.clone() })
    }

    /// A single value in place of another.
    fn scalar(&self, target: &Target<'_>, node: &Node, with: String, edit: &Edit) -> Result<Splice, Trouble> {
        let Kind::Scalar { style, .. } = &node.kind else {
            let shape = if node.pairs().is_empty() { "a list" } else { "a mapping" };
            return Err(Trouble::Shape { place: edit.at.to_string(), shape });
        };
        let written = self.document.text().get(node.span.clone()).unwrap_or_default();
        if *style == Style::Block || written.contains('\n') {
            return Err(several_lines(edit));
        }
        if !node.is_empty() {
            return Ok(Splice { range: node.span.clone(), with });
        }
        let at = match target {
            Target::Value(found) => behind_colon(self.document, found.which),
            _ => None,
        };
        let at = at.ok_or_else(|| several_lines(edit))?;
        Ok(Splice { range: at..at, with: format!(" {with}") })
    }

    /// A collection in place of what is there.
    fn block(&self, target: &Target<'_>, node: &Node, block: &Block, edit: &Edit) -> Result<Splice, Trouble> {
        let text = self.document.text();
        let eol = eol(text);
        let writer = Writer { eol, remarks: false };
        let mut with = String::new();
        let start = match target {
            Target::Value(found) => {
                let colon = behind_colon(self.document, found.which).ok_or_else(|| several_lines(edit))?;
                match Tree::from(block).value() {
                    Some(value) => with = format!(" {value}"),
                    None => {
                        with.push_str(eol);
                        writer.block(&mut with, block, found.which.key.column + unit(self.document), false);
                    }
                }
                colon
            }
            Target::Item(_) if Tree::from(block).value().is_none() => {
                writer.block(&mut with, block, node.column, true);
                node.span.start
            }
            _ => return Err(several_lines(edit)),
        };
        if node.ends_in_lines() {
            return Err(several_lines(edit));
        }
        let with = with.strip_suffix(eol).unwrap_or(&with).to_owned();
        Ok(Splice { range: start..node.span.end.max(start), with })
    }

    /// The lines of a key and its value go.
    fn without_pair(&self, found: &Found<'_, &Pair>, edit: &Edit) -> Result<Splice, Trouble> {
        let text = self.document.text();
        let pair = found.which;
        if found.parent.pairs().len() == 1 || pair.value.ends_in_lines() {
            return Err(Trouble::Shape { place: edit.at.to_string(), shape: "all that there is in its mapping" });
        }
        let (from, to) = (pair.key.span.start, pair.value.span.end.max(pair.key.span.end));
        if begins_line(text, from) {
            return Ok(Splice { range: line_start(text, from)..next_line(text, to).0, with: String::new() });
        }
        // The first key of an item stands behind its dash: the next takes its place.
        let next = found.parent.pairs().iter().find(|other| other.key.span.start > from);
        let next = next.ok_or_else(|| several_lines(edit))?;
        Ok(Splice { range: from..next.key.span.start, with: String::new() })
    }

    /// The lines of an item go.
    fn without_item(&self, found: &Found<'_, usize>, edit: &Edit) -> Result<Splice, Trouble> {
        let text = self.document.text();
        let items = found.parent.items();
        let trouble = || Trouble::Shape { place: edit.at.to_string(), shape: "all that there is in its list" };
        // An empty list would be none at all, unless something is added to it.
        if (items.len() == 1 && !self.insertions.adds_to(found.parent)) || found.node.ends_in_lines() {
            return Err(trouble());
        }
        let before = found.which.checked_sub(1).and_then(|number| items.get(number));
        let from = match before {
            Some(before) => next_line(text, before.span.end).0,
            None => line_start(text, found.parent.span.start),
        };
        let dash = dash_line(text, from, found.node.span.start).ok_or_else(trouble)?;
        Ok(Splice { range: dash..next_line(text, found.node.span.end).0, with: String::new() })
    }
}

/// The beginning of the line with the dash of an item.
fn dash_line(text: &str, from: usize, to: usize) -> Option<usize> {
    let mut at = from;
    while at <= to {
        let (next, ended) = next_line(text, at);
        if text.get(at..next)?.trim_start().starts_with('-') {
            return Some(at);
        }
        if !ended {
            return None;
        }
        at = next;
    }
    None
}

/// Behind the colon of a key that stands on one line.
pub(super) fn behind_colon(document: &Document<'_>, pair: &Pair) -> Option<usize> {
    let from = pair.key.span.end;
    let rest = document.text().get(from..)?;
    let blanks = rest.len() - rest.trim_start_matches([' ', '\t']).len();
    rest.get(blanks..)?.starts_with(':').then_some(from + blanks + 1)
}

fn several_lines(edit: &Edit) -> Trouble {
    Trouble::Shape { place: edit.at.to_string(), shape: "a text over several lines, or written in a way of its own" }
}
