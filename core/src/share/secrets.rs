use super::Unshareable;
use super::comments::comments;
use crate::diagnostic::{Path, Segment};
use crate::edit::{MASK, Splice, apply};
use crate::read::{Document, Syntax, read};
use crate::schema;
use crate::value::{Secret, Url};
use serde_json::Value;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::OnceLock;

/// What begins the reference that stands for a secret which was left out. The setting's path follows, as a variable's name.
pub const LEFT_OUT: &str = "env:NOT_SHARED_";

/// The text with a reference in place of each literal secret, and the paths of those.
pub(super) fn without(text: &str, syntax: Syntax) -> Result<(String, Vec<Path>), Unshareable> {
    let document = read(text, syntax);
    if document.tree().is_null() {
        return Err(Unshareable::Syntax);
    }
    let mut literals = Vec::new();
    gather(document.tree(), &Path::root(), &is_literal, &mut literals);
    let mut splices = Vec::new();
    for (path, _) in &literals {
        let range = document.span(path).ok_or_else(|| Unshareable::Secret(path.clone()))?;
        splices.push(Splice { range, with: format!("\"{}\"", reference(path)) });
    }
    let said: BTreeSet<&str> = literals.iter().map(|(_, said)| bare(said)).filter(|said| !said.is_empty()).collect();
    if syntax == Syntax::Toml {
        for range in comments(text) {
            hide(text, range, &said, &mut splices);
        }
    }
    describe(&document, &said, &mut splices);
    let text = apply(text, &splices);

    // What was to go must be gone, whatever the text looked like.
    let after = read(&text, syntax);
    let mut left = Vec::new();
    gather(after.tree(), &Path::root(), &is_literal, &mut left);
    match left.into_iter().next() {
        Some((path, _)) => Err(Unshareable::Secret(path)),
        None if after.tree().is_null() => Err(Unshareable::Syntax),
        None => Ok((text, literals.into_iter().map(|(path, _)| path).collect())),
    }
}

/// The settings of a text whose secrets were left out.
pub(super) fn left_out(text: &str, syntax: Syntax) -> Vec<Path> {
    let document = read(text, syntax);
    let mut found = Vec::new();
    gather(document.tree(), &Path::root(), &|_, said| said.starts_with(LEFT_OUT), &mut found);
    found.into_iter().map(|(path, _)| path).collect()
}

/// Every text of a tree that is like this, by its path.
fn gather(tree: &Value, path: &Path, like: &dyn Fn(&Path, &str) -> bool, found: &mut Vec<(Path, String)>) {
    match tree {
        Value::String(said) if like(path, said) => found.push((path.clone(), said.clone())),
        Value::Object(map) => {
            map.iter().for_each(|(key, inside)| gather(inside, &path.clone().key(key.clone()), like, found));
        }
        Value::Array(items) => {
            let items = items.iter().enumerate();
            items.for_each(|(number, inside)| gather(inside, &path.clone().index(number), like, found));
        }
        _ => {}
    }
}

/// A literal secret: what is written as one, wherever it stands, and whatever stands where a secret belongs and is no reference.
fn is_literal(path: &Path, said: &str) -> bool {
    if said.starts_with("plain:") || said.parse::<Url>().is_ok_and(|url| url.has_password()) {
        return true;
    }
    let own = path.0.iter().rev().find_map(|segment| match segment {
        Segment::Key(key) => Some(key.as_ref()),
        Segment::Index(_) => None,
    });
    let is_reference = || said.parse::<Secret>().is_ok_and(|secret| !secret.is_plain());
    own.is_some_and(|key| secret_keys().contains(key)) && !is_reference()
}

/// The keys of a design that hold secrets, by its schema.
fn secret_keys() -> &'static BTreeSet<String> {
    static KEYS: OnceLock<BTreeSet<String>> = OnceLock::new();
    KEYS.get_or_init(|| {
        let mut keys = BTreeSet::new();
        visit(&schema(), &mut keys);
        keys
    })
}

fn visit(schema: &Value, keys: &mut BTreeSet<String>) {
    match schema {
        Value::Object(map) => {
            let properties = map.get("properties").and_then(Value::as_object).into_iter().flatten();
            keys.extend(properties.filter(|(_, inside)| is_secret(inside)).map(|(key, _)| key.clone()));
            map.values().for_each(|inside| visit(inside, keys));
        }
        Value::Array(items) => items.iter().for_each(|inside| visit(inside, keys)),
        _ => {}
    }
}

fn is_secret(property: &Value) -> bool {
    let options = property.get("anyOf").and_then(Value::as_array).into_iter().flatten();
    property.get("writeOnly").is_some() || options.into_iter().any(is_secret)
}

/// `env:NOT_SHARED_DATABASE_MYSQL_PASSWORD`: a reference that can be read, and that says what is missing.
fn reference(path: &Path) -> String {
    let name: String = path
        .to_string()
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_uppercase() } else { '_' })
        .take(80)
        .collect();
    format!("{LEFT_OUT}{name}")
}

fn bare(said: &str) -> &str {
    said.strip_prefix("plain:").unwrap_or(said)
}

/// Hides in a comment what is secret: the texts themselves, and whatever is written as a literal there.
fn hide(text: &str, range: Range<usize>, said: &BTreeSet<&str>, splices: &mut Vec<Splice>) {
    let comment = text.get(range.clone()).unwrap_or_default();
    let mut hidden = comment.to_owned();
    while let Some(at) = hidden.find("plain:") {
        let quote = hidden.get(..at).and_then(|before| before.chars().next_back()).filter(|c| matches!(c, '"' | '\''));
        let rest = hidden.get(at..).unwrap_or_default();
        // Without quotes nobody knows where it ends.
        let end = quote.and_then(|quote| rest.rfind(quote)).map_or(hidden.len(), |end| at + end);
        hidden.replace_range(at..end, MASK);
    }
    for said in said {
        hidden = hidden.replace(said, MASK);
    }
    if hidden != comment {
        splices.push(Splice { range, with: hidden });
    }
}

/// Hides in the description what is secret.
fn describe(document: &Document, said: &BTreeSet<&str>, splices: &mut Vec<Splice>) {
    let path = Path::root().key("description");
    let Some(Value::String(description)) = document.tree().get("description") else { return };
    if is_literal(&path, description) || !said.iter().any(|said| description.contains(said)) {
        return;
    }
    let hidden = said.iter().fold(description.clone(), |text, said| text.replace(said, MASK));
    // JSON's texts are TOML's too.
    splices.extend(document.span(&path).map(|range| Splice { range, with: Value::String(hidden).to_string() }));
}
