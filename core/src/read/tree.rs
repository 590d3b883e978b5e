use crate::diagnostic::{Path, Segment};
use serde_json::Value;
use std::collections::BTreeMap;
use std::ops::Range;

/// A text as a tree, and where its parts are.
pub(super) struct Tree {
    pub value: Value,
    pub places: Places,
}

/// What is wrong with a text's grammar.
pub(super) struct SyntaxFault {
    pub message: String,
    pub at: Range<usize>,
}

/// Where the parts of a text are.
#[derive(Debug)]
pub(super) enum Places {
    /// Nowhere: the text was not read.
    None,
    /// Everything is at one place: the fault of grammar.
    At(Range<usize>),
    /// In a TOML document.
    Toml(Box<toml_edit::Document<String>>),
    /// At these bytes: the parts, and their keys.
    Known { spans: BTreeMap<Path, Range<usize>>, keys: BTreeMap<Path, Range<usize>> },
}

impl Places {
    /// The bytes of a part's key; of the part where it has none.
    pub(super) fn key(&self, path: &Path) -> Option<Range<usize>> {
        match (self, path.0.last()) {
            (Self::Toml(document), Some(Segment::Key(key))) => {
                toml_key(document.as_table(), &path.0, key).or_else(|| self.span(path))
            }
            (Self::Known { keys, .. }, _) => keys.get(path).cloned().or_else(|| self.span(path)),
            _ => self.span(path),
        }
    }

    pub(super) fn span(&self, path: &Path) -> Option<Range<usize>> {
        match self {
            Self::None => None,
            Self::At(range) => Some(range.clone()),
            Self::Toml(document) => toml_span(document, path),
            Self::Known { spans, .. } => {
                let mut path = path.clone();
                while !path.is_root() {
                    if let Some(span) = spans.get(&path) {
                        return Some(span.clone());
                    }
                    path = path.parent();
                }
                None
            }
        }
    }
}

/// Walks as far as the document goes; what it passed last is the nearest parent.
fn toml_span(document: &toml_edit::Document<String>, path: &Path) -> Option<Range<usize>> {
    let mut item: Option<&toml_edit::Item> = None;
    let mut value: Option<&toml_edit::Value> = None;
    let mut nearest = None;
    for (number, segment) in path.0.iter().enumerate() {
        match segment {
            Segment::Key(key) => {
                let table: Option<&dyn toml_edit::TableLike> = match (value, item) {
                    (Some(value), _) => value.as_inline_table().map(|table| table as _),
                    (None, Some(item)) => item.as_table_like(),
                    (None, None) if number == 0 => Some(document.as_table()),
                    (None, None) => None,
                };
                let Some((found_key, found)) = table.and_then(|table| table.get_key_value(key)) else { break };
                let key_span = found_key.span();
                let value_span = found.as_value().and_then(toml_edit::Value::span);
                nearest = value_span.or(key_span).or(found.span()).or(nearest);
                (item, value) = (Some(found), None);
            }
            Segment::Index(index) => {
                let of_tables = item.filter(|_| value.is_none()).and_then(toml_edit::Item::as_array_of_tables);
                if let Some(table) = of_tables.and_then(|tables| tables.get(*index)) {
                    nearest = table.span().or(nearest);
                    let Some(next) = step_into_table(table, path.0.get(number + 1..).unwrap_or_default()) else {
                        break;
                    };
                    return next.or(nearest);
                }
                let array = match (value, item) {
                    (Some(value), _) => value.as_array(),
                    (None, Some(item)) => item.as_array(),
                    (None, None) => None,
                };
                let Some(found) = array.and_then(|array| array.get(*index)) else { break };
                nearest = found.span().or(nearest);
                value = Some(found);
            }
        }
    }
    nearest
}

/// The rest of a path inside a table of an array; nothing where it names nothing there.
fn step_into_table(table: &toml_edit::Table, rest: &[Segment]) -> Option<Option<Range<usize>>> {
    let Some((Segment::Key(key), rest)) = rest.split_first() else { return None };
    let (found_key, found) = table.get_key_value(key)?;
    let own = found.as_value().and_then(toml_edit::Value::span).or(found_key.span());
    let mut value = found.as_value();
    let mut span = own;
    for segment in rest {
        let next = match (segment, value) {
            (Segment::Index(index), Some(value)) => value.as_array().and_then(|array| array.get(*index)),
            (Segment::Key(key), Some(value)) => value.as_inline_table().and_then(|table| table.get(key)),
            (_, None) => None,
        };
        match next {
            Some(next) => {
                span = next.span().or(span);
                value = Some(next);
            }
            None => break,
        }
    }
    Some(span)
}

/// The key that a path ends with, in the table that it leads to.
fn toml_key(root: &toml_edit::Table, path: &[Segment], key: &str) -> Option<Range<usize>> {
    let (_, way) = path.split_last()?;
    let mut table: &dyn toml_edit::TableLike = root;
    let mut way = way.iter();
    while let Some(segment) = way.next() {
        let Segment::Key(name) = segment else { return None };
        let item = table.get(name)?;
        table = match item.as_array_of_tables() {
            Some(tables) => match way.next()? {
                Segment::Index(index) => tables.get(*index)?,
                Segment::Key(_) => return None,
            },
            None => item.as_table_like()?,
        };
    }
    table.get_key_value(key)?.0.span()
}
