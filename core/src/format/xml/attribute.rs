use super::chars::{is_space, name_length};
use super::escape::{decode_attribute, unknown_reference};
use super::fault::Fault;
use std::borrow::Cow;
use std::ops::Range;

/// An attribute of a document, with its places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribute<'t> {
    /// The qualified name.
    pub name: &'t str,
    /// The value as the file writes it, without its quotes.
    pub raw: &'t str,
    /// Name, equals sign, quotes and all.
    pub span: Range<usize>,
}

impl<'t> Attribute<'t> {
    /// What the value says.
    pub fn value(&self) -> Cow<'t, str> {
        decode_attribute(self.raw)
    }

    /// Where the raw value stands, inside its quotes.
    pub fn value_span(&self) -> Range<usize> {
        let end = self.span.end - 1;
        end - self.raw.len()..end
    }
}

/// Reads the attributes of a start tag into `into`: `text[range]` is what follows its name, without `>` or `/>`.
pub(super) fn scan<'t>(text: &'t str, range: Range<usize>, into: &mut Vec<Attribute<'t>>) -> Result<(), Fault> {
    let first = into.len();
    let mut at = range.start;
    let skip = |at: usize| {
        let rest = &text[at..range.end];
        at + (rest.len() - rest.trim_start_matches(is_space).len())
    };
    loop {
        let start = skip(at);
        if start == range.end {
            return Ok(());
        }
        if start == at {
            return Err(Fault::new("a blank is missing before an attribute", at));
        }
        let length = name_length(&text[start..range.end]);
        if length == 0 {
            return Err(Fault::new("this is no name of an attribute", start));
        }
        let name = &text[start..start + length];
        let equals = skip(start + length);
        if !text[equals..range.end].starts_with('=') {
            return Err(Fault::new("an attribute has no value", start));
        }
        let open = skip(equals + 1);
        let quote = match text[open..range.end].chars().next() {
            Some(quote @ ('"' | '\'')) => quote,
            _ => return Err(Fault::new("the value of an attribute is not in quotes", open)),
        };
        let Some(length) = text[open + 1..range.end].find(quote) else {
            return Err(Fault::new("the value of an attribute does not end", open));
        };
        let raw = &text[open + 1..open + 1 + length];
        if let Some(wrong) = raw.find('<') {
            return Err(Fault::new("`<` in the value of an attribute", open + 1 + wrong));
        }
        if let Some(wrong) = unknown_reference(raw) {
            return Err(Fault::new("`&` begins no known entity", open + 1 + wrong));
        }
        at = open + length + 2;
        into.push(Attribute { name, raw, span: start..at });
        // Tags have few attributes; a hostile one is cut off before the comparison gets expensive.
        let known = &into[first..into.len() - 1];
        if known.iter().any(|other| other.name == name) {
            return Err(Fault::new("an attribute stands twice", start));
        }
        if known.len() >= 1000 {
            return Err(Fault::new("an element has more than 1000 attributes", start));
        }
    }
}
