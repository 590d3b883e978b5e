//! Files as they may be shown. A secret that a design only refers to stands as a mark in them; one that the design says
//! itself would stand there in the open.

use super::{DESIGN, File, Mode};
use crate::read::{Document, conceal};
use crate::value::Url;
use serde_json::Value;
use std::borrow::Cow;

/// The secrets that a design says itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mask(Vec<String>);

impl Mask {
    /// Of a design, with each as the grammars of the files would write it.
    pub fn of(document: &Document) -> Self {
        let mut said = Vec::new();
        collect(document.tree(), &mut said);
        Self::from_iter(said.iter().flat_map(|secret| written(secret)))
    }

    /// What either masks.
    pub fn and(&self, other: &Self) -> Self {
        self.0.iter().chain(&other.0).cloned().collect()
    }

    /// The same, and what stands in a file where another has the marks of secrets: they were filled in.
    pub fn and_filled(&self, filled: &[u8], marked: &[u8]) -> Self {
        let (filled, marked) = (String::from_utf8_lossy(filled), String::from_utf8_lossy(marked));
        let mut all = Self::default();
        for line in marked.lines() {
            let Some((before, after)) = around_mark(line) else { continue };
            let inside = filled.lines().filter_map(|line| line.strip_prefix(before)?.strip_suffix(after));
            let is_filled = |it: &&str| !it.is_empty() && !MARKS.iter().any(|mark| it.starts_with(mark));
            all.0.extend(inside.filter(is_filled).map(str::to_owned));
        }
        self.and(&all)
    }

    /// A file's text, and whether something of it is masked.
    pub fn text(&self, file: &File) -> (String, bool) {
        self.shown(&file.path, matches!(file.mode, Mode::Private | Mode::PrivateProgram), &file.bytes)
    }

    /// The same of a file that is not in a bundle.
    pub fn shown(&self, path: &str, is_private: bool, bytes: &[u8]) -> (String, bool) {
        let text = String::from_utf8_lossy(bytes);
        if path == DESIGN {
            let concealed = conceal(&text);
            let masked = concealed != text;
            return (concealed, masked);
        }
        if !is_private {
            return (text.into_owned(), false);
        }
        let mut shown: Cow<'_, str> = text;
        let mut masked = false;
        for secret in &self.0 {
            if shown.contains(secret.as_str()) {
                // Line ends stay, so that every line keeps its number.
                let stars: String = secret.chars().map(|char| if char == '\n' { char } else { '*' }).collect();
                shown = shown.replace(secret.as_str(), &stars).into();
                masked = true;
            }
        }
        (shown.into_owned(), masked)
    }
}

impl FromIterator<String> for Mask {
    fn from_iter<T: IntoIterator<Item = String>>(secrets: T) -> Self {
        let mut all: Vec<String> = secrets.into_iter().collect();
        // The longest first: one may be a part of another.
        all.sort_by(|one, other| other.len().cmp(&one.len()).then_with(|| one.cmp(other)));
        all.dedup();
        Self(all)
    }
}

/// How the marks of secrets begin, which `render --fill-secrets` looks up.
const MARKS: [&str; 2] = ["@env:", "@file:"];

/// What stands before and behind the mark of a line.
fn around_mark(line: &str) -> Option<(&str, &str)> {
    let at = MARKS.iter().filter_map(|mark| line.find(mark)).min()?;
    let (before, mark) = line.split_at_checked(at)?;
    let (_, after) = mark.strip_prefix('@')?.split_once('@')?;
    Some((before, after))
}

fn collect(value: &Value, said: &mut Vec<String>) {
    match value {
        Value::String(text) => {
            said.extend(text.strip_prefix("plain:").filter(|it| !it.is_empty()).map(str::to_owned));
            said.extend(text.parse::<Url>().ok().filter(Url::has_password).map(|_| text.clone()));
        }
        Value::Array(list) => list.iter().for_each(|value| collect(value, said)),
        Value::Object(table) => {
            for (key, value) in table {
                match value {
                    // The long form: `{ plain = "…" }`.
                    Value::String(text) if key == "plain" && !text.is_empty() => said.push(text.clone()),
                    other => collect(other, said),
                }
            }
        }
        _ => {}
    }
}

/// A text as it is, and as XML, JSON, SQL or a quoted string have it.
fn written(secret: &str) -> Vec<String> {
    let least = secret.replace('&', "&amp;").replace('<', "&lt;");
    let xml = least.replace('>', "&gt;");
    let json = Value::from(secret).to_string();
    let inside = json.get(1..json.len() - 1).unwrap_or_default().to_owned();
    let (single, double) = (secret.replace('\'', "''"), secret.replace('"', "\"\""));
    vec![
        secret.to_owned(),
        single,
        double,
        least,
        xml.replace('"', "&quot;").replace('\'', "&apos;"),
        xml.replace('"', "&quot;"),
        xml,
        inside,
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{Syntax, read};

    #[test]
    fn what_a_design_says_itself_is_stars() {
        let document = read("a = \"plain:h&t\"\nb = \"env:X\"\nc = { plain = \"zz\" }\n", Syntax::Toml);
        let mask = Mask::of(&document);
        let shown = |path: &str, private, text: &str| mask.shown(path, private, text.as_bytes());
        assert_eq!(shown("a.xml", true, "<p>h&amp;t</p> h&t zz"), ("<p>*******</p> *** **".to_owned(), true));
        assert_eq!(shown("a.xml", true, "@X@"), ("@X@".to_owned(), false));
        assert_eq!(shown("a.md", false, "zz"), ("zz".to_owned(), false));
        assert_eq!(shown("design.toml", true, "p = \"plain:zz\""), ("p = \"plain:**\"".to_owned(), true));
    }
}
