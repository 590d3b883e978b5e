use super::Argument;
use crate::format::block;
use std::borrow::Cow;

/// What stands between two braces, or in a file.
pub type Block = block::Block<Directive>;

/// A name, arguments, and a block or `;`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Directive {
    pub(super) name: Argument,
    pub(super) arguments: Vec<Argument>,
    pub(super) block: Option<Block>,
    /// Whether the arguments stand between parentheses: those of `if`.
    pub(super) is_test: bool,
    pub(super) why: Option<Cow<'static, str>>,
}

/// A directive of this name, without arguments so far; in a `map` the name is the value to look up.
pub fn set(name: impl Into<Argument>) -> Directive {
    Directive { name: name.into(), arguments: Vec::new(), block: None, is_test: false, why: None }
}

/// `if (variable operator argument)`: at the level of a server the tests are made in turn, before any location is chosen,
/// and `return` is safe in them.
pub fn when(variable: &'static str, operator: &'static str, argument: impl Into<Argument>) -> Directive {
    let test = set("if").arg(variable).arg(operator).arg(argument);
    Directive { is_test: true, ..test }
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
