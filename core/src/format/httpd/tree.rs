use super::Argument;
use crate::format::block;
use std::borrow::Cow;

/// What stands in a section, or in a file.
pub type Block = block::Block<Directive>;

/// A name, arguments, and a section or none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Directive {
    pub(super) name: &'static str,
    pub(super) arguments: Vec<Argument>,
    pub(super) section: Option<Block>,
    pub(super) why: Option<Cow<'static, str>>,
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
