use super::Item;
use crate::format::toml::text;
use crate::format::xml::push_attribute;
use std::borrow::Cow;

/// How wide a list may be before it gets a line for each of its items.
const WIDE: usize = 100;

/// A value as TOML writes it.
pub(super) fn item(item: &Item, eol: &str) -> String {
    match item {
        Item::Text(_) | Item::Plain(_) => text(&content(item)),
        Item::Integer(number) => number.to_string(),
        Item::Bool(yes) => yes.to_string(),
        Item::List(items) => list(items, eol),
    }
}

fn list(items: &[Item], eol: &str) -> String {
    let written: Vec<String> = items.iter().map(|one| item(one, eol)).collect();
    let width: usize = written.iter().map(|one| one.len() + 2).sum();
    if width <= WIDE {
        return format!("[{}]", written.join(", "));
    }
    let lines: String = written.iter().flat_map(|one| ["  ", one, ",", eol]).collect();
    format!("[{eol}{lines}]")
}

/// What a text is once it is read from TOML; empty for anything but a text.
pub(super) fn content(item: &Item) -> Cow<'_, str> {
    match item {
        Item::Text(value) => {
            let mut escaped = String::with_capacity(value.text().len());
            push_attribute(&mut escaped, value.text(), '"');
            // It may become an element's text, which must not hold `]]>`.
            if escaped.contains('>') { escaped.replace('>', "&gt;").into() } else { escaped.into() }
        }
        Item::Plain(value) => value.text().into(),
        Item::Integer(_) | Item::Bool(_) | Item::List(_) => "".into(),
    }
}
