//! Writes whole documents: keys, values and remarks, as readers of YAML 1.1 and 1.2 take them alike.

use super::push_text;
use crate::format::one_line;
use std::borrow::Cow;
use std::fmt;

/// No line of ours is longer, but for a single long value.
const WIDTH: usize = 118;
const INDENT: usize = 2;

/// Keys and values, with remarks between them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Map {
    lines: Vec<Line<Pair>>,
}

/// Items, with remarks between them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct List {
    lines: Vec<Line<Value>>,
}

/// What stands at a key, or is an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A text: it is never read as anything else.
    Text(String),
    /// A whole number.
    Number(u64),
    /// A part of one, in hundredths.
    Hundredths(u8),
    /// Yes or no.
    Truth(bool),
    /// Keys and values.
    Map(Map),
    /// Items.
    List(List),
    /// The same on one line where it fits and nothing is remarked in it.
    Flow(Box<Value>),
    /// A value behind a local tag: `!Ref name`.
    Tagged(&'static str, Box<Value>),
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Line<T> {
    Blank,
    Remark(String),
    Entry(T),
}

/// A key and its value, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Pair {
    key: Cow<'static, str>,
    value: Value,
    why: Option<Cow<'static, str>>,
}

/// The text of a document.
pub fn write(map: &Map) -> String {
    joined(map_lines(map, 0))
}

/// The text of several documents, behind a remark about all.
pub fn documents(head: &str, all: &[Map]) -> String {
    let mut lines = Vec::new();
    remark(&mut lines, head, 0);
    for map in all {
        lines.push("---".to_owned());
        lines.extend(map_lines(map, 0));
    }
    joined(lines)
}

fn joined(lines: Vec<String>) -> String {
    lines.into_iter().fold(String::new(), |text, line| text + &line + "\n")
}

impl Map {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }

    /// A remark on lines of its own.
    pub fn say(&mut self, remark: impl Into<String>) {
        self.lines.push(Line::Remark(remark.into()));
    }

    /// An empty line, unless it would be the first or follow another one.
    pub fn gap(&mut self) {
        gap(&mut self.lines);
    }

    /// A key and its value.
    pub fn set(&mut self, key: impl Into<Cow<'static, str>>, value: impl Into<Value>) {
        self.pair(key.into(), value.into(), None);
    }

    /// The same, with the reason behind it.
    pub fn because(
        &mut self,
        key: impl Into<Cow<'static, str>>,
        value: impl Into<Value>,
        why: impl Into<Cow<'static, str>>,
    ) {
        self.pair(key.into(), value.into(), Some(why.into()));
    }

    /// A key with a map.
    pub fn map(&mut self, key: impl Into<Cow<'static, str>>, fill: impl FnOnce(&mut Self)) {
        self.set(key, map(fill));
    }

    /// A key with a list.
    pub fn list(&mut self, key: impl Into<Cow<'static, str>>, fill: impl FnOnce(&mut List)) {
        self.set(key, list(fill));
    }

    /// This with one more key.
    pub fn with(mut self, key: impl Into<Cow<'static, str>>, value: impl Into<Value>) -> Self {
        self.set(key, value);
        self
    }

    /// Everything of another map behind this one's own.
    pub fn append(&mut self, other: Self) {
        self.lines.extend(other.lines);
    }

    fn pair(&mut self, key: Cow<'static, str>, value: Value, why: Option<Cow<'static, str>>) {
        self.lines.push(Line::Entry(Pair { key, value, why }));
    }
}

impl List {
    /// A remark on lines of its own.
    pub fn say(&mut self, remark: impl Into<String>) {
        self.lines.push(Line::Remark(remark.into()));
    }

    /// An empty line, unless it would be the first or follow another one.
    pub fn gap(&mut self) {
        gap(&mut self.lines);
    }

    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// An item.
    pub fn add(&mut self, item: impl Into<Value>) {
        self.lines.push(Line::Entry(item.into()));
    }

    /// An item, with the reason above it.
    pub fn because(&mut self, item: impl Into<Value>, why: impl Into<String>) {
        self.say(why);
        self.add(item);
    }

