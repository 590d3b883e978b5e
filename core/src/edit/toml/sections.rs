use super::{Item, Place, Step, Table, write};
use crate::edit::Why;
use crate::format::toml::{dotted, push_comment, text};

/// Tables that are to be written: those of one name once, parents before what is in them.
#[derive(Debug, Default)]
pub(super) struct Sections<'e>(Vec<Section<'e>>);

#[derive(Debug)]
struct Section<'e> {
    path: Vec<&'e str>,
    kind: Kind<'e>,
    lines: Vec<Line<'e>>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Kind<'e> {
    /// `[path]`.
    Table,
    /// `[[path]]`, by the key and the text that tell it apart.
    Entry(&'e str, &'e str),
    /// `[[path]]`, by its number in its list.
    Numbered(usize),
}

#[derive(Debug)]
struct Line<'e> {
    keys: Vec<&'e str>,
    item: &'e Item,
    why: &'e Why,
}

/// The keys of a place as a section has them: the table, which of an array's it is, and the path within it.
fn split(place: &Place) -> Option<(Vec<&str>, Kind<'_>, Vec<&str>)> {
    let mut path = Vec::new();
    let mut steps = place.0.iter();
    for step in steps.by_ref() {
        match step {
            Step::Key(key) => path.push(key.as_ref()),
            Step::Entry { array, key, text } => {
                path.push(array.as_ref());
                let inside: Option<Vec<&str>> = steps
                    .map(|step| match step {
                        Step::Key(key) => Some(key.as_ref()),
                        Step::Entry { .. } => None,
                    })
                    .collect();
                return Some((path, Kind::Entry(key, text), inside.filter(|inside| !inside.is_empty())?));
            }
        }
    }
    let key = path.pop()?;
    Some((path, Kind::Table, vec![key]))
}

impl<'e> Sections<'e> {
    /// Whether there is nothing to write.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// A key has a value. Of two statements about a key the first counts. False where no table can hold it.
    pub(super) fn value(&mut self, place: &'e Place, item: &'e Item, why: &'e Why) -> bool {
        let Some((path, kind, keys)) = split(place) else { return false };
        let section = self.section(path, kind);
        if section.lines.iter().all(|line| line.keys != keys) {
            section.lines.push(Line { keys, item, why });
        }
        true
    }

    /// An array of tables has these. False where no table can hold it.
    pub(super) fn tables(&mut self, place: &'e Place, tables: &'e [Table], why: &'e Why) -> bool {
        let Some((mut path, Kind::Table, keys)) = split(place) else { return false };
        path.extend(keys);
        for (number, table) in tables.iter().enumerate() {
            self.numbered(path.clone(), number, table, why);
        }
        true
    }

    /// One more table of an array.
    pub(super) fn numbered(&mut self, path: Vec<&'e str>, number: usize, table: &'e Table, why: &'e Why) {
        let lines = table.iter().map(|(keys, item)| Line { keys: keys.iter().map(AsRef::as_ref).collect(), item, why });
        let lines = lines.collect();
        let section = self.section(path, Kind::Numbered(number));
        if section.lines.is_empty() {
            section.lines = lines;
        }
    }

    fn section(&mut self, path: Vec<&'e str>, kind: Kind<'e>) -> &mut Section<'e> {
        let known = self.0.iter().position(|section| section.path == path && section.kind == kind);
        let at = known.unwrap_or_else(|| {
            let at = self.place(&path);
            self.0.insert(at, Section { path, kind, lines: Vec::new() });
            at
        });
        &mut self.0[at]
    }

    /// Where a new table goes: before the first that is in it, behind the last that shares its first two keys or, at
    /// least, its parent; tables that belong together stand together.
    fn place(&self, path: &[&str]) -> usize {
        if let Some(child) = self.0.iter().position(|section| section.path.starts_with(path) && section.path != path) {
            return child;
        }
        let parent = path.get(..path.len().saturating_sub(1)).unwrap_or_default();
        let akin = |section: &Section<'_>| !parent.is_empty() && section.path.starts_with(parent);
        self.0.iter().rposition(akin).or_else(|| self.0.iter().rposition(|section| section.path == path)).map_or_else(
            // A document's own keys can only stand before its tables.
            || if path.is_empty() { 0 } else { self.0.len() },
            |last| last + 1,
        )
    }

    /// Writes them with blank lines between, and one before the first if asked to.
    pub(super) fn push(&self, out: &mut String, eol: &str, mut blank: bool, reasons: bool) {
        let mut said = "";
        for section in &self.0 {
            if blank {
                out.push_str(eol);
            }
            blank = true;
            // A reason stands for the whole array of tables that one statement asks for.
            let whole = matches!(section.kind, Kind::Numbered(_));
            if !matches!(section.kind, Kind::Numbered(1..)) {
                said = "";
            }
            if let Some(line) = section.lines.first().filter(|line| whole && reasons && line.why.reason != said) {
                said = &line.why.reason;
                push_comment(out, said, eol);
            }
            section.push_header(out, eol);
            for line in &section.lines {
                if reasons && line.why.reason != said {
                    said = &line.why.reason;
                    push_comment(out, said, eol);
                }
                push_line(out, &line.keys, line.item, eol);
            }
        }
    }
}

impl Section<'_> {
    fn push_header(&self, out: &mut String, eol: &str) {
        let path = || dotted(self.path.iter().copied());
        match self.kind {
            Kind::Table if self.path.is_empty() => {}
            Kind::Table => out.extend(["[", &path(), "]", eol]),
            Kind::Numbered(_) => out.extend(["[[", &path(), "]]", eol]),
            Kind::Entry(key, id) => {
                out.extend(["[[", &path(), "]]", eol]);
                if self.lines.iter().all(|line| line.keys != [key]) {
                    out.extend([&dotted([key]), " = ", &text(id), eol]);
                }
            }
        }
    }
}

/// Writes `keys = item`.
pub(super) fn push_line(out: &mut String, keys: &[&str], item: &Item, eol: &str) {
    out.extend([&dotted(keys.iter().copied()), " = ", &write::item(item, eol), eol]);
}
