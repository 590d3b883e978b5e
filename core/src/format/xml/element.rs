use crate::edit::Value;
use std::borrow::Cow;

/// An element to be written.
#[derive(Debug, Clone, PartialEq)]
pub struct Element {
    /// The qualified name.
    pub name: Cow<'static, str>,
    /// Attributes in the order in which they are written.
    pub attributes: Vec<(Cow<'static, str>, Value)>,
    /// What is inside.
    pub content: Vec<Node>,
}

/// What can stand inside an element.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    /// A child element.
    Element(Element),
    /// Text.
    Text(Value),
    /// A comment; the writer keeps `--` out of it.
    Comment(Cow<'static, str>),
}

impl Element {
    /// An element with nothing in it.
    pub fn new(name: impl Into<Cow<'static, str>>) -> Self {
        Self { name: name.into(), attributes: Vec::new(), content: Vec::new() }
    }

    /// An element that holds just this text.
    pub fn text(name: impl Into<Cow<'static, str>>, text: impl Into<Value>) -> Self {
        Self { content: vec![Node::Text(text.into())], ..Self::new(name) }
    }

    /// The same element with one attribute more.
    #[must_use]
    pub fn attribute(mut self, name: impl Into<Cow<'static, str>>, value: impl Into<Value>) -> Self {
        self.attributes.push((name.into(), value.into()));
        self
    }

    /// The same element with one child more.
    #[must_use]
    pub fn child(mut self, child: Element) -> Self {
        self.content.push(Node::Element(child));
        self
    }

    /// The same element with these children at its end.
    #[must_use]
    pub fn children(mut self, children: impl IntoIterator<Item = Element>) -> Self {
        self.content.extend(children.into_iter().map(Node::Element));
        self
    }

    /// The element on one line, for a person: what is secret is masked.
    pub fn shown(&self) -> String {
        super::Writer { secrets: false, inline: true, ..super::Writer::default() }.element(self)
    }
}
