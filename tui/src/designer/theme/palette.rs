use super::{Theme, Tokens};
use ratatui::style::{Color, Modifier, Style};

/// The colours of a theme that brings its own, as `0xRRGGBB`.
pub(super) struct Palette {
    pub(super) ground: u32,
    pub(super) text: u32,
    /// Said by the way: still text.
    pub(super) quiet: u32,
    /// Lines that are not text.
    pub(super) line: u32,
    /// What has the keys, and keys.
    pub(super) accent: u32,
    /// Behind what the cursor is on.
    pub(super) cursor: u32,
    pub(super) red: u32,
    pub(super) yellow: u32,
    pub(super) blue: u32,
    pub(super) green: u32,
    pub(super) violet: u32,
    pub(super) orange: u32,
}

impl Palette {
    pub(super) fn theme(&self, name: &'static str) -> Theme {
        let ground = Color::from_u32(self.ground);
        let ink = |colour: u32| Style::new().fg(Color::from_u32(colour)).bg(ground);
        let plain = ink(self.text);
        Theme {
            name,
            plain,
            title: plain.add_modifier(Modifier::BOLD),
            border: ink(self.line),
            focused: ink(self.accent),
            chosen: plain.bg(Color::from_u32(self.cursor)).add_modifier(Modifier::BOLD),
            said: plain.add_modifier(Modifier::BOLD),
            usual: ink(self.quiet),
            key: ink(self.accent).add_modifier(Modifier::BOLD),
            trouble: ink(self.red).add_modifier(Modifier::BOLD),
            warning: ink(self.yellow),
            advice: ink(self.blue),
            added: ink(self.green),
            removed: ink(self.red),
            changed: ink(self.yellow),
            found: Style::new().fg(ground).bg(Color::from_u32(self.yellow)),
            token: Tokens {
                comment: ink(self.quiet).add_modifier(Modifier::ITALIC),
                string: ink(self.green),
                key: ink(self.blue),
                tag: ink(self.violet),
                number: ink(self.orange),
            },
            ascii: false,
        }
    }
}
