//! The character classes of XML 1.0.

use std::borrow::Cow;

/// The name behind its prefix.
pub fn local_name(name: &str) -> &str {
    colon(name).map_or(name, |colon| &name[colon + 1..])
}

/// Where the last colon of a name is. Names are too short for the searcher of the standard library to pay.
fn colon(name: &str) -> Option<usize> {
    name.bytes().rposition(|byte| byte == b':')
}

/// Whether two names are the same without their prefixes.
pub fn same_name(one: &str, other: &str) -> bool {
    // Asked for every sibling of every step: the last byte settles nearly all.
    one == other || (one.as_bytes().last() == other.as_bytes().last() && local_name(one) == local_name(other))
}

/// Whether nothing of a text can be written.
pub(crate) fn is_empty(text: &str) -> bool {
    !text.chars().any(is_allowed)
}

/// The prefix of a name with its colon, or nothing.
pub(super) fn prefix(name: &str) -> &str {
    colon(name).map_or("", |colon| &name[..=colon])
}

/// The text without the characters that no XML 1.0 file can hold.
pub fn clean(text: &str) -> Cow<'_, str> {
    if has_forbidden(text) { text.chars().filter(|c| is_allowed(*c)).collect::<String>().into() } else { text.into() }
}

/// The text without XML's white space around it.
pub fn trim(text: &str) -> &str {
    text.trim_matches(is_space)
}

pub(crate) fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\r' | '\n')
}

pub(super) fn is_allowed(c: char) -> bool {
    !matches!(c, '\0'..='\x08' | '\x0b' | '\x0c' | '\x0e'..='\x1f' | '\u{fffe}' | '\u{ffff}')
}

/// Whether a character of the text is not allowed. Bytes first: nearly every text passes without being decoded.
pub(super) fn has_forbidden(text: &str) -> bool {
    text.bytes().any(|b| (b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r')) || b == 0xef)
        && !text.chars().all(is_allowed)
}

fn starts_name(c: char) -> bool {
    matches!(c, ':' | '_' | 'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{2ff}'
        | '\u{370}'..='\u{37d}' | '\u{37f}'..='\u{1fff}' | '\u{200c}'..='\u{200d}' | '\u{2070}'..='\u{218f}'
        | '\u{2c00}'..='\u{2fef}' | '\u{3001}'..='\u{d7ff}' | '\u{f900}'..='\u{fdcf}' | '\u{fdf0}'..='\u{fffd}'
        | '\u{10000}'..='\u{effff}')
}

pub(super) fn continues_name(c: char) -> bool {
    starts_name(c) || matches!(c, '-' | '.' | '0'..='9' | '\u{b7}' | '\u{300}'..='\u{36f}' | '\u{203f}'..='\u{2040}')
}

/// The length of the name at the beginning of a text, 0 if there is none.
pub(super) fn name_length(text: &str) -> usize {
    if !text.starts_with(starts_name) {
        return 0;
    }
    text.find(|c| !continues_name(c)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_spaces() {
        assert_eq!(local_name("tns:DataSource"), "DataSource");
        assert_eq!(prefix("tns:DataSource"), "tns:");
        assert_eq!(name_length("a-b c"), 3);
        assert_eq!(name_length("1a"), 0);
        assert_eq!(trim(" \r\n\u{a0}x\t"), "\u{a0}x");
        assert_eq!(clean("a\0b\u{ffff}\u{fffd}"), "ab\u{fffd}");
    }
}
