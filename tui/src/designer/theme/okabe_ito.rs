use super::Theme;
use super::palette::Palette;

/// The eight colours of Masataka Okabe and Kei Ito («Color Universal Design», 2002), on black: they stay apart for eyes without
/// red, green or blue cones. What is more and what is less is orange and sky blue, never green and red.
pub(super) fn theme() -> Theme {
    const SKY_BLUE: u32 = 0x56b4e9;
    const YELLOW: u32 = 0xf0e442;
    const VERMILION: u32 = 0xd55e00;
    const ORANGE: u32 = 0xe69f00;
    const PURPLE: u32 = 0xcc79a7;
    const BLUISH_GREEN: u32 = 0x009e73;
    Palette {
        ground: 0x000000,
        text: 0xf2f2f2,
        quiet: 0xb0b0b0,
        line: 0x707070,
        accent: SKY_BLUE,
        cursor: 0x1f3040,
        red: VERMILION,
        yellow: YELLOW,
        blue: PURPLE,
        green: SKY_BLUE,
        violet: BLUISH_GREEN,
        orange: ORANGE,
    }
    .theme("colour-blind")
}
