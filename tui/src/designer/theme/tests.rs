use super::*;
use ratatui::style::Color;
use unicode_width::UnicodeWidthStr;

/// The contrast of two colours: WCAG 2.2, «contrast ratio».
fn contrast(one: Color, other: Color) -> f64 {
    let light = |colour: Color| {
        let Color::Rgb(red, green, blue) = colour else { panic!("{colour} is the terminal's") };
        let part = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue)
    };
    let (one, other) = (light(one), light(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn text_of_own_colours_can_be_read() {
    for name in ["dark", "light", "colour-blind"] {
        let theme = Theme::by_name(name).unwrap();
        let token = theme.token;
        let texts = [
            theme.plain,
            theme.title,
            theme.focused,
            theme.chosen,
            theme.said,
            theme.usual,
            theme.key,
            theme.trouble,
            theme.warning,
            theme.advice,
            theme.added,
            theme.removed,
            theme.changed,
            theme.found,
            token.comment,
            token.string,
            token.key,
            token.tag,
            token.number,
        ];
        for style in texts {
            let ratio = contrast(style.fg.unwrap(), style.bg.unwrap());
            assert!(ratio >= 4.5, "{name}: {style:?} has {ratio:.2}");
            // The cursor's line keeps the ink of its words.
            let ratio = contrast(style.fg.unwrap(), theme.chosen.bg.unwrap());
            assert!(ratio >= 3.0 || style == theme.found, "{name}: {style:?} has {ratio:.2} under the cursor");
        }
        assert!(contrast(theme.border.fg.unwrap(), theme.plain.bg.unwrap()) >= 2.3, "{name}: borders");
    }
}

#[test]
fn names_lead_to_themes_and_around() {
    let mut theme = Theme::default().with_ascii(true);
    for (name, _) in Theme::names() {
        assert_eq!(theme.name, name);
        assert_eq!(Theme::by_name(name).unwrap().name, name);
        theme = theme.next();
    }
    assert_eq!((theme.name, theme.ascii), ("terminal", true));
    assert!(Theme::by_name("").is_none());
}

#[test]
fn no_colour_is_no_colour() {
    let shown = format!("{:?}", Theme::by_name("none").unwrap());
    assert!(!shown.contains("fg(") && !shown.contains("bg("), "{shown}");
}

#[test]
fn a_sign_is_one_cell() {
    for signs in [&signs::DRAWN, &signs::TYPEWRITER] {
        let shown = format!("{signs:?}");
        for text in shown.split('"').skip(1).step_by(2) {
            assert_eq!(text.width(), 1, "{text}");
        }
    }
    assert!(format!("{:?}", signs::TYPEWRITER).is_ascii());
}
