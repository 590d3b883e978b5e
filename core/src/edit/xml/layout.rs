//! Lines, indentation and line ends around a place of a text.

use std::ops::Range;

/// The line end that the text uses nearest before `at`, else the first one after it.
pub(super) fn eol(text: &str, at: usize) -> &'static str {
    let before = text[..at].rfind('\n');
    match before.or_else(|| text[at..].find('\n').map(|found| at + found)) {
        Some(place) if text[..place].ends_with('\r') => "\r\n",
        _ => "\n",
    }
}

/// The blanks at the beginning of the line that `at` stands on.
pub(super) fn indent(text: &str, at: usize) -> &str {
    let line = &text[line_start(text, at)..at];
    &line[..line.len() - line.trim_start_matches(is_blank).len()]
}

/// Where the line begins that `at` stands on.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |newline| newline + 1)
}

/// Whether there are only blanks before `at` on its line.
pub(super) fn begins_line(text: &str, at: usize) -> bool {
    let start = line_start(text, at);
    start > 0 && text[start..at].chars().all(is_blank)
}

/// Whether a line end stands between two places.
pub(super) fn has_line_end(text: &str, range: Range<usize>) -> bool {
    text.get(range).is_some_and(|between| between.contains('\n'))
}

/// The end of the blanks behind `at`.
pub(super) fn past_blanks(text: &str, at: usize) -> usize {
    text.len() - text[at..].trim_start_matches(is_blank).len()
}

/// Whether the line ends at `at`.
pub(super) fn ends_line(text: &str, at: usize) -> bool {
    let rest = &text[at..];
    rest.is_empty() || rest.starts_with('\n') || rest.starts_with("\r\n")
}

/// The ranges to cut so that what is in `range` goes, with its lines if nothing else stands on them. What follows it
/// on its line is a range of its own: something may be inserted right behind `range`.
pub(super) fn whole_lines(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let blanks = past_blanks(text, range.end);
    if !begins_line(text, range.start) || !ends_line(text, blanks) {
        return vec![range];
    }
    let before = &text[..line_start(text, range.start) - 1];
    let start = before.strip_suffix('\r').unwrap_or(before).len();
    [start..range.end, range.end..blanks].into_iter().filter(|range| !range.is_empty()).collect()
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines() {
        let text = "<a>\r\n \t<b/> \r\n  <c/>\n</a>";
        let b = text.find("<b/>").unwrap();
        assert_eq!(indent(text, b), " \t");
        assert_eq!(eol(text, b), "\r\n");
        assert_eq!(eol(text, 0), "\r\n");
        assert_eq!(eol(text, text.len()), "\n");
        assert_eq!(whole_lines(text, b..b + 4), [3..b + 4, b + 4..b + 5]);
        assert_eq!(whole_lines("<a><b/></a>", 3..7), vec![3..7]);
    }
}
