use super::layout::UNIT;
use super::{Block, Edit, Scalar, Step, Want};
use crate::format::yaml::{push_remark, push_text};

/// What statements say below one place, gathered so that each key is written once.
#[derive(Default)]
pub(super) struct Tree<'e> {
    said: Said<'e>,
    /// Why, each once, in the order of the statements.
    reasons: Vec<&'e str>,
}

#[derive(Default)]
enum Said<'e> {
    #[default]
    Nothing,
    Scalar(&'e Scalar),
    Text(&'e str),
    Block(&'e Block),
    Mapping(Vec<(&'e str, Tree<'e>)>),
    List(Vec<Entry<'e>>),
}

struct Entry<'e> {
    key: &'e [&'e str],
    text: &'e str,
    tree: Tree<'e>,
}

impl<'e> Tree<'e> {
    /// Adds a statement, of whose place these steps are left. Of two about one place the first counts; one that wants nothing there
    /// adds nothing.
    pub(super) fn state(&mut self, steps: &'e [Step], edit: &'e Edit) {
        if edit.want == Want::Absent {
            return;
        }
        let mut tree = self;
        for step in steps {
            let Some(next) = tree.child(step) else { return };
            tree = next;
        }
        if !matches!(tree.said, Said::Nothing) {
            return;
        }
        if !edit.why.reason.is_empty() && !tree.reasons.contains(&&*edit.why.reason) {
            tree.reasons.push(&edit.why.reason);
        }
        match &edit.want {
            Want::Value(scalar) => tree.said = Said::Scalar(scalar),
            Want::Block(block) => tree.said = Said::Block(block),
            Want::Absent => {}
        }
    }

    /// What stands one step further; none where something else stands there.
    fn child(&mut self, step: &'e Step) -> Option<&mut Self> {
        match step {
            Step::Key(key) => {
                let pairs = self.mapping()?;
                let at = pairs.iter().position(|(known, _)| *known == &**key).unwrap_or_else(|| {
                    pairs.push((&**key, Self::default()));
                    pairs.len() - 1
                });
                pairs.get_mut(at).map(|(_, tree)| tree)
            }
            Step::Item { key, text } => {
                if matches!(self.said, Said::Nothing) {
                    self.said = Said::List(Vec::new());
                }
                let Said::List(entries) = &mut self.said else { return None };
                let known = |entry: &Entry<'_>| entry.key == *key && entry.text == &**text;
                let at = entries.iter().position(known).unwrap_or_else(|| {
                    let mut tree = Self::default();
                    tree.told_apart(key, text);
                    entries.push(Entry { key, text, tree });
                    entries.len() - 1
                });
                entries.get_mut(at).map(|entry| &mut entry.tree)
            }
        }
    }

    fn mapping(&mut self) -> Option<&mut Vec<(&'e str, Self)>> {
        if matches!(self.said, Said::Nothing) {
            self.said = Said::Mapping(Vec::new());
        }
        match &mut self.said {
            Said::Mapping(pairs) => Some(pairs),
            _ => None,
        }
    }

    /// Writes down what tells an item apart from the others.
    fn told_apart(&mut self, key: &'e [&'e str], text: &'e str) {
        match key.split_first() {
            None => self.said = Said::Text(text),
            Some((first, rest)) => {
                let mut inner = Self::default();
                inner.told_apart(rest, text);
                if let Some(pairs) = self.mapping() {
                    pairs.push((first, inner));
                }
            }
        }
    }

    /// Its keys, or its items, each as lines of its own.
    pub(super) fn parts(&self, writer: &Writer<'_>, column: usize) -> Vec<(Option<&'e str>, String)> {
        let mut parts = Vec::new();
        match &self.said {
            Said::Mapping(pairs) => {
                for (key, tree) in pairs {
                    let mut out = String::new();
                    writer.pair(&mut out, key, tree, column, false);
                    parts.push((Some(*key), out));
                }
            }
            Said::List(entries) => {
                for entry in entries {
                    let mut out = String::new();
                    writer.item(&mut out, &entry.tree, column);
                    parts.push((None, out));
                }
            }
            _ => {}
        }
        parts
    }

    /// Whether nothing was said.
    pub(super) fn is_empty(&self) -> bool {
        matches!(self.said, Said::Nothing)
    }

    /// The single value that is all of it.
    pub(super) fn value(&self) -> Option<String> {
        let mut out = String::new();
        match &self.said {
            Said::Scalar(scalar) => scalar.push(&mut out),
            Said::Text(text) => push_text(&mut out, text),
            Said::Block(block) => match empty(block) {
                Some(written) => out.push_str(written),
                None => match block {
                    Block::Scalar(scalar) => scalar.push(&mut out),
                    _ => return None,
                },
            },
            _ => return None,
        }
        Some(out)
    }
}

