use super::expression::{Key, Kind};
use super::tree::Item;
use super::{Body, Expression};
use crate::format::lines::{self, one_line, pad, width};
use std::fmt::Write as _;

/// No line of ours is longer, but for a single long text.
const WIDTH: usize = 118;
/// How many blanks a block is further in.
const STEP: usize = 2;

/// A file's text.
pub fn write(body: &Body) -> String {
    let mut out = String::new();
    items(&mut out, &body.items, 0);
    out
}

/// An attribute's line before its columns are known.
struct Line<'b> {
    name: String,
    value: String,
    why: Option<&'b str>,
}

fn items(out: &mut String, items: &[Item], indent: usize) {
    // Lines of one assignment each, in a row, have their `=` in one column, and their reasons.
    let mut run: Vec<Line<'_>> = Vec::new();
    for item in items {
        match item {
            Item::Attribute { name, value, why } => {
                assignment(out, &mut run, (*name).to_owned(), value, why.as_deref(), indent);
            }
            Item::Block { kind, labels, body } => {
                aligned(out, &mut run, indent);
                let labels: String = labels.iter().map(|label| format!(" {}", quoted(label))).collect();
                if body.items.is_empty() {
                    line(out, &format!("{kind}{labels} {{}}"), indent);
                } else {
                    line(out, &format!("{kind}{labels} {{"), indent);
                    self::items(out, &body.items, indent + STEP);
                    line(out, "}", indent);
                }
            }
            Item::Comment(text) => {
                aligned(out, &mut run, indent);
                comment(out, text, indent);
            }
            Item::Blank => {
                aligned(out, &mut run, indent);
                out.push('\n');
            }
        }
    }
    aligned(out, &mut run, indent);
}

/// One assignment: kept for its row where it is one line, written where it is several.
fn assignment<'b>(
    out: &mut String,
    run: &mut Vec<Line<'b>>,
    name: String,
    value: &Expression,
    why: Option<&'b str>,
    indent: usize,
) {
    let short = on_one_line(value);
    let fits = |short: &String| indent + width(&name) + 3 + width(short) <= WIDTH;
    let simple = matches!(value.0, Kind::Text(_) | Kind::Code(_));
    match short.filter(|short| simple || fits(short)) {
        Some(value) => {
            // A reason that is too long for its line stands above it, which ends the row.
            let long = why.is_some_and(|why| indent + width(&name) + 8 + width(&value) + width(why) > WIDTH);
            if let Some(why) = why.filter(|_| long) {
                aligned(out, run, indent);
                comment(out, why, indent);
            }
            run.push(Line { name, value, why: why.filter(|_| !long) });
        }
        None => {
            aligned(out, run, indent);
            if let Some(why) = why {
                comment(out, why, indent);
            }
            several(out, &format!("{name} = "), value, "", indent);
        }
    }
}

/// The row so far.
fn aligned(out: &mut String, run: &mut Vec<Line<'_>>, indent: usize) {
    let names = run.iter().map(|line| width(&line.name)).max().unwrap_or(0);
    // Reasons in a row have one column too.
    let mut start = 0;
    while start < run.len() {
        let reasoned = |line: &Line<'_>| line.why.is_some();
        let rest = run.get(start..).unwrap_or_default();
        let with = rest.first().is_some_and(reasoned);
        let count = rest.iter().take_while(|line| reasoned(line) == with).count();
        let values = rest.iter().take(count).map(|line| width(&line.value)).max().unwrap_or(0);
        for Line { name, value, why } in rest.iter().take(count) {
            let mut text = name.clone();
            pad(&mut text, names);
            let _ = write!(text, " = {value}");
            if let Some(why) = why {
                pad(&mut text, names + 3 + values);
                let _ = write!(text, " # {}", one_line(why));
            }
            line(out, &text, indent);
        }
        start += count;
    }
    run.clear();
}

/// A collection over several lines.
fn several(out: &mut String, before: &str, value: &Expression, after: &str, indent: usize) {
    match &value.0 {
        Kind::List(all) => {
            line(out, &format!("{before}["), indent);
            for item in all {
                match on_one_line(item).filter(|short| indent + STEP + width(short) < WIDTH || !is_collection(item)) {
                    Some(short) => line(out, &format!("{short},"), indent + STEP),
                    None => several(out, "", item, ",", indent + STEP),
                }
            }
            line(out, &format!("]{after}"), indent);
        }
        Kind::Object(pairs) => {
            line(out, &format!("{before}{{"), indent);
            let mut run = Vec::new();
            for (key, value) in pairs {
                assignment(out, &mut run, key.to_source(), value, None, indent + STEP);
            }
            aligned(out, &mut run, indent + STEP);
            line(out, &format!("}}{after}"), indent);
        }
        Kind::Text(_) | Kind::Code(_) => {
            line(out, &format!("{before}{}{after}", on_one_line(value).unwrap_or_default()), indent);
        }
    }
}

fn is_collection(value: &Expression) -> bool {
    matches!(value.0, Kind::List(_) | Kind::Object(_))
}

/// An expression without a line end; none for an object of objects, which is easier to read on several lines.
fn on_one_line(value: &Expression) -> Option<String> {
    match &value.0 {
        Kind::Text(text) => Some(quoted(text)),
        Kind::Code(code) => Some(code.clone()),
        Kind::List(all) => {
            let all: Option<Vec<String>> = all.iter().map(on_one_line).collect();
            Some(format!("[{}]", all?.join(", ")))
        }
        Kind::Object(pairs) if pairs.is_empty() => Some("{}".to_owned()),
        Kind::Object(pairs) => {
            let pair = |(key, value): &(Key, Expression)| match is_collection(value) {
                true => None,
                false => Some(format!("{} = {}", key.to_source(), on_one_line(value)?)),
            };
            let pairs: Option<Vec<String>> = pairs.iter().map(pair).collect();
            Some(format!("{{ {} }}", pairs?.join(", ")))
        }
    }
}

impl Key {
    fn to_source(&self) -> String {
        match self {
            Self::Word(word) => (*word).to_owned(),
            Self::Text(text) => quoted(text),
        }
    }
}

/// A text in quotes, with the escapes of HCL: `$${` and `%%{` for what would begin a template. Behind a further `$` or `%`
/// that would be read otherwise, so the sign is written by its number there.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    let mut before = None;
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        match char {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            sign @ ('$' | '%') if chars.peek() == Some(&'{') => {
                if before == Some(sign) {
                    let _ = write!(quoted, "\\u{:04x}", u32::from(sign));
                } else {
                    quoted.extend([sign, sign]);
                }
            }
            other if other.is_control() || matches!(other, '\u{2028}' | '\u{2029}' | '\u{feff}') => {
                let _ = write!(quoted, "\\u{:04x}", u32::from(other));
            }
            other => quoted.push(other),
        }
        before = Some(char);
    }
    quoted.push('"');
    quoted
}

fn comment(out: &mut String, text: &str, indent: usize) {
    lines::comment(out, text, WIDTH.saturating_sub(indent), &" ".repeat(indent));
}

fn line(out: &mut String, text: &str, indent: usize) {
    lines::indented(out, text, &" ".repeat(indent));
}
