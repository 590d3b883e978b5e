use super::{Fault, parse};
use std::ops::Range;

/// A file of one YAML document, and where everything in it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document<'t> {
    text: &'t str,
    root: Option<Node>,
}

/// A scalar or a collection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// The bytes from its first character to behind its last; a collection in block style ends with its last node.
    pub span: Range<usize>,
    /// How many characters stand before it on its line.
    pub column: usize,
    /// What it is.
    pub kind: Kind,
    /// What else stands before it, so that a change of it could change more than itself.
    pub mark: Option<Mark>,
}

/// What a node is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// A single value; nothing at all is an empty plain one.
    Scalar {
        /// The text that it stands for.
        text: String,
        /// How it is written.
        style: Style,
    },
    /// Keys and values.
    Mapping {
        /// Whether it is written in braces.
        flow: bool,
        /// In the order of the file.
        pairs: Vec<Pair>,
    },
    /// Items.
    List {
        /// Whether it is written in brackets.
        flow: bool,
        /// How many characters stand before each dash on its line; none where dashes are not plain to see.
        dash: Option<usize>,
        /// In the order of the file.
        items: Vec<Node>,
    },
    /// `*name`: a node that stands elsewhere.
    Alias,
}

/// A key and its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// The key.
    pub key: Node,
    /// The value; an empty plain scalar where there is none.
    pub value: Node,
}

/// How a scalar is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Without quotes.
    Plain,
    /// In single or double quotes.
    Quoted,
    /// As lines below `|` or `>`.
    Block,
}

/// What stands before a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// `&name`: other places may repeat it.
    Anchor,
    /// `!tag`: it is no plain text.
    Tag,
}

impl<'t> Document<'t> {
    /// Reads a text.
    ///
    /// # Errors
    /// It is no YAML, holds several documents, or nests deeper than any configuration does.
    pub fn parse(text: &'t str) -> Result<Self, Fault> {
        Ok(Self { text, root: parse::root(text)? })
    }

    /// The whole text.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// The outermost node; none where the file holds nothing but remarks.
    pub fn root(&self) -> Option<&Node> {
        self.root.as_ref()
    }
}

impl Node {
    /// Whether there is nothing: `key:` and no more.
    pub fn is_empty(&self) -> bool {
        matches!(&self.kind, Kind::Scalar { text, style: Style::Plain } if text.is_empty()) && self.mark.is_none()
    }

    /// The text of a scalar.
    pub fn scalar(&self) -> Option<&str> {
        match &self.kind {
            Kind::Scalar { text, .. } => Some(text),
            _ => None,
        }
    }

    /// Its keys and values; none of anything but a mapping.
    pub fn pairs(&self) -> &[Pair] {
        match &self.kind {
            Kind::Mapping { pairs, .. } => pairs,
            _ => &[],
        }
    }

    /// Its items; none of anything but a list.
    pub fn items(&self) -> &[Self] {
        match &self.kind {
            Kind::List { items, .. } => items,
            _ => &[],
        }
    }

    /// The values of a key; more than one where the file says it twice.
    pub fn values(&self, key: &str) -> impl Iterator<Item = &Pair> {
        self.pairs().iter().filter(move |pair| pair.key.scalar() == Some(key))
    }

    /// Whether the last thing in it is a text as lines: what follows could become part of it.
    pub fn ends_in_lines(&self) -> bool {
        match &self.kind {
            Kind::Scalar { style, .. } => *style == Style::Block,
            Kind::Mapping { flow: false, pairs } => pairs.last().is_some_and(|pair| pair.value.ends_in_lines()),
            Kind::List { flow: false, items, .. } => items.last().is_some_and(Self::ends_in_lines),
            _ => false,
        }
    }
}
