/// What stands in a block, or in a file: directives, comments and blank lines, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block<D> {
    pub(super) items: Vec<Item<D>>,
}

/// One thing of a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Item<D> {
    Directive(D),
    /// A paragraph; the writer wraps it.
    Comment(String),
    Blank,
}

impl<D> Block<D> {
    /// Nothing yet.
    pub fn new() -> Self {
        Self { items: Vec::new() }
    }

    /// Adds a directive.
    pub fn add(&mut self, directive: D) {
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

impl<D> Default for Block<D> {
    fn default() -> Self {
        Self::new()
    }
}
