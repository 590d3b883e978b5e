use crate::design::Pattern;

/// The steps by which a manual sets a cluster up, and where a bundle does each of them.
#[derive(Debug, PartialEq, Eq)]
pub struct Manual {
    /// What the manual calls the whole.
    pub title: &'static str,
    /// The patterns that it sets up; empty: all.
    pub patterns: &'static [Pattern],
    /// Its steps, in its order.
    pub steps: &'static [ManualStep],
}

/// One step of a manual.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ManualStep {
    /// What the manual calls it.
    pub title: &'static str,
    /// Where the bundle does it, or why it need not be done: sentences, with the headings of the guide and paths as they are.
    pub here: &'static str,
}

impl ManualStep {
    /// A step, and where it is done.
    pub(super) const fn new(title: &'static str, here: &'static str) -> Self {
        Self { title, here }
    }
}

impl Manual {
    /// Whether it sets this pattern up.
    pub fn is_about(&self, pattern: Pattern) -> bool {
        self.patterns.is_empty() || self.patterns.contains(&pattern)
    }
}
