use super::{Theme, Tokens};
use ratatui::style::{Modifier, Style};

/// No colour at all: for NO_COLOR, and for paper.
pub(super) fn theme() -> Theme {
    let plain = Style::new();
    let bold = plain.add_modifier(Modifier::BOLD);
    let under = plain.add_modifier(Modifier::UNDERLINED);
    Theme {
        name: "none",
        plain,
        title: bold,
        border: plain,
        focused: bold,
        chosen: plain.add_modifier(Modifier::REVERSED),
        said: bold,
        usual: plain,
        key: bold,
        trouble: bold,
        warning: plain,
        advice: plain,
        added: bold,
        removed: under,
        changed: bold,
        found: bold.add_modifier(Modifier::REVERSED),
        token: Tokens { comment: plain, string: plain, key: bold, tag: bold, number: plain },
        ascii: false,
    }
}
