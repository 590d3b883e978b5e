use crate::designer::model::Model;
use crate::designer::screen::form::shown;
use serde_json::{Map, Value, json};
use std::collections::HashSet;
use wso2_design_core::check;
use wso2_design_core::diagnostic::{Fix, Path, Severity};
use wso2_design_core::form::{Field, Kind};
use wso2_design_core::read::{self, read};
use wso2_design_core::value::SecretValues;

/// A question that is being answered: a setting, or the cell of a table.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    /// What is asked.
    pub(crate) field: Field,
    /// What its answer is a part of.
    pub(crate) of: Part,
}

/// What an answer is a part of.
#[derive(Debug, Clone)]
pub(crate) enum Part {
    /// Of the design.
    Design,
    /// Of rows that nobody said yet: they are said together with the answer.
    Rows(Path, Vec<Value>),
    /// Of names with a text each: the whole of them, and which is asked for.
    Pairs(Path, Vec<(String, Value)>, Pair),
}

/// A part of a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pair {
    /// Its name.
    Name(usize),
    /// Its text.
    Text(usize),
    /// A new one, as `name = text`.
    New,
}

impl Asked {
    pub(crate) fn of(field: Field) -> Self {
        Self { field, of: Part::Design }
    }

    /// The change that gives this answer; nothing takes the answer back.
    pub(crate) fn fix(&self, value: Value) -> Fix {
        let fix = Fix::unsafe_(self.title(&value));
        match &self.of {
            Part::Design => fix.set(self.field.path.clone(), value),
            Part::Rows(list, rows) => {
                fix.set(list.clone(), Value::Array(rows.clone())).set(self.field.path.clone(), value)
            }
            Part::Pairs(path, pairs, part) => fix.set(path.clone(), with_pair(pairs, *part, value)),
        }
    }

    /// The change that takes one of the choices. What was answered below another choice stays where it fits below this one.
    pub(crate) fn choose(&self, model: &Model, value: &Value) -> Option<Fix> {
        let plain = self.fix(value.clone());
        let (Some((word, _)), Some(said)) = (single(value), &self.field.said) else { return Some(plain) };
        match single(said) {
            Some((same, _)) if same == word => None,
            Some((_, inside)) if inside.as_object().is_some_and(|inside| !inside.is_empty()) => {
                let kept = self.fix(json!({ word: inside }));
                let text = read::apply(model.draft.text(), model.draft.syntax(), &[&kept]).ok()?;
                let notes = read(&text, model.draft.syntax()).notes;
                let about = |path: &Path| path.0.starts_with(&self.field.path.0);
                Some(if notes.iter().any(|note| note.at.iter().any(about)) { plain } else { kept })
            }
            _ => Some(plain),
        }
    }

    /// The first thing that would be wrong with an answer and is not wrong now.
    pub(crate) fn trouble(&self, model: &Model, text: &str) -> Option<(Severity, String)> {
        let fix = self.fix(self.field.kind.value(text));
        let text = match read::apply(model.draft.text(), model.draft.syntax(), &[&fix]) {
            Ok(text) => text,
            Err(why) => return Some((Severity::Error, why.to_string())),
        };
        let document = read(&text, model.draft.syntax());
        let known: HashSet<&str> = model.judged.notes.iter().map(|note| note.message.as_str()).collect();
        let notes = check(&document, SecretValues::default()).notes;
        let new = notes.into_iter().find(|note| !known.contains(note.message.as_str()));
        new.map(|note| (note.severity, note.message))
    }

    /// The change in words: what undo takes back.
    fn title(&self, value: &Value) -> String {
        match value {
            Value::Null => format!("{}: no answer of its own", self.field.label),
            _ if self.field.kind == Kind::Secret => format!("{}: changed", self.field.label),
            value => format!("{}: {}", self.field.label, shown(value, &self.field.kind)),
        }
    }
}

/// The one key of a table, and what is below it.
fn single(value: &Value) -> Option<(&str, &Value)> {
    let table = value.as_object()?;
    let (word, inside) = table.iter().next()?;
    (table.len() == 1).then_some((word, inside))
}

fn with_pair(pairs: &[(String, Value)], part: Pair, value: Value) -> Value {
    let text = value.as_str().unwrap_or_default();
    let mut pairs = pairs.to_vec();
    match part {
        Pair::New => {
            let (name, text) = pair(text);
            if !name.is_empty() {
                pairs.push((name.to_owned(), text.into()));
            }
        }
        Pair::Name(at) if text.is_empty() => drop((at < pairs.len()).then(|| pairs.remove(at))),
        Pair::Name(at) => pairs.iter_mut().skip(at).take(1).for_each(|(name, _)| text.clone_into(name)),
        Pair::Text(at) => pairs.iter_mut().skip(at).take(1).for_each(|(_, old)| *old = text.into()),
    }
    table(pairs)
}

/// `name = text`, `name: text` or `name text`.
pub(crate) fn pair(line: &str) -> (&str, &str) {
    let by = |mark: char| line.split_once(mark);
    let (name, text) =
        by('=').or_else(|| by(':')).or_else(|| line.trim().split_once([' ', '\t'])).unwrap_or((line, ""));
    (name.trim(), text.trim())
}

/// Names with a text each as the design has them; none at all takes the answer back.
pub(crate) fn table(pairs: Vec<(String, Value)>) -> Value {
    if pairs.is_empty() { Value::Null } else { Value::Object(pairs.into_iter().collect::<Map<_, _>>()) }
}