    /// An item that is a map.
    pub fn map(&mut self, fill: impl FnOnce(&mut Map)) {
        self.add(map(fill));
    }
}

impl Value {
    /// A value by the text that it shows.
    pub fn text(value: &impl fmt::Display) -> Self {
        Self::Text(value.to_string())
    }

    /// A value behind a tag, named without its `!`.
    pub fn tagged(tag: &'static str, value: impl Into<Self>) -> Self {
        Self::Tagged(tag, Box::new(value.into()))
    }

    /// Texts on one line where they fit.
    pub fn texts(all: impl IntoIterator<Item = impl fmt::Display>) -> Self {
        Self::List(all.into_iter().map(|text| text.to_string()).collect()).flow()
    }

    /// On one line where it fits.
    pub fn flow(self) -> Self {
        Self::Flow(Box::new(self))
    }
}

/// A map as a value.
pub fn map(fill: impl FnOnce(&mut Map)) -> Value {
    let mut map = Map::new();
    fill(&mut map);
    Value::Map(map)
}

/// A list as a value.
pub fn list(fill: impl FnOnce(&mut List)) -> Value {
    let mut list = List::default();
    fill(&mut list);
    Value::List(list)
}

fn gap<T>(lines: &mut Vec<Line<T>>) {
    if !matches!(lines.last(), None | Some(Line::Blank)) {
        lines.push(Line::Blank);
    }
}

/// The lines of a map that stands this many characters from the left, without those.
fn map_lines(map: &Map, column: usize) -> Vec<String> {
    let mut out = Vec::new();
    for line in &map.lines {
        match line {
            Line::Blank => out.push(String::new()),
            Line::Remark(text) => remark(&mut out, text, column),
            Line::Entry(pair) => pair_lines(&mut out, pair, column),
        }
    }
    out
}

fn pair_lines(out: &mut Vec<String>, pair: &Pair, column: usize) {
    let mut line = String::new();
    push_text(&mut line, &pair.key);
    line.push(':');
    if let Some(value) = on_one_line(&pair.value, column + width(&line) + 1) {
        line.push(' ');
        line.push_str(&value);
        match pair.why.as_deref() {
            Some(why) if column + width(&line) + 4 + width(why) <= WIDTH => {
                line.push_str("  # ");
                line.push_str(&one_line(why));
            }
            Some(why) => remark(out, why, column),
            None => {}
        }
        out.push(line);
        return;
    }
    if let Some(why) = &pair.why {
        remark(out, why, column);
    }
    if let Value::Tagged(tag, _) = &pair.value {
        line.push_str(" !");
        line.push_str(tag);
    }
    out.push(line);
    out.extend(block(&pair.value, column + INDENT).into_iter().map(|line| indented(INDENT, line)));
}

fn list_lines(list: &List, column: usize) -> Vec<String> {
    let mut out = Vec::new();
    for line in &list.lines {
        match line {
            Line::Blank => out.push(String::new()),
            Line::Remark(text) => remark(&mut out, text, column),
            Line::Entry(item) => item_lines(&mut out, item, column),
        }
    }
    out
}

/// A dash and its item. What is remarked at the head of the item stands above the dash.
fn item_lines(out: &mut Vec<String>, item: &Value, column: usize) {
    if let Some(value) = on_one_line(item, column + INDENT) {
        out.push(format!("- {value}"));
        return;
    }
    if let Value::Tagged(tag, _) = item {
        out.push(format!("- !{tag}"));
        out.extend(block(item, column + INDENT).into_iter().map(|line| indented(INDENT, line)));
        return;
    }
    let mut dashed = false;
    for line in block(item, column + INDENT) {
        // Nothing but a remark begins so: texts that do are quoted.
        let above = line.is_empty() || line.starts_with('#');
        match dashed {
            true => out.push(indented(INDENT, line)),
            false if above => out.push(line),
            false => {
                out.push(format!("- {line}"));
                dashed = true;
            }
        }
    }
}

