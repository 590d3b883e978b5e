use ratatui::style::{Color, Modifier, Style};
use ratatui::symbols::border;
use wso2_design_core::diagnostic::Severity;

/// The colours, and the characters that lines are drawn with. The 16 colours of the terminal unless asked otherwise: they are
/// the ones that a person has chosen.
#[derive(Debug, Clone)]
pub(crate) struct Theme {
    pub(crate) plain: Style,
    pub(crate) title: Style,
    pub(crate) border: Style,
    pub(crate) focused: Style,
    pub(crate) chosen: Style,
    pub(crate) said: Style,
    pub(crate) usual: Style,
    pub(crate) key: Style,
    pub(crate) trouble: Style,
    pub(crate) warning: Style,
    pub(crate) advice: Style,
    /// What a search found.
    pub(crate) found: Style,
    /// Whether lines are drawn with `+`, `-` and `|`.
    pub(crate) ascii: bool,
}

impl Default for Theme {
    fn default() -> Self {
        let plain = Style::new();
        Self {
            plain,
            title: plain.add_modifier(Modifier::BOLD),
            border: plain.fg(Color::DarkGray),
            focused: plain.fg(Color::Cyan),
            chosen: plain.add_modifier(Modifier::REVERSED),
            said: plain.add_modifier(Modifier::BOLD),
            usual: plain.fg(Color::DarkGray),
            key: plain.fg(Color::Cyan),
            trouble: plain.fg(Color::Red),
            warning: plain.fg(Color::Yellow),
            advice: plain.fg(Color::Blue),
            found: plain.fg(Color::Yellow).add_modifier(Modifier::REVERSED),
            ascii: false,
        }
    }
}

impl Theme {
    pub(crate) fn severity(&self, severity: Severity) -> Style {
        match severity {
            Severity::Error => self.trouble,
            Severity::Warning => self.warning,
            Severity::Advice => self.advice,
        }
    }

    pub(crate) fn lines(&self) -> border::Set<'static> {
        if self.ascii { ASCII } else { border::PLAIN }
    }
}

const ASCII: border::Set<'static> = border::Set {
    top_left: "+",
    top_right: "+",
    bottom_left: "+",
    bottom_right: "+",
    vertical_left: "|",
    vertical_right: "|",
    horizontal_top: "-",
    horizontal_bottom: "-",
};
