use super::Argument;
use crate::format::block;
use std::borrow::Cow;

/// A file: sections, and comments before the first one.
pub type File = block::Block<Headed>;

/// What stands below a section's head.
pub type Section = block::Block<Line>;

/// A section behind its head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Headed {
    pub(super) head: Line,
    pub(super) section: Section,
}

/// A keyword and its arguments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub(super) arguments: Vec<Argument>,
    pub(super) why: Option<Cow<'static, str>>,
}

impl File {
    /// Adds a section: its head, and what stands in it.
    pub fn section(&mut self, head: Line, fill: impl FnOnce(&mut Section)) {
        let mut section = Section::default();
        fill(&mut section);
        self.add(Headed { head, section });
    }
}

/// A line that begins with these words of ours.
pub fn line(words: &'static str) -> Line {
    Line { arguments: Vec::new(), why: None }.words(words)
}

impl Line {
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

    /// Adds what an ACL is compared with: behind `--`, so that none is taken for a flag.
    pub fn matches<A: Into<Argument>>(self, patterns: impl IntoIterator<Item = A>) -> Self {
        let mut line = self.words("--");
        line.arguments.extend(patterns.into_iter().map(Into::into));
        line
    }

    /// Says why it is there.
    pub fn why(mut self, reason: impl Into<Cow<'static, str>>) -> Self {
        self.why = Some(reason.into());
        self
    }
}
