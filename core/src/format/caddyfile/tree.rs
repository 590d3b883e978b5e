use super::Argument;
use crate::format::block;
use std::borrow::Cow;

/// What stands between two braces, or in a file.
pub type Block = block::Block<Directive>;

/// Tokens on a line, and perhaps a block. Addresses of sites, snippets and matchers are written so as well.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Directive {
    pub(super) tokens: Vec<Argument>,
    pub(super) block: Option<Block>,
    pub(super) why: Option<Cow<'static, str>>,
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
