use super::super::one_line;
use std::borrow::Cow;
use std::fmt::{self, Write};

/// Markdown within one line, safe anywhere: in a paragraph, a list, a heading, a table's cell. It has no line end and
/// no `|`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Inline(String);

/// What may stand in a template.
pub trait Piece {
    /// The Markdown for it, with everything escaped that Markdown would read.
    fn piece(&self) -> Cow<'_, str>;
}

impl Inline {
    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A part of a line, as a person reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Run {
    /// Words.
    Words(String),
    /// What is typed or looked for as it stands here.
    Code(String),
}

impl Inline {
    /// What a person reads of it: words and code, without the marks of Markdown. It reads what this file writes, and no more of
    /// Markdown than that.
    pub fn runs(&self) -> Vec<Run> {
        let mut runs = Vec::new();
        let mut words = String::new();
        let mut rest = self.0.as_str();
        while let Some(char) = rest.chars().next() {
            let after = &rest[char.len_utf8()..];
            if let Some((text, after)) = span(rest) {
                if !words.is_empty() {
                    runs.push(Run::Words(std::mem::take(&mut words)));
                }
                runs.push(Run::Code(text));
                rest = after;
            } else if let Some((char, after)) = entity(rest) {
                words.push(char);
                rest = after;
            } else if char == '\\' {
                let escaped = after.chars().next();
                words.extend(escaped);
                rest = &after[escaped.map_or(0, char::len_utf8)..];
            } else if let Some((text, after)) = linked(rest) {
                rest = after;
                words.push_str(text);
            } else if let Some(after) = rest.strip_prefix("**") {
                rest = after;
            } else {
                words.push(char);
                rest = after;
            }
        }
        if !words.is_empty() {
            runs.push(Run::Words(words));
        }
        runs
    }
}

/// A span of code at the beginning, and what follows it.
fn span(text: &str) -> Option<(String, &str)> {
    if let Some(inside) = text.strip_prefix("<code>") {
        let (mut inside, after) = inside.split_once("</code>")?;
        let mut out = String::new();
        while let Some(char) = inside.chars().next() {
            let (char, after) = entity(inside).unwrap_or((char, &inside[char.len_utf8()..]));
            out.push(char);
            inside = after;
        }
        return Some((out, after));
    }
    let fence = text.len() - text.trim_start_matches('`').len();
    if fence == 0 {
        return None;
    }
    let (fence, inside) = text.split_at(fence);
    let (inside, after) = inside.split_once(fence)?;
    let bare = inside.strip_prefix(' ').and_then(|it| it.strip_suffix(' ')).filter(|it| !it.is_empty());
    Some((bare.unwrap_or(inside).to_owned(), after))
}

/// A character by its number at the beginning, and what follows it.
fn entity(text: &str) -> Option<(char, &str)> {
    let (number, after) = text.strip_prefix("&#")?.split_once(';')?;
    Some((char::from_u32(number.parse().ok()?)?, after))
}

/// The text of a link at the beginning, and what follows it.
fn linked(text: &str) -> Option<(&str, &str)> {
    let (text, after) = text.strip_prefix('[')?.split_once("](")?;
    Some((text, after.split_once(')')?.1))
}

impl fmt::Display for Inline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A sentence of our own, which is Markdown already.
impl From<&'static str> for Inline {
    fn from(markdown: &'static str) -> Self {
        Self(markdown.to_owned())
    }
}

/// A template of our own with the pieces in place of its `{}`, in order. Nothing else in it is special.
pub fn fill(template: &'static str, pieces: &[Cow<'_, str>]) -> Inline {
    Inline(super::super::fill(template, pieces.iter().map(|piece| &**piece)))
}

/// Text as it is, in the type of code.
pub fn code(text: impl fmt::Display) -> Inline {
    let text = one_line(&text.to_string());
    if text.is_empty() {
        return Inline("(empty)".to_owned());
    }
    // Renderers differ in how they read `\|` within code in a table, so such text is spelled out instead.
    if text.contains('|') {
        let mut out = "<code>".to_owned();
        for char in text.chars() {
            push_entity(&mut out, char);
        }
        out.push_str("</code>");
        return Inline(out);
    }
    let fence = "`".repeat(longest_run(&text) + 1);
    let blank = text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']);
    let pad = if blank && !text.trim().is_empty() { " " } else { "" };
    Inline(format!("{fence}{pad}{text}{pad}{fence}"))
}

/// Text with stress.
pub fn strong(text: impl Piece) -> Inline {
    Inline(format!("**{}**", text.piece()))
}

/// A link to a file beside this one, by a path of our own.
pub fn link(text: impl Piece, target: &'static str) -> Inline {
    Inline(format!("[{}]({target})", text.piece()))
}

/// Items with a separator of our own between.
pub fn join<P: Piece>(items: impl IntoIterator<Item = P>, separator: &'static str) -> Inline {
    let mut out = String::new();
    for (number, item) in items.into_iter().enumerate() {
        if number > 0 {
            out.push_str(separator);
        }
        out.push_str(&item.piece());
    }
    Inline(out)
}

/// The longest run of backticks.
pub(super) fn longest_run(text: &str) -> usize {
    text.split(|char| char != '`').map(str::len).max().unwrap_or(0)
}

fn push_entity(out: &mut String, char: char) {
    match char.is_ascii_punctuation() {
        true => _ = write!(out, "&#{};", u32::from(char)),
        false => out.push(char),
    }
}

/// Escapes everything that means something within a line of Markdown.
fn escape(text: &str) -> String {
    let text = one_line(text);
    let opens =
        |char: char| matches!(char, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '$' | '^' | '!');
    let mut out = String::with_capacity(text.len() + 8);
    for (at, char) in text.char_indices() {
        match char {
            '|' => push_entity(&mut out, char),
            // A scheme's colon and an at sign make links of bare addresses.
            ':' if text[at..].starts_with("://") => push_entity(&mut out, char),
            '@' => push_entity(&mut out, char),
            _ if opens(char) => _ = write!(out, "\\{char}"),
            _ => out.push(char),
        }
    }
    out
}

impl Piece for Inline {
    fn piece(&self) -> Cow<'_, str> {
        Cow::Borrowed(&self.0)
    }
}

impl Piece for str {
    fn piece(&self) -> Cow<'_, str> {
        Cow::Owned(escape(self))
    }
}

impl Piece for String {
    fn piece(&self) -> Cow<'_, str> {
        Cow::Owned(escape(self))
    }
}

impl<P: Piece + ?Sized> Piece for &P {
    fn piece(&self) -> Cow<'_, str> {
        (**self).piece()
    }
}

macro_rules! number {
    ($($type:ty),*) => {
        $(impl Piece for $type {
            fn piece(&self) -> Cow<'_, str> {
                Cow::Owned(self.to_string())
            }
        })*
    };
}
number!(u16, u32, usize, crate::value::Port, crate::value::Offset, crate::value::Version);
