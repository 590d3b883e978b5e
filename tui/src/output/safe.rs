use std::borrow::Cow;

/// A text that a terminal shows and does not obey: control characters and those that turn the direction of writing
/// are written as escapes; line ends and tabs stay.
pub(crate) fn safe(text: &str) -> Cow<'_, str> {
    escape(text, |char| !matches!(char, '\n' | '\t') && obeyed(char))
}

/// The same for a text that must stay on its line.
pub(crate) fn safe_line(text: &str) -> Cow<'_, str> {
    escape(text, obeyed)
}

fn escape(text: &str, unsafe_char: impl Fn(char) -> bool) -> Cow<'_, str> {
    if !text.contains(&unsafe_char) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for char in text.chars() {
        if unsafe_char(char) { out.extend(char.escape_default()) } else { out.push(char) }
    }
    Cow::Owned(out)
}

fn obeyed(char: char) -> bool {
    char.is_control()
        || matches!(char, '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        || matches!(char, '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_reaches_the_terminal_that_it_would_obey() {
        assert_eq!(safe("a\u{1b}[31mb\u{9b}c\u{202e}d\r\n\t"), "a\\u{1b}[31mb\\u{9b}c\\u{202e}d\\r\n\t");
        assert_eq!(safe_line("a\nb"), "a\\nb");
        assert!(matches!(safe("Grüße, 世界"), Cow::Borrowed(_)));
    }
}
