use super::Argument;
use std::borrow::Cow;

/// What stands between two braces, or in a file: directives, comments and blank lines, in order.
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

/// Tokens on a line, and perhaps a block. Addresses of sites, snippets and matchers are written so as well.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Directive {
    pub(super) tokens: Vec<Argument>,
    pub(super) block: Option<Block>,
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
pub fn set(name: impl Into<Argument>) -> Directive {
    Directive { tokens: vec![name.into()], block: None, why: None }
}

/// A block without a name: the options of the whole program.
pub fn options(fill: impl FnOnce(&mut Block)) -> Directive {
    Directive { tokens: Vec::new(), block: None, why: None }.block(fill)
}

impl Directive {
    /// Adds one argument.
    pub fn arg(mut self, argument: impl Into<Argument>) -> Self {
        self.tokens.push(argument.into());
        self
    }

    /// Adds the words of a text of ours, each as an argument.
    pub fn words(mut self, words: &'static str) -> Self {
        self.tokens.extend(words.split(' ').filter(|word| !word.is_empty()).map(Argument::from));
        self
    }

    /// Says why it is there.
    pub fn why(mut self, reason: impl Into<Cow<'static, str>>) -> Self {
        self.why = Some(reason.into());
        self
    }

    /// Gives it a block.
    pub fn block(mut self, fill: impl FnOnce(&mut Block)) -> Self {
        fill(self.block.get_or_insert_default());
        self
    }
}
