/// A text from outside, fit for a line of a terminal or a log: what controls it, and what nobody would see, as escapes.
pub(crate) fn visible(text: &str) -> String {
    text.chars().flat_map(seen).collect()
}

/// The same for a sentence, which would drown in a long one.
pub(crate) fn shown(text: &str) -> String {
    let mut chars = text.chars();
    let mut shown: String = chars.by_ref().take(MOST).flat_map(seen).collect();
    if chars.next().is_some() {
        shown.push('…');
    }
    shown
}

/// How many characters of a text a sentence repeats.
const MOST: usize = 60;

/// Quotes and backslashes are seen as they are.
fn seen(char: char) -> impl Iterator<Item = char> {
    let plain = matches!(char, '\'' | '"' | '\\');
    plain.then_some(char).into_iter().chain((!plain).then(|| char.escape_debug()).into_iter().flatten())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_cannot_be_seen_is_escaped() {
        assert_eq!(visible("it's \"C:\\x\" ß"), "it's \"C:\\x\" ß");
        assert_eq!(visible("a\u{1b}[31m\n\0\u{202e}"), "a\\u{1b}[31m\\n\\0\\u{202e}");
    }

    #[test]
    fn a_sentence_repeats_no_novel() {
        assert_eq!(shown(&"ä".repeat(60)), "ä".repeat(60));
        assert_eq!(shown(&"ä".repeat(61)), format!("{}…", "ä".repeat(60)));
    }
}
