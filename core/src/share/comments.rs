use std::ops::Range;

/// Where the comments of a text in TOML are, which can be read. Comments alone, without the ends of their lines.
pub(super) fn comments(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let length = match rest.as_bytes().first() {
            Some(b'#') => {
                let length = rest.find('\n').unwrap_or(rest.len());
                found.push(at..at + length);
                length
            }
            Some(b'"' | b'\'') => quoted(rest),
            _ => rest.find(['#', '"', '\'']).unwrap_or(rest.len()),
        };
        at += length.max(1);
    }
    found
}

/// How long the text in quotes is that this begins with.
fn quoted(text: &str) -> usize {
    let (quote, escapes) = if text.starts_with('"') { ('"', true) } else { ('\'', false) };
    let three: String = std::iter::repeat_n(quote, 3).collect();
    let end: &str = if text.starts_with(&three) { &three } else { &three[..1] };
    let mut at = end.len();
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        if rest.starts_with(end) {
            at += end.len();
            // Up to two quotes more may stand before the three that end it.
            let more = text.get(at..).unwrap_or_default();
            let inside = more.len() - more.trim_start_matches(quote).len();
            return if end.len() == 3 { at + inside } else { at };
        }
        let mut chars = rest.chars();
        let first = chars.next().filter(|c| escapes && *c == '\\');
        let escaped = first.and_then(|_| chars.next()).map_or(0, char::len_utf8);
        at += rest.chars().next().map_or(1, char::len_utf8) + escaped;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_hide_signs() {
        let of = |text: &'static str| -> Vec<&str> { comments(text).into_iter().map(|range| &text[range]).collect() };
        assert_eq!(of("a = 1 # b\n# c \"\n"), ["# b", "# c \""]);
        assert_eq!(of("a = \"# \\\" #\" # b"), ["# b"]);
        assert_eq!(of("a = '# \\' # b"), ["# b"]);
        assert_eq!(of("a = \"\"\"# \"\" \\\"\"\" # é\n\"\"\"\"\" # b"), ["# b"]);
        assert_eq!(of("a = '''\n# '' ''''' # b"), ["# b"]);
        assert_eq!(of("a = '' # b\nc = \"\"#d"), ["# b", "#d"]);
        assert_eq!(of("é = \"unended # b"), [] as [&str; 0]);
    }

    proptest::proptest! {
        #[test]
        fn takes_any_text(text in "([#\"'\\\\\n a]|\\PC){0,24}") {
            for range in comments(&text) {
                assert!(text[range].starts_with('#'));
            }
        }
    }
}