impl<'e> From<&'e Block> for Tree<'e> {
    fn from(block: &'e Block) -> Self {
        Self { said: Said::Block(block), reasons: Vec::new() }
    }
}

/// How lines are written.
pub(super) struct Writer<'w> {
    pub(super) eol: &'w str,
    /// Whether reasons stand before what they are about.
    pub(super) remarks: bool,
}

impl Writer<'_> {
    /// Keys and their values. A reason that holds for several in a row stands before the first.
    fn pairs(&self, out: &mut String, pairs: &[(&str, Tree<'_>)], column: usize, behind_dash: bool) {
        let mut said: &[&str] = &[];
        for (number, (key, tree)) in pairs.iter().enumerate() {
            let alone = behind_dash && number == 0;
            if !alone && tree.reasons != said {
                self.reasons(out, tree, column);
            }
            said = &tree.reasons;
            self.pair(out, key, tree, column, alone);
        }
    }

    /// A key and its value, from the beginning of a line, or behind a dash.
    fn pair(&self, out: &mut String, key: &str, tree: &Tree<'_>, column: usize, behind_dash: bool) {
        if !behind_dash {
            indent(out, column);
        }
        push_text(out, key);
        out.push(':');
        match tree.value() {
            Some(value) => {
                out.push(' ');
                out.push_str(&value);
                out.push_str(self.eol);
            }
            None => {
                out.push_str(self.eol);
                self.inside(out, tree, column + UNIT);
            }
        }
    }

    fn item(&self, out: &mut String, tree: &Tree<'_>, column: usize) {
        self.reasons(out, tree, column);
        let first = match &tree.said {
            Said::Mapping(pairs) => pairs.first().map(|(_, tree)| tree),
            _ => None,
        };
        if let Some(first) = first {
            self.reasons(out, first, column);
        }
        indent(out, column);
        out.push('-');
        if let Some(value) = tree.value() {
            out.push(' ');
            out.push_str(&value);
            out.push_str(self.eol);
            return;
        }
        match &tree.said {
            Said::Mapping(pairs) => {
                out.push(' ');
                self.pairs(out, pairs, column + UNIT, true);
            }
            Said::Block(block) => {
                out.push(' ');
                self.block(out, block, column + UNIT, true);
            }
            _ => {
                out.push_str(self.eol);
                self.inside(out, tree, column + UNIT);
            }
        }
    }

    /// What stands below a key.
    pub(super) fn inside(&self, out: &mut String, tree: &Tree<'_>, column: usize) {
        match &tree.said {
            Said::Mapping(pairs) => self.pairs(out, pairs, column, false),
            Said::List(entries) => {
                for entry in entries {
                    self.item(out, &entry.tree, column);
                }
            }
            Said::Block(block) => self.block(out, block, column, false),
            Said::Nothing | Said::Scalar(_) | Said::Text(_) => {}
        }
    }

    /// A collection that is not empty, from the beginning of a line, or behind a dash.
    pub(super) fn block(&self, out: &mut String, block: &Block, column: usize, behind_dash: bool) {
        let begin = |out: &mut String, number: usize| {
            if number > 0 || !behind_dash {
                indent(out, column);
            }
        };
        match block {
            Block::Scalar(_) => {}
            Block::Mapping(pairs) => {
                for (number, (key, value)) in pairs.iter().enumerate() {
                    begin(out, number);
                    push_text(out, key);
                    out.push(':');
                    if !self.scalar(out, value) {
                        out.push_str(self.eol);
                        self.block(out, value, column + UNIT, false);
                    }
                }
            }
            Block::List(items) => {
                for (number, item) in items.iter().enumerate() {
                    begin(out, number);
                    out.push('-');
                    if !self.scalar(out, item) {
                        out.push(' ');
                        self.block(out, item, column + UNIT, true);
                    }
                }
            }
        }
    }

    /// Writes what stands on the line itself; whether it did.
    fn scalar(&self, out: &mut String, block: &Block) -> bool {
        match (block, empty(block)) {
            (Block::Scalar(scalar), _) => {
                out.push(' ');
                scalar.push(out);
            }
            (_, Some(written)) => {
                out.push(' ');
                out.push_str(written);
            }
            _ => return false,
        }
        out.push_str(self.eol);
        true
    }

    fn reasons(&self, out: &mut String, tree: &Tree<'_>, column: usize) {
        if self.remarks {
            let margin = " ".repeat(column);
            for reason in &tree.reasons {
                push_remark(out, reason, &margin, self.eol);
            }
        }
    }
}

fn indent(out: &mut String, column: usize) {
    out.extend(std::iter::repeat_n(' ', column));
}

fn empty(block: &Block) -> Option<&'static str> {
    match block {
        Block::Mapping(pairs) if pairs.is_empty() => Some("{}"),
        Block::List(items) if items.is_empty() => Some("[]"),
        _ => None,
    }
}
