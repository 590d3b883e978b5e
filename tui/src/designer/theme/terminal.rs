use super::{Theme, Tokens};
use ratatui::style::{Color, Modifier, Style};

/// The terminal's own colours, on whatever ground it has. Bright black cannot be seen on some, yellow and cyan not on a white
/// one: what must be read is in the terminal's own ink, in magenta or in red, which stand out on both; a warning brings its ground.
pub(super) fn theme() -> Theme {
    let plain = Style::new();
    let bold = plain.add_modifier(Modifier::BOLD);
    let quiet = plain.add_modifier(Modifier::DIM);
    Theme {
        name: "terminal",
        plain,
        title: bold,
        border: quiet,
        focused: plain.fg(Color::Magenta),
        chosen: plain.add_modifier(Modifier::REVERSED),
        said: bold,
        usual: quiet,
        key: bold.fg(Color::Magenta),
        trouble: bold.fg(Color::Red),
        warning: plain.fg(Color::Black).bg(Color::Yellow),
        advice: plain.fg(Color::Magenta),
        added: plain.fg(Color::Green),
        removed: plain.fg(Color::Red),
        changed: plain.fg(Color::Magenta),
        found: plain.fg(Color::Black).bg(Color::Yellow),
        token: Tokens {
            comment: quiet.add_modifier(Modifier::ITALIC),
            string: plain,
            key: plain.fg(Color::Magenta),
            tag: bold,
            number: plain.fg(Color::Red),
        },
        ascii: false,
    }
}
