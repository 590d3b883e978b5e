//! From events to the arena of a document.

use super::attribute::{self, Attribute};
use super::chars::{has_forbidden, is_allowed, is_space, name_length};
use super::document::{Document, Entry, Record};
use super::escape::resolve;
use super::fault::Fault;
use super::{DEEPEST, LARGEST};
use quick_xml::Reader;
use quick_xml::events::Event;
use std::ops::Range;

pub(super) fn parse(text: &str) -> Result<Document<'_>, Fault> {
    if text.len() > LARGEST {
        return Err(Fault::TooLarge { bytes: text.len() });
    }
    if has_forbidden(text) {
        let at = text.find(|c| !is_allowed(c)).unwrap_or(0);
        return Err(Fault::new("a character that XML does not allow", at));
    }
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_comments = true;
    let mut arena = Arena { text, records: Vec::new(), attributes: Vec::new(), open: Vec::new(), root: None };
    let mut at = 0;
    loop {
        let event = match reader.read_event() {
            Ok(event) => event,
            Err(error) => {
                let at = usize::try_from(reader.error_position()).unwrap_or(at);
                return Err(Fault::new(error.to_string(), at));
            }
        };
        let end = usize::try_from(reader.buffer_position()).unwrap_or(text.len());
        let span = at..end;
        // The positions come from elsewhere: whatever does not fit the text is a fault, not a panic.
        let Some(raw) = text.get(span.clone()) else {
            return Err(Fault::new("the text cannot be followed", at));
        };
        match event {
            Event::Start(_) => arena.start(raw, span, false)?,
            Event::Empty(_) => arena.start(raw, span, true)?,
            Event::End(_) => arena.end(raw, span)?,
            Event::Comment(_) => {
                // A comment `<!-->` or `<!--->` has no room for both delimiters.
                if raw.len() < 7 {
                    return Err(Fault::new("a comment does not end", at));
                }
                if let Some(parent) = arena.parent() {
                    parent.children.push(Entry::Comment(span));
                }
            }
            Event::Text(_) => {
                if arena.open.is_empty() && !raw.trim_start_matches('\u{feff}').chars().all(is_space) {
                    return Err(Fault::new("text outside of the outermost element", at));
                }
                if let Some(wrong) = raw.find("]]>") {
                    return Err(Fault::new("`]]>` in a text", at + wrong));
                }
            }
            Event::CData(_) if arena.open.is_empty() => {
                return Err(Fault::new("text outside of the outermost element", at));
            }
            Event::GeneralRef(_) => {
                let name = raw.strip_prefix('&').and_then(|raw| raw.strip_suffix(';'));
                if arena.open.is_empty() || name.and_then(resolve).is_none() {
                    return Err(Fault::new("`&` begins no known entity", at));
                }
            }
            Event::Decl(_) if at != 0 && text.get(..at) != Some("\u{feff}") => {
                return Err(Fault::new("the XML declaration is not at the beginning", at));
            }
            Event::DocType(_) => return Err(Fault::Doctype { at }),
            Event::CData(_) | Event::Decl(_) | Event::PI(_) => {}
            Event::Eof => break,
        }
        at = end;
    }
    arena.finish()
}

struct Arena<'t> {
    text: &'t str,
    records: Vec<Record>,
    attributes: Vec<Attribute<'t>>,
    open: Vec<usize>,
    root: Option<usize>,
}

impl<'t> Arena<'t> {
    fn parent(&mut self) -> Option<&mut Record> {
        let index = *self.open.last()?;
        self.records.get_mut(index)
    }

    fn start(&mut self, raw: &str, span: Range<usize>, empty: bool) -> Result<(), Fault> {
        let tail = if empty { "/>" } else { ">" };
        let Some(inside) = raw.strip_prefix('<').and_then(|raw| raw.strip_suffix(tail)) else {
            return Err(Fault::new("a tag does not end", span.start));
        };
        let length = name_length(inside);
        if length == 0 {
            return Err(Fault::new("a tag without a name", span.start));
        }
        if self.open.len() >= DEEPEST {
            return Err(Fault::TooDeep { at: span.start });
        }
        let name = span.start + 1..span.start + 1 + length;
        let first = self.attributes.len();
        attribute::scan(self.text, name.end..span.end - tail.len(), &mut self.attributes)?;

        let index = self.records.len();
        let second = self.root.is_some();
        match self.parent() {
            Some(parent) => parent.children.push(Entry::Element(index)),
            None if second => {
                return Err(Fault::new("a second outermost element", span.start));
            }
            None => self.root = Some(index),
        }
        let inner = (!empty).then_some(span.end..span.end);
        let attributes = first..self.attributes.len();
        self.records.push(Record { name, attributes, span, inner, children: Vec::new() });
        if !empty {
            self.open.push(index);
        }
        Ok(())
    }

    fn end(&mut self, raw: &str, span: Range<usize>) -> Result<(), Fault> {
        let name = raw.strip_prefix("</").and_then(|raw| raw.strip_suffix('>'));
        let text = self.text;
        match (self.open.pop().and_then(|index| self.records.get_mut(index)), name) {
            (Some(record), Some(name)) if name.trim_end_matches(is_space) == &text[record.name.clone()] => {
                if let Some(inner) = &mut record.inner {
                    inner.end = span.start;
                }
                record.span.end = span.end;
                Ok(())
            }
            _ => Err(Fault::new("this end tag closes no element", span.start)),
        }
    }

    fn finish(self) -> Result<Document<'t>, Fault> {
        if let Some(record) = self.open.last().and_then(|index| self.records.get(*index)) {
            let name = &self.text[record.name.clone()];
            return Err(Fault::new(format!("the element `{name}` does not end"), record.span.start));
        }
        match self.root {
            Some(root) => Ok(Document { text: self.text, records: self.records, attributes: self.attributes, root }),
            None => Err(Fault::new("there is no element", self.text.len())),
        }
    }
}
