//! The questions of a design, asked once: for the terminal, for the page, and for plain prompts.
//!
//! What there is to ask is read from the design's own schema, so a new setting is a new question everywhere, without a line
//! of any front end. What this room adds is the order ([`steps`]), the choices that hang on product and pattern ([`choices`]),
//! and what need not be asked at all ([`shown`]).

mod choices;
mod fill;
mod paste;
mod rows;
mod sheet;
mod shown;
mod steps;

pub use paste::pasted;
pub use rows::{begun, cell, duplicate, insert, paste, remove, shift, twin};

use crate::diagnostic::{Diagnostic, Fix, Path};
use crate::edit::MASK;
use crate::plan::Plan;
use crate::value::AddressRange;
use serde::Serialize;
use serde_json::Value;

/// Every question that a design has now, with what was said and what holds otherwise.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Form {
    /// The steps, in the order in which a person takes them. None depends on a later one.
    pub steps: Vec<Step>,
}

/// Questions that belong together.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Step {
    /// Its key: stable, for links.
    pub key: &'static str,
    /// Its title.
    pub title: &'static str,
    /// What it decides, in a sentence.
    pub about: &'static str,
    /// Its questions.
    pub fields: Vec<Field>,
}

/// One question.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Field {
    /// Where the answer goes.
    pub path: Path,
    /// What is asked, in a word or two.
    pub label: String,
    /// What it is, in a sentence.
    pub help: String,
    /// How it is answered.
    pub kind: Kind,
    /// What was said, whether or not it is good.
    pub said: Option<Value>,
    /// What holds where nothing is said; of a secret never its text.
    pub usual: Option<Value>,
    /// Whether a design without it is none.
    pub required: bool,
    /// How deep it is inside another question, from 0.
    pub depth: u8,
    /// What is wrong with it: places in the list of findings, the worst first.
    pub notes: Vec<usize>,
}

/// How a question is answered.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub enum Kind {
    /// By a text.
    Text,
    /// By a reference to a secret, such as `env:NAME`; what is said is not shown.
    Secret,
    /// By a whole number within bounds.
    #[serde(rename_all = "camelCase")]
    Number {
        /// The least.
        least: i64,
        /// The most.
        most: i64,
    },
    /// By yes or no.
    Switch,
    /// By one of these. `said` may hold more than the choice's own value: the answers below it.
    Choice(Vec<Choice>),
    /// By a list of texts.
    Texts,
    /// By names with a text each.
    Pairs,
    /// By rows of a table; each cell is a question of its own, at `path[row].key`.
    Rows(Vec<Column>),
}

/// One of several answers.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Choice {
    /// The value that stands in the design.
    pub value: Value,
    /// What it is called.
    pub label: String,
    /// What it means.
    pub help: String,
}

/// A column of a table of rows.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Column {
    /// The key in each row.
    pub key: String,
    /// What is asked.
    pub label: String,
    /// What it is.
    pub help: String,
    /// How it is answered.
    pub kind: Kind,
}

/// The form of a design: its tree as it was read, what was decided from it if anything could be, and what was found.
pub fn form(tree: &Value, plan: Option<&Plan>, notes: &[Diagnostic]) -> Form {
    fill::form(tree, plan, notes)
}

impl Kind {
    /// The value that a person's text stands for; an empty one takes the answer back. A text that is no answer of this kind
    /// is kept as it is: reading the design says what is wrong with it.
    pub fn value(&self, text: &str) -> Value {
        let text = text.trim();
        match self {
            _ if text.is_empty() => Value::Null,
            Self::Number { .. } => text.parse::<i64>().map_or_else(|_| text.into(), Value::from),
            Self::Switch => match text {
                "yes" | "true" | "on" => true.into(),
                "no" | "false" | "off" => false.into(),
                other => other.into(),
            },
            Self::Texts => texts(text),
            Self::Text | Self::Secret | Self::Choice(_) | Self::Pairs | Self::Rows(_) => text.into(),
        }
    }
}

/// A list of texts. A range of addresses stands for itself; beside other addresses it stands for each of its own.
fn texts(text: &str) -> Value {
    let items: Vec<&str> = text.split([',', '\n']).map(str::trim).filter(|it| !it.is_empty()).collect();
    let range = |item: &str| item.parse::<AddressRange>().ok();
    match items.as_slice() {
        [] => Value::Null,
        [one] if range(one).is_some() => (*one).into(),
        several => {
            let each = |item: &&str| match range(item) {
                Some(range) => range.addresses().map(|address| Value::from(address.to_string())).collect(),
                None => vec![Value::from(*item)],
            };
            several.iter().flat_map(each).collect()
        }
    }
}

impl Field {
    /// The change that gives this answer; none where it was given already. A choice that is said stays with the answers below it.
    pub fn answer(&self, value: Value) -> Fix {
        let fix = Fix::unsafe_(format!("set {}", self.label.to_lowercase()));
        let offered =
            || matches!(&self.kind, Kind::Choice(choices) if choices.iter().any(|choice| choice.value == value));
        match &self.said {
            None if value.is_null() => fix,
            Some(said) if *said == value || (offered() && word(said) == word(&value)) => fix,
            _ => fix.set(self.path.clone(), value),
        }
    }

    /// Whether what is said is not shown: a secret that is said itself, a URL with a password in it.
    pub fn is_hidden(&self) -> bool {
        self.said.as_ref().and_then(Value::as_str).is_some_and(|said| said.contains(MASK))
    }

    /// Which of the choices was said, or else holds.
    pub fn chosen(&self) -> Option<usize> {
        let Kind::Choice(choices) = &self.kind else { return None };
        let value = self.said.as_ref().or(self.usual.as_ref())?;
        choices.iter().position(|choice| word(&choice.value) == word(value))
    }
}

/// The word of a choice: a text, or the one key of a table.
fn word(value: &Value) -> Option<&str> {
    match value {
        Value::String(word) => Some(word),
        Value::Object(table) => table.keys().next().map(String::as_str),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
