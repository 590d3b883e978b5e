use super::attribute::Attribute;
use super::chars::{local_name, prefix};
use super::escape::decode_text;
use super::fault::Fault;
use std::borrow::Cow;
use std::ops::Range;

/// A well-formed document: its elements, attributes and comments as spans over its text. Made once per file, asked
/// as often as there are nodes.
#[derive(Debug, Clone)]
pub struct Document<'t> {
    pub(super) text: &'t str,
    pub(super) records: Vec<Record>,
    pub(super) attributes: Vec<Attribute<'t>>,
    pub(super) root: usize,
}

/// An element as the arena keeps it.
#[derive(Debug, Clone)]
pub(super) struct Record {
    pub(super) name: Range<usize>,
    pub(super) attributes: Range<usize>,
    pub(super) span: Range<usize>,
    /// Between the tags; none if the element is one self-closing tag.
    pub(super) inner: Option<Range<usize>>,
    pub(super) children: Vec<Entry>,
}

/// A child as the arena keeps it.
#[derive(Debug, Clone)]
pub(super) enum Entry {
    Element(usize),
    Comment(Range<usize>),
}

/// An element of a document.
#[derive(Debug, Clone, Copy)]
pub struct Tag<'d> {
    document: &'d Document<'d>,
    record: &'d Record,
    index: usize,
}

/// What stands inside an element, besides text.
#[derive(Debug, Clone)]
pub enum Child<'d> {
    /// An element.
    Element(Tag<'d>),
    /// A comment: what is between its delimiters, and the place of the whole.
    Comment(&'d str, Range<usize>),
}

impl<'t> Document<'t> {
    /// Reads a text.
    pub fn parse(text: &'t str) -> Result<Self, Fault> {
        super::parse::parse(text)
    }

    /// The text that was read.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// The outermost element.
    pub fn root(&self) -> Tag<'_> {
        self.tag(self.root)
    }

    fn tag(&self, index: usize) -> Tag<'_> {
        Tag { document: self, record: &self.records[index], index }
    }
}

impl<'d> Tag<'d> {
    /// The document it belongs to.
    pub fn document(&self) -> &'d Document<'d> {
        self.document
    }

    /// What tells it from every other element of its document.
    pub fn index(&self) -> usize {
        self.index
    }

    /// The qualified name.
    pub fn name(&self) -> &'d str {
        &self.document.text[self.record.name.clone()]
    }

    /// The name without its prefix.
    pub fn local_name(&self) -> &'d str {
        local_name(self.name())
    }

    /// The prefix of the name with its colon, or nothing.
    pub fn prefix(&self) -> &'d str {
        prefix(self.name())
    }

    /// Where the name stands in the start tag.
    pub fn name_span(&self) -> Range<usize> {
        self.record.name.clone()
    }

    /// The whole element, from the `<` of its start tag to the `>` of its end tag.
    pub fn span(&self) -> Range<usize> {
        self.record.span.clone()
    }

    /// Between the tags; none if the element is one self-closing tag.
    pub fn inner(&self) -> Option<Range<usize>> {
        self.record.inner.clone()
    }

    /// The start tag.
    pub fn start(&self) -> Range<usize> {
        let end = self.record.inner.as_ref().map_or(self.record.span.end, |inner| inner.start);
        self.record.span.start..end
    }

    /// The attributes in their order.
    pub fn attributes(&self) -> &'d [Attribute<'d>] {
        &self.document.attributes[self.record.attributes.clone()]
    }

    /// The attribute of this qualified name.
    pub fn attribute(&self, name: &str) -> Option<&'d Attribute<'d>> {
        self.attributes().iter().find(|attribute| attribute.name == name)
    }

    /// Elements and comments inside, in their order.
    pub fn children(&self) -> impl DoubleEndedIterator<Item = Child<'d>> + use<'d> {
        let document = self.document;
        self.record.children.iter().map(move |entry| match entry {
            Entry::Element(index) => Child::Element(document.tag(*index)),
            Entry::Comment(span) => {
                Child::Comment(document.text.get(span.start + 4..span.end - 3).unwrap_or_default(), span.clone())
            }
        })
    }

    /// The elements inside, in their order.
    pub fn elements(&self) -> impl DoubleEndedIterator<Item = Tag<'d>> + use<'d> {
        self.children().filter_map(|child| match child {
            Child::Element(tag) => Some(tag),
            Child::Comment(..) => None,
        })
    }

    /// Whether there is an element inside.
    pub fn has_elements(&self) -> bool {
        self.record.children.iter().any(|entry| matches!(entry, Entry::Element(_)))
    }

    /// What its own text says, without that of the elements inside and without comments; not trimmed.
    pub fn content(&self) -> Cow<'d, str> {
        let Some(inner) = self.inner() else { return "".into() };
        let text = self.document.text;
        if self.record.children.is_empty() {
            return decode_text(&text[inner]);
        }
        let mut out = String::new();
        let mut at = inner.start;
        for entry in &self.record.children {
            let span = match entry {
                Entry::Element(index) => &self.document.records[*index].span,
                Entry::Comment(span) => span,
            };
            out.push_str(&decode_text(&text[at..span.start]));
            at = span.end;
        }
        out.push_str(&decode_text(&text[at..inner.end]));
        out.into()
    }
}

#[cfg(test)]
mod tests;
