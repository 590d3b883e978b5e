//! The looks: a file and a line of [`THEMES`] each.

mod dark;
mod light;
mod okabe_ito;
mod palette;
mod plain;
mod signs;
mod terminal;

pub(crate) use signs::Signs;

use ratatui::style::Style;
use ratatui::symbols::border;
use wso2_design_core::diagnostic::Severity;

/// The colours, and the characters that lines are drawn with. The 16 colours of the terminal unless asked otherwise: they are
/// the ones that a person has chosen.
#[derive(Debug, Clone)]
pub(crate) struct Theme {
    /// What it is called.
    pub(crate) name: &'static str,
    /// Everything else.
    pub(crate) plain: Style,
    pub(crate) title: Style,
    pub(crate) border: Style,
    pub(crate) focused: Style,
    /// What the cursor is on.
    pub(crate) chosen: Style,
    /// What a person said.
    pub(crate) said: Style,
    /// What holds where nothing was said, and whatever else is said by the way.
    pub(crate) usual: Style,
    /// A key to press.
    pub(crate) key: Style,
    pub(crate) trouble: Style,
    pub(crate) warning: Style,
    pub(crate) advice: Style,
    /// Lines of a file that are more, fewer, and others than before.
    pub(crate) added: Style,
    pub(crate) removed: Style,
    pub(crate) changed: Style,
    /// What a search found.
    pub(crate) found: Style,
    /// The words of a file.
    pub(crate) token: Tokens,
    /// Whether lines and signs are drawn with the characters of a typewriter.
    pub(crate) ascii: bool,
}

/// How the words of a file are shown.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tokens {
    pub(crate) comment: Style,
    pub(crate) string: Style,
    /// The name of an attribute, the key of a setting.
    pub(crate) key: Style,
    /// The name of an element, a keyword, the head of a section.
    pub(crate) tag: Style,
    pub(crate) number: Style,
}

/// A theme that can be chosen.
struct Entry {
    name: &'static str,
    about: &'static str,
    theme: fn() -> Theme,
}

/// Every theme, in the order in which they are offered.
static THEMES: &[Entry] = &[
    Entry { name: "terminal", about: "the terminal's own 16 colours", theme: terminal::theme },
    Entry { name: "dark", about: "true colours on dark", theme: dark::theme },
    Entry { name: "light", about: "true colours on light", theme: light::theme },
    Entry { name: "colour-blind", about: "true colours that no eye confuses", theme: okabe_ito::theme },
    Entry { name: "none", about: "no colour", theme: plain::theme },
];

impl Default for Theme {
    fn default() -> Self {
        terminal::theme()
    }
}

impl Theme {
    /// The names that [`Self::by_name`] knows, and what each means.
    pub(crate) fn names() -> impl Iterator<Item = (&'static str, &'static str)> {
        THEMES.iter().map(|entry| (entry.name, entry.about))
    }

    /// The theme of a name.
    pub(crate) fn by_name(name: &str) -> Option<Self> {
        THEMES.iter().find(|entry| entry.name == name).map(|entry| (entry.theme)())
    }

    /// The same with the characters of a typewriter, or with drawn ones.
    pub(crate) fn with_ascii(self, ascii: bool) -> Self {
        Self { ascii, ..self }
    }

    /// The theme after this one.
    pub(crate) fn next(&self) -> Self {
        let at = THEMES.iter().position(|entry| entry.name == self.name).unwrap_or(0);
        let next = THEMES.iter().cycle().nth(at + 1).map_or_else(Self::default, |entry| (entry.theme)());
        next.with_ascii(self.ascii)
    }

    pub(crate) fn severity(&self, severity: Severity) -> Style {
        match severity {
            Severity::Error => self.trouble,
            Severity::Warning => self.warning,
            Severity::Advice => self.advice,
        }
    }

    /// The characters of a frame.
    pub(crate) fn lines(&self) -> border::Set<'static> {
        if self.ascii { signs::FRAME } else { border::ROUNDED }
    }

    /// The characters of the frame that has the keys: it can be told without colour.
    pub(crate) fn heavy_lines(&self) -> border::Set<'static> {
        if self.ascii { signs::HEAVY_FRAME } else { border::THICK }
    }

    /// The signs between words.
    pub(crate) fn signs(&self) -> &'static Signs {
        if self.ascii { &signs::TYPEWRITER } else { &signs::DRAWN }
    }
}

#[cfg(test)]
mod tests;
