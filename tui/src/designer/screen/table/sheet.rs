use crate::designer::asked::{Asked, Pair, Part, table};
use crate::designer::model::Model;
use serde_json::{Value, json};
use std::borrow::Cow;
use wso2_design_core::diagnostic::{Diagnostic, Fix, Path, Segment};
use wso2_design_core::form::{Column, Field, Kind};

/// A list as a table.
pub(crate) struct Sheet<'m> {
    /// The question that the table answers.
    pub(crate) field: &'m Field,
    pub(crate) columns: Cow<'m, [Column]>,
    pub(crate) rows: Cow<'m, [Value]>,
    /// Whether somebody said the rows; otherwise they are what holds.
    pub(crate) said: bool,
}

/// The list that is edited.
pub(crate) fn sheet(model: &Model) -> Option<Sheet<'_>> {
    let place = model.table.list.as_ref();
    let nodes = [Segment::Key(Cow::Borrowed("nodes"))];
    let place = place.map_or(nodes.as_slice(), |path| path.0.as_slice());
    let field = model.judged.form.steps.iter().flat_map(|step| &step.fields).find(|field| field.path.0 == place)?;
    let said = field.said.is_some();
    let value = field.said.as_ref().or(field.usual.as_ref());
    let (columns, rows) = match &field.kind {
        Kind::Rows(columns) => (
            Cow::Borrowed(columns.as_slice()),
            Cow::Borrowed(value.and_then(Value::as_array).map_or(&[][..], Vec::as_slice)),
        ),
        Kind::Pairs => {
            let table = value.and_then(Value::as_object).into_iter().flatten();
            (Cow::Owned(pair_columns()), table.map(|(name, text)| json!({ "name": name, "text": text })).collect())
        }
        _ => return None,
    };
    Some(Sheet { field, columns, rows, said })
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

impl Sheet<'_> {
    /// Whether the table is names with a text each.
    pub(crate) fn is_pairs(&self) -> bool {
        self.field.kind == Kind::Pairs
    }

    pub(crate) fn pairs(&self) -> Vec<(String, Value)> {
        let text = |row: &Value, key: &str| row.get(key).cloned().unwrap_or_default();
        self.rows
            .iter()
            .map(|row| (text(row, "name").as_str().unwrap_or_default().to_owned(), text(row, "text")))
            .collect()
    }

    /// The question of a cell.
    pub(crate) fn cell(&self, row: usize, column: usize) -> Option<Asked> {
        let (at, column) = (row, self.columns.get(column)?);
        let row = self.rows.get(at)?;
        let value = row.get(&column.key).filter(|value| !value.is_null()).cloned();
        let list = self.field.path.clone();
        let (path, of) = if self.is_pairs() {
            let part = if column.key == "name" { Pair::Name(at) } else { Pair::Text(at) };
            (list.clone(), Part::Pairs(list, self.pairs(), part))
        } else if self.said {
            (list.index(at).key(column.key.clone()), Part::Design)
        } else {
            let rows = self.rows.iter().map(|_| json!({})).collect();
            (list.clone().index(at).key(column.key.clone()), Part::Rows(list, rows))
        };
        let (said, usual) = if self.said { (value, None) } else { (None, value) };
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

    /// The rows to change: those that were said, or an empty one for each that holds.
    pub(crate) fn to_change(&self) -> Vec<Value> {
        if self.said || self.is_pairs() { self.rows.to_vec() } else { self.rows.iter().map(|_| json!({})).collect() }
    }

    /// The change that makes these the rows.
    pub(crate) fn with(&self, title: String, rows: Vec<Value>) -> Fix {
        let value = if self.is_pairs() {
            let text = |row: &Value, key: &str| row.get(key).cloned().unwrap_or_else(|| "".into());
            table(
                rows.iter()
                    .map(|row| (text(row, "name").as_str().unwrap_or_default().to_owned(), text(row, "text")))
                    .collect(),
            )
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
