use super::{Expression, Identifier};
use std::borrow::Cow;

/// What stands in a file, or between two braces: attributes, blocks, comments and blank lines, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Body {
    pub(super) items: Vec<Item>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Item {
    Attribute {
        name: &'static str,
        value: Expression,
        why: Option<Cow<'static, str>>,
    },
    Block {
        kind: &'static str,
        labels: Vec<String>,
        body: Body,
    },
    /// A paragraph; the writer wraps it.
    Comment(String),
    Blank,
}

impl Body {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets an attribute.
    pub fn set(&mut self, name: &'static str, value: impl Into<Expression>) {
        self.items.push(Item::Attribute { name, value: value.into(), why: None });
    }

    /// Sets an attribute, and says why.
    pub fn set_why(&mut self, name: &'static str, value: impl Into<Expression>, why: impl Into<Cow<'static, str>>) {
        self.items.push(Item::Attribute { name, value: value.into(), why: Some(why.into()) });
    }

    /// Adds a block without labels.
    pub fn block(&mut self, kind: &'static str, fill: impl FnOnce(&mut Self)) {
        self.add(kind, Vec::new(), fill);
    }

    /// Adds a block with one label.
    pub fn named(&mut self, kind: &'static str, name: &Identifier, fill: impl FnOnce(&mut Self)) {
        self.add(kind, vec![name.to_string()], fill);
    }

    /// Adds a resource, behind a blank line.
    pub fn resource(&mut self, kind: &'static str, name: &Identifier, fill: impl FnOnce(&mut Self)) {
        self.add("resource", vec![kind.to_owned(), name.to_string()], fill);
    }

    /// Adds a comment on lines of its own.
    pub fn say(&mut self, comment: impl Into<String>) {
        self.items.push(Item::Comment(comment.into()));
    }

    /// Adds a blank line; never two in a row, and none before everything else.
    pub fn gap(&mut self) {
        if !matches!(self.items.last(), None | Some(Item::Blank)) {
            self.items.push(Item::Blank);
        }
    }

    /// Adds everything of another body.
    pub fn append(&mut self, other: Self) {
        self.items.extend(other.items);
    }

    fn add(&mut self, kind: &'static str, labels: Vec<String>, fill: impl FnOnce(&mut Self)) {
        let mut body = Self::new();
        fill(&mut body);
        self.items.push(Item::Block { kind, labels, body });
    }
}
