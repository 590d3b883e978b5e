use super::Theme;
use super::palette::Palette;

pub(super) fn theme() -> Theme {
    Palette {
        ground: 0x16191f,
        text: 0xe4e7ec,
        quiet: 0x9aa3b0,
        line: 0x566070,
        accent: 0x5cc8d7,
        cursor: 0x2f3b4d,
        red: 0xff8080,
        yellow: 0xe8c268,
        blue: 0x82b1ff,
        green: 0x8fd18a,
        violet: 0xcba6f7,
        orange: 0xf5a97f,
    }
    .theme("dark")
}
