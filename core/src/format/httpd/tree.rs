use super::Argument;
use std::borrow::Cow;

/// What stands in a section, or in a file: directives, sections, comments and blank lines, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Block {
    pub(super) items: Vec<Item>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Item {
    Directive(Directive),
    /// A paragraph; the writer wraps it.
    Comment(String),
    Blank,
}

/// A name, arguments, and a section or none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Directive {
    pub(super) name: &'static str,
    pub(super) arguments: Vec<Argument>,
    pub(super) section: Option<Block>,
    pub(super) why: Option<Cow<'static, str>>,
}

impl Block {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a directive.
    pub fn add(&mut self, directive: Directive) {
        self.items.push(Item::Directive(directive));
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

    /// Adds everything of another block.
    pub fn append(&mut self, other: Self) {
        self.items.extend(other.items);
    }
}

/// A directive of this name, without arguments so far.
pub fn set(name: &'static str) -> Directive {
    Directive { name, arguments: Vec::new(), section: None, why: None }
}

impl Directive {
    /// Adds one argument.
    pub fn arg(mut self, argument: impl Into<Argument>) -> Self {
        self.arguments.push(argument.into());
        self
    }

    /// Adds the words of a text of ours, each as an argument.
    pub fn words(mut self, words: &'static str) -> Self {
        self.arguments.extend(words.split(' ').filter(|word| !word.is_empty()).map(Argument::from));
        self
    }

    /// Says why it is there; comments have lines of their own in httpd, so it stands above.
    pub fn why(mut self, reason: impl Into<Cow<'static, str>>) -> Self {
        self.why = Some(reason.into());
        self
    }

    /// Makes it a section: `<Name …>` to `</Name>`.
    pub fn section(mut self, fill: impl FnOnce(&mut Block)) -> Self {
        fill(self.section.get_or_insert_default());
        self
    }
}
