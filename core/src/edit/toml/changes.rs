use super::sections::Sections;
use super::spans::{blank_before, end_of_statements, first_header, leaves_in_braces, line_end, line_start, mark};
use super::{Item, write};
use crate::edit::Splice;
use crate::format::toml::dotted;
use std::ops::Range;
use toml_edit::{InlineTable, Table};

/// What statements change in a file, those that go to one place together.
pub(super) struct Changes<'t, 'e> {
    text: &'t str,
    eol: &'static str,
    splices: Vec<Splice>,
    /// Lines behind those of a table.
    bodies: Vec<(Anchor, String)>,
    /// Keys in braces, by the byte that they stand behind.
    braces: Vec<(usize, String)>,
    /// Tables behind the last of an array.
    tails: Vec<(usize, Sections<'e>)>,
    /// New tables at the file's end.
    pub(super) sections: Sections<'e>,
}

/// Where lines go, and with what before and after them.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Anchor {
    at: usize,
    blank_after: bool,
}

impl<'t, 'e> Changes<'t, 'e> {
    /// Of a file.
    pub(super) fn new(text: &'t str) -> Self {
        let eol = if text.contains("\r\n") { "\r\n" } else { "\n" };
        let (splices, bodies, braces, tails) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Self { text, eol, splices, bodies, braces, tails, sections: Sections::default() }
    }

    /// The file's text.
    pub(super) fn text(&self) -> &'t str {
        self.text
    }

    /// What lines end with.
    pub(super) fn eol(&self) -> &'static str {
        self.eol
    }

    /// Something else stands here.
    pub(super) fn replace(&mut self, range: Range<usize>, with: String) {
        self.splices.push(Splice { range, with });
    }

    /// A line behind those of the document or a table with a header.
    pub(super) fn line(&mut self, table: &Table, keys: &[String], item: &Item) {
        self.raw_line(table, keys, write::item(item, self.eol));
    }

    /// The same with a value that is written already.
    pub(super) fn raw_line(&mut self, table: &Table, keys: &[String], value: String) {
        let text = self.text;
        let (anchor, indent) = match end_of_statements(table) {
            Some(end) => (Anchor { at: line_end(text, end), blank_after: false }, indent(text, table)),
            None => (self.top(table), ""),
        };
        let known = self.bodies.iter().position(|(other, _)| *other == anchor);
        let number = known.unwrap_or_else(|| {
            self.bodies.push((anchor, String::new()));
            self.bodies.len() - 1
        });
        if let Some((_, lines)) = self.bodies.get_mut(number) {
            lines.extend([indent, &dotted(keys.iter().map(String::as_str)), " = ", &value, self.eol]);
        }
    }

    /// Where a document's own keys go that has none: before its first table and the remark that touches it.
    fn top(&self, table: &Table) -> Anchor {
        let Some(header) = first_header(table) else { return Anchor { at: self.text.len(), blank_after: false } };
        let mut at = line_start(self.text, header);
        while at > mark(self.text) && !blank_before(self.text, at) {
            at = line_start(self.text, at - 1);
        }
        Anchor { at, blank_after: true }
    }

    /// A key in braces.
    pub(super) fn in_braces(&mut self, table: &InlineTable, keys: &[String], value: &str) {
        let Some(span) = table.span() else { return };
        let last = leaves_in_braces(table).last().map(|leaf| leaf.end);
        let at = last.unwrap_or(span.start + 1);
        let known = self.braces.iter().position(|(other, _)| *other == at);
        let number = known.unwrap_or_else(|| {
            self.braces.push((at, String::new()));
            self.braces.len() - 1
        });
        let text = self.text;
        let Some((_, written)) = self.braces.get_mut(number) else { return };
        let pair = [&dotted(keys.iter().map(String::as_str)), " = ", value];
        if last.is_some() {
            written.push_str(", ");
            written.extend(pair);
        } else {
            let closing = written.is_empty() && text.get(at..).is_some_and(|rest| rest.starts_with('}'));
            let end = written.trim_end().len();
            let space = if closing || end < written.len() { " " } else { "" };
            written.truncate(end);
            written.push_str(if written.is_empty() { " " } else { ", " });
            written.extend(pair);
            written.push_str(space);
        }
    }

    /// Tables behind the last of an array, of which everything ends at a byte.
    pub(super) fn tail(&mut self, end: usize, sections: Sections<'e>) {
        self.tails.push((line_end(self.text, end), sections));
    }

    /// Everything as splices, those at one place in the order in which they stand there.
    pub(super) fn splices(self) -> Vec<Splice> {
        let Self { text, eol, mut splices, bodies, braces, tails, sections } = self;
        let body = text.get(mark(text)..).unwrap_or_default();
        // Whether the file's last line still has to be ended, by the first that stands behind it.
        let mut open = !body.is_empty() && !body.ends_with('\n');
        let mut start = |at: usize| {
            let ends = at == text.len() && std::mem::take(&mut open);
            if ends { eol.to_owned() } else { String::new() }
        };
        let mut at_end = false;
        for (at, with) in braces {
            splices.push(Splice { range: at..at, with });
        }
        for (Anchor { at, blank_after }, lines) in bodies {
            at_end |= at == text.len();
            let mut with = start(at);
            with.push_str(&lines);
            if blank_after {
                with.push_str(eol);
            }
            splices.push(Splice { range: at..at, with });
        }
        for (at, sections) in tails {
            at_end |= at == text.len();
            let mut with = start(at);
            sections.push(&mut with, eol, true, false);
            splices.push(Splice { range: at..at, with });
        }
        if !sections.is_empty() {
            let mut with = start(text.len());
            let blank = at_end || !with.is_empty() || !blank_before(text, text.len());
            sections.push(&mut with, eol, blank, false);
            splices.push(Splice { range: text.len()..text.len(), with });
        } else if !at_end {
            splices.extend(blank_end(text, &splices));
        }
        splices
    }
}

/// How a table's keys are indented: as the first of them.
fn indent<'t>(text: &'t str, table: &Table) -> &'t str {
    let first = table
        .iter()
        .filter(|(_, item)| item.is_value())
        .filter_map(|(key, _)| table.key(key)?.span())
        .min_by_key(|span| span.start);
    let line = first.and_then(|span| text.get(line_start(text, span.start)..)).unwrap_or_default();
    let blank = line.len() - line.trim_start_matches([' ', '\t']).len();
    line.get(..blank).unwrap_or_default()
}

/// The blank lines that would end a file of which the last tables are taken out.
fn blank_end(text: &str, splices: &[Splice]) -> Option<Splice> {
    let mut end = text.len();
    while let Some(gone) = splices.iter().find(|gone| gone.with.is_empty() && gone.range.end == end) {
        end = gone.range.start;
    }
    let rest = text.get(..end).filter(|_| end < text.len())?;
    let blank: usize = rest.split_inclusive('\n').rev().take_while(|line| line.trim().is_empty()).map(str::len).sum();
    (blank > 0).then(|| Splice { range: end - blank..end, with: String::new() })
}
