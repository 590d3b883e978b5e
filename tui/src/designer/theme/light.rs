use super::Theme;
use super::palette::Palette;

pub(super) fn theme() -> Theme {
    Palette {
        ground: 0xfbfbf9,
        text: 0x1f2328,
        quiet: 0x5c636d,
        line: 0x9aa2ad,
        accent: 0x006a80,
        cursor: 0xd6e4f5,
        red: 0xb3261e,
        yellow: 0x7a5200,
        blue: 0x1a56b0,
        green: 0x1d6b2f,
        violet: 0x6f3fa8,
        orange: 0x9a4300,
    }
    .theme("light")
}
