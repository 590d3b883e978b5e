//! Where a place is in a file, however its keys are spelled: with headers, dots or braces.

use super::{Place, Step};
use crate::edit::Trouble;
use toml_edit::{ArrayOfTables, InlineTable, Item, Key, Table, Value};

/// What a file has at a place.
pub(super) enum Spot<'d> {
    /// A key with a value.
    Value(Stands<'d>, &'d Value),
    /// A table that is no value: with a header, or made of dotted keys.
    Table(&'d Table),
    /// An array of tables with headers.
    Tables(&'d ArrayOfTables),
    /// One table of an array that is a value.
    Element,
    /// Nothing; it would stand here.
    Gap(Gap<'d>),
}

/// What a key of a value stands in.
pub(super) enum Stands<'d> {
    /// On lines of its own.
    Lines(&'d Key),
    /// In braces; the outermost table in them.
    Braces(&'d InlineTable),
}

/// Where something that is not there would stand.
pub(super) enum Gap<'d> {
    /// On a line behind the others of the document or of a table with a header, under these keys.
    Body {
        /// The document or the table.
        table: &'d Table,
        /// The keys within it.
        keys: Vec<String>,
        /// Whether a header of its own behind the others would do as well.
        header: bool,
    },
    /// In the braces of a table, under these keys.
    Braces(&'d InlineTable, Vec<String>),
    /// In a table that is not there.
    Section,
    /// Nowhere: what it would be a table of is an array in brackets, or within one table of an array.
    Nowhere,
}

/// A table on the way.
#[derive(Clone)]
enum Here<'d> {
    /// The document, or a table with a header.
    Header(&'d Table),
    /// A table of which only tables inside have headers.
    Implicit(&'d Table),
    /// A table that dotted keys made.
    Dotted(&'d Table),
    /// A table in braces.
    Inline(&'d InlineTable),
}

/// The way into a document.
#[derive(Clone)]
pub(super) struct Walk<'d> {
    here: Here<'d>,
    /// The document, or the nearest table with a header.
    body: &'d Table,
    /// The keys from the body to here, or from the outermost braces.
    keys: Vec<String>,
    /// The outermost braces around here.
    braces: Option<&'d InlineTable>,
    /// Whether a table of an array is on the way: a header behind others would belong to another of them.
    in_entry: bool,
}

impl<'d> Walk<'d> {
    /// Begins at a document.
    pub(super) fn document(root: &'d Table) -> Self {
        Self { here: Here::Header(root), body: root, keys: Vec::new(), braces: None, in_entry: false }
    }

    /// Begins at one table of an array of tables.
    pub(super) fn entry(table: &'d Table) -> Self {
        Self { in_entry: true, ..Self::document(table) }
    }

    /// What is at a place.
    pub(super) fn find(mut self, place: &Place) -> Result<Spot<'d>, Trouble> {
        let Some((last, way)) = place.0.split_last() else {
            return Err(Trouble::Missing { place: place.to_string() });
        };
        for (number, step) in way.iter().enumerate() {
            let part = || Place(place.0.iter().take(number + 1).cloned().collect()).to_string();
            if !self.step(step, part)? {
                return Ok(Spot::Gap(self.gap(&place.0[number..])));
            }
        }
        match last {
            Step::Key(key) => Ok(match self.get(key) {
                None => Spot::Gap(self.gap(&place.0[way.len()..])),
                Some((key, Item::Value(value))) => Spot::Value(self.stands(key), value),
                Some((_, Item::Table(table))) => Spot::Table(table),
                Some((_, Item::ArrayOfTables(tables))) => Spot::Tables(tables),
                Some((_, Item::None)) => Spot::Gap(self.gap(&place.0[way.len()..])),
            }),
            Step::Entry { array, key, text } => Ok(match self.get(array).map(|(_, item)| item) {
                Some(Item::ArrayOfTables(tables)) => {
                    tables.iter().find(|table| has(table.get(key), text)).map_or(Spot::Gap(Gap::Section), Spot::Table)
                }
                Some(Item::Value(Value::Array(values))) if values.iter().any(|value| has_inline(value, key, text)) => {
                    Spot::Element
                }
                _ => Spot::Gap(Gap::Section),
            }),
        }
    }

    fn stands(&self, key: &'d Key) -> Stands<'d> {
        self.braces.map_or(Stands::Lines(key), Stands::Braces)
    }

    fn get(&self, key: &str) -> Option<(&'d Key, &'d Item)> {
        match self.here {
            Here::Header(table) | Here::Implicit(table) | Here::Dotted(table) => table.get_key_value(key),
            Here::Inline(table) => table.get_key_value(key),
        }
    }

    /// Goes into what a step names; false where it is not there.
    fn step(&mut self, step: &Step, part: impl Fn() -> String) -> Result<bool, Trouble> {
        match step {
            Step::Key(key) => match self.get(key).map(|(_, item)| item) {
                None | Some(Item::None) => return Ok(false),
                Some(Item::Table(table)) => self.enter(key, table),
                Some(Item::Value(Value::InlineTable(table))) => self.enter_braces(key, table),
                Some(Item::Value(_) | Item::ArrayOfTables(_)) => return Err(Trouble::NoTable { place: part() }),
            },
            Step::Entry { array, key, text } => match self.get(array).map(|(_, item)| item) {
                None | Some(Item::None) => return Ok(false),
                Some(Item::ArrayOfTables(tables)) => {
                    let Some(table) = tables.iter().find(|table| has(table.get(key), text)) else { return Ok(false) };
                    *self = Self::entry(table);
                }
                Some(Item::Value(Value::Array(values))) => {
                    let found = values.iter().find(|value| has_inline(value, key, text));
                    let Some(Value::InlineTable(table)) = found else { return Ok(false) };
                    self.braces = None;
                    self.enter_braces("", table);
                }
                Some(Item::Value(_) | Item::Table(_)) => return Err(Trouble::NoTable { place: part() }),
            },
        }
        Ok(true)
    }

    fn enter(&mut self, key: &str, table: &'d Table) {
        self.keys.push(key.to_owned());
        self.here = if table.is_dotted() {
            Here::Dotted(table)
        } else if table.is_implicit() {
            Here::Implicit(table)
        } else {
            self.body = table;
            self.keys.clear();
            Here::Header(table)
        };
    }

    fn enter_braces(&mut self, key: &str, table: &'d InlineTable) {
        // Dotted keys in braces make tables that have no braces of their own.
        if self.braces.is_none() || !table.is_dotted() {
            self.braces = Some(table);
            self.keys.clear();
        } else {
            self.keys.push(key.to_owned());
        }
        self.here = Here::Inline(table);
    }

    /// Where the rest of a place would stand, from the first step that is not there.
    fn gap(&self, rest: &[Step]) -> Gap<'d> {
        let inside: Option<Vec<&str>> = rest
            .iter()
            .map(|step| match step {
                Step::Key(key) => Some(key.as_ref()),
                Step::Entry { .. } => None,
            })
            .collect();
        let Some(inside) = inside else {
            let Some(Step::Entry { array, .. }) = rest.first() else { return Gap::Section };
            let header = matches!(self.here, Here::Header(_) | Here::Implicit(_)) && !self.in_entry;
            return match self.get(array).map(|(_, item)| item) {
                None | Some(Item::ArrayOfTables(_)) if header => Gap::Section,
                _ => Gap::Nowhere,
            };
        };
        let keys: Vec<String> =
            self.keys.iter().map(String::as_str).chain(inside.iter().copied()).map(str::to_owned).collect();
        let header = !self.in_entry;
        match self.here {
            Here::Inline(table) => Gap::Braces(self.braces.unwrap_or(table), keys),
            Here::Dotted(_) => Gap::Body { table: self.body, keys, header: false },
            Here::Header(_) | Here::Implicit(_) if self.in_entry => Gap::Body { table: self.body, keys, header },
            Here::Header(_) if inside.len() == 1 => Gap::Body { table: self.body, keys, header },
            Here::Header(_) | Here::Implicit(_) => Gap::Section,
        }
    }
}

fn has(item: Option<&Item>, text: &str) -> bool {
    item.and_then(Item::as_str) == Some(text)
}

fn has_inline(value: &Value, key: &str, text: &str) -> bool {
    value.as_inline_table().and_then(|table| table.get(key)).and_then(Value::as_str) == Some(text)
}
