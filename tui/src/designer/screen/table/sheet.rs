use crate::designer::model::Model;
use crate::designer::overlay::asked::{Asked, Pair, Part, table};
use serde_json::{Value, json};
use std::borrow::Cow;
use wso2_design_core::diagnostic::{Diagnostic, Fix, Path, Segment};
use wso2_design_core::form::{Column, Field, Kind, begun};

/// A list as a table.
pub(crate) struct Sheet<'m> {
    /// The question that the table answers.
    pub(crate) field: &'m Field,
    pub(crate) columns: Cow<'m, [Column]>,
    pub(crate) rows: Cow<'m, [Value]>,
    /// How many of the rows somebody said, the first ones; the others are what holds.
    pub(crate) own: usize,
}

/// The list that is edited.
pub(crate) fn sheet(model: &Model) -> Option<Sheet<'_>> {
    let place = model.table.list.as_ref();
    let nodes = [Segment::Key(Cow::Borrowed("nodes"))];
    let place = place.map_or(nodes.as_slice(), |path| path.0.as_slice());
    let field = model.judged.form.steps.iter().flat_map(|step| &step.fields).find(|field| field.path.0 == place)?;
    let (columns, rows, own) = match &field.kind {
        Kind::Rows(columns) => {
            let rows = field.said.as_ref().or(field.usual.as_ref()).and_then(Value::as_array);
            let rows = rows.map_or(&[][..], Vec::as_slice);
            let own = if field.said.is_some() { rows.len() } else { 0 };
            (Cow::Borrowed(columns.as_slice()), Cow::Borrowed(rows), own)
        }
        Kind::Pairs => {
            let table =
                |value: &'_ Option<Value>| value.as_ref().and_then(Value::as_object).cloned().unwrap_or_default();
            let (said, usual) = (table(&field.said), table(&field.usual));
            let others = usual.into_iter().filter(|(name, _)| !said.contains_key(name)).collect::<Vec<_>>();
            let own = said.len();
            let all = said.into_iter().chain(others);
            let rows: Vec<Value> = all.map(|(name, text)| json!({ "name": name, "text": text })).collect();
            (Cow::Owned(pair_columns()), Cow::Owned(rows), own)
        }
        _ => return None,
    };
    Some(Sheet { field, columns, rows, own })
}

fn pair_columns() -> Vec<Column> {
    let column = |key: &str, label: &str, help: &str| Column {
        key: key.to_owned(),
        label: label.to_owned(),
        help: help.to_owned(),
        kind: Kind::Text,
    };
    vec![column("name", "Name", "What is set."), column("text", "Text", "What it is set to.")]
}

fn pair_of(row: &Value) -> (String, Value) {
    let text = |key: &str| row.get(key).cloned().unwrap_or_else(|| "".into());
    (text("name").as_str().unwrap_or_default().to_owned(), text("text"))
}

impl Sheet<'_> {
    /// Whether the table is names with a text each.
    pub(crate) fn is_pairs(&self) -> bool {
        self.field.kind == Kind::Pairs
    }

    /// Whether somebody said a row.
    pub(crate) fn is_said(&self, row: usize) -> bool {
        row < self.own
    }

    /// The names with their texts, as far as they were said.
    pub(crate) fn pairs(&self) -> Vec<(String, Value)> {
        self.rows.iter().take(self.own).map(pair_of).collect()
    }

    /// The question of a cell.
    pub(crate) fn cell(&self, row: usize, column: usize) -> Option<Asked> {
        let (at, column) = (row, self.columns.get(column)?);
        let row = self.rows.get(at)?;
        let value = row.get(&column.key).filter(|value| !value.is_null()).cloned();
        let list = self.field.path.clone();
        let (path, of) = if self.is_pairs() {
            // Of those that nobody said only the one that is changed is said.
            let mut pairs = self.pairs();
            let place = at.min(pairs.len());
            pairs.extend((!self.is_said(at)).then(|| pair_of(row)));
            let part = if column.key == "name" { Pair::Name(place) } else { Pair::Text(place) };
            (list.clone(), Part::Pairs(list, pairs, part))
        } else if self.is_said(at) {
            (list.index(at).key(column.key.clone()), Part::Design)
        } else {
            let rows = self.rows.iter().map(begun).collect();
            (list.clone().index(at).key(column.key.clone()), Part::Rows(list, rows))
        };
        let (said, usual) = if self.is_said(at) { (value, None) } else { (None, value) };
        let field = Field {
            path,
            label: format!("{} of row {}", column.label, at + 1),
            help: column.help.clone(),
            kind: column.kind.clone(),
            said,
            usual,
            required: false,
            depth: 0,
            notes: Vec::new(),
        };
        Some(Asked { field, of })
    }

    /// The rows to change: those that were said, or the beginning of one for each that holds.
    pub(crate) fn to_change(&self) -> Vec<Value> {
        match self.is_pairs() || self.own > 0 {
            true => self.rows.iter().take(self.own).cloned().collect(),
            false => self.rows.iter().map(begun).collect(),
        }
    }

    /// The change that makes these the rows.
    pub(crate) fn with(&self, title: String, rows: Vec<Value>) -> Fix {
        let value = if self.is_pairs() {
            table(rows.iter().map(pair_of).collect())
        } else if rows.is_empty() {
            Value::Null
        } else {
            Value::Array(rows)
        };
        Fix::unsafe_(title).set(self.field.path.clone(), value)
    }

    /// What was found about a row, and where inside it; of the row as a whole the place is none.
    pub(crate) fn notes_of<'n>(&self, model: &'n Model, row: usize) -> Vec<(&'n Diagnostic, Option<&'n str>)> {
        let list = &self.field.path.0;
        let inside = |path: &'n Path| match path.0.strip_prefix(list.as_slice())? {
            [Segment::Index(at), rest @ ..] if *at == row => Some(match rest.first() {
                Some(Segment::Key(key)) => Some(key.as_ref()),
                _ => None,
            }),
            _ => None,
        };
        let notes = model.judged.notes.iter();
        notes.flat_map(|note| note.at.iter().filter_map(inside).map(move |at| (note, at))).collect()
    }
}
