use super::Argument;
use std::borrow::Cow;

/// A file: sections, and comments before the first one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct File {
    pub(super) items: Vec<Item>,
}

/// What stands below a section's head: lines, comments and blank lines, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Section {
    pub(super) items: Vec<Item>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Item {
    Section(Line, Section),
    Line(Line),
    /// A paragraph; the writer wraps it.
    Comment(String),
    Blank,
}

/// A keyword and its arguments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub(super) arguments: Vec<Argument>,
    pub(super) why: Option<Cow<'static, str>>,
}

impl File {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a section: its head, and what stands in it.
    pub fn section(&mut self, head: Line, fill: impl FnOnce(&mut Section)) {
        let mut section = Section::default();
        fill(&mut section);
        self.items.push(Item::Section(head, section));
    }

    /// Adds a comment on lines of its own.
    pub fn say(&mut self, comment: impl Into<String>) {
        self.items.push(Item::Comment(comment.into()));
    }

    /// Adds a blank line; never two in a row, and none before everything else.
    pub fn gap(&mut self) {
        gap(&mut self.items);
    }
}

impl Section {
    /// Adds a line.
    pub fn add(&mut self, line: Line) {
        self.items.push(Item::Line(line));
    }

    /// Adds a comment on lines of its own.
    pub fn say(&mut self, comment: impl Into<String>) {
        self.items.push(Item::Comment(comment.into()));
    }

    /// Adds a blank line; never two in a row, and none before everything else.
    pub fn gap(&mut self) {
        gap(&mut self.items);
    }
}

fn gap(items: &mut Vec<Item>) {
    if !matches!(items.last(), None | Some(Item::Blank)) {
        items.push(Item::Blank);
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