/// The lines of what does not fit on one.
fn block(value: &Value, column: usize) -> Vec<String> {
    match value {
        Value::Map(map) => map_lines(map, column),
        Value::List(list) => list_lines(list, column),
        Value::Flow(inner) | Value::Tagged(_, inner) => block(inner, column),
        Value::Text(_) | Value::Number(_) | Value::Hundredths(_) | Value::Truth(_) => {
            on_one_line(value, column).into_iter().collect()
        }
    }
}

/// A value behind its key or dash, if it can stand there.
fn on_one_line(value: &Value, column: usize) -> Option<String> {
    let mut out = String::new();
    match value {
        Value::Text(_) | Value::Number(_) | Value::Hundredths(_) | Value::Truth(_) => push_flow(&mut out, value),
        Value::Map(map) if map.lines.is_empty() => push_flow(&mut out, value),
        Value::List(list) if list.lines.is_empty() => push_flow(&mut out, value),
        Value::Flow(inner) if is_plain(inner) => {
            push_flow(&mut out, inner);
            if column + width(&out) > WIDTH {
                return None;
            }
        }
        Value::Tagged(_, inner) => {
            on_one_line(inner, column)?;
            push_flow(&mut out, value);
        }
        Value::Map(_) | Value::List(_) | Value::Flow(_) => return None,
    }
    Some(out)
}

/// Whether a value holds nothing but values: no remark, which would need a line of its own.
fn is_plain(value: &Value) -> bool {
    match value {
        Value::Map(map) => map.lines.iter().all(|line| match line {
            Line::Entry(pair) => pair.why.is_none() && is_plain(&pair.value),
            _ => false,
        }),
        Value::List(list) => list.lines.iter().all(|line| match line {
            Line::Entry(item) => is_plain(item),
            _ => false,
        }),
        Value::Flow(inner) | Value::Tagged(_, inner) => is_plain(inner),
        Value::Text(_) | Value::Number(_) | Value::Hundredths(_) | Value::Truth(_) => true,
    }
}

fn push_flow(out: &mut String, value: &Value) {
    match value {
        Value::Text(text) => push_text(out, text),
        Value::Number(number) => out.push_str(&number.to_string()),
        Value::Hundredths(part) => out.push_str(&format!("{}.{:02}", part / 100, part % 100)),
        Value::Truth(truth) => out.push_str(if *truth { "true" } else { "false" }),
        Value::Map(map) => {
            let pairs = map.lines.iter().filter_map(|line| match line {
                Line::Entry(pair) => Some(pair),
                _ => None,
            });
            out.push('{');
            for (number, pair) in pairs.enumerate() {
                out.push_str(if number > 0 { ", " } else { "" });
                push_text(out, &pair.key);
                out.push_str(": ");
                push_flow(out, &pair.value);
            }
            out.push('}');
        }
        Value::List(list) => {
            let items = list.lines.iter().filter_map(|line| match line {
                Line::Entry(item) => Some(item),
                _ => None,
            });
            out.push('[');
            for (number, item) in items.enumerate() {
                out.push_str(if number > 0 { ", " } else { "" });
                push_flow(out, item);
            }
            out.push(']');
        }
        Value::Flow(inner) => push_flow(out, inner),
        Value::Tagged(tag, inner) => {
            out.push('!');
            out.push_str(tag);
            out.push(' ');
            push_flow(out, inner);
        }
    }
}

/// A remark on lines of its own, wrapped between words. Control characters become blanks, so that it cannot end.
fn remark(out: &mut Vec<String>, text: &str, column: usize) {
    let room = WIDTH.saturating_sub(column);
    for paragraph in text.split('\n') {
        let mut line = String::from("#");
        for word in one_line(paragraph).split(' ').filter(|word| !word.is_empty()) {
            if line.len() > 1 && width(&line) + 1 + width(word) > room {
                out.push(std::mem::replace(&mut line, String::from("#")));
            }
            line.push(' ');
            line.push_str(word);
        }
        out.push(line);
    }
}

/// A line further to the right; one that is empty stays so.
fn indented(by: usize, line: String) -> String {
    if line.is_empty() { line } else { format!("{}{line}", " ".repeat(by)) }
}

fn width(text: &str) -> usize {
    text.chars().count()
}

mod from;

#[cfg(test)]
mod tests;
