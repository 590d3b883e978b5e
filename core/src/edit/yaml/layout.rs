//! What a file looks like around a place.

use crate::format::yaml::{Document, Node};

/// What one level is indented by where the file does not say.
pub(super) const UNIT: usize = 2;

/// The line end of a file.
pub(super) fn eol(text: &str) -> &'static str {
    match text.find('\n') {
        Some(at) if text.get(..at).is_some_and(|line| line.ends_with('\r')) => "\r\n",
        _ => "\n",
    }
}

/// What a file's outermost level is indented by.
pub(super) fn unit(document: &Document<'_>) -> usize {
    let inner = document.root().into_iter().flat_map(Node::pairs).filter_map(|pair| pair.value.pairs().first());
    inner.map(|pair| pair.key.column).find(|column| *column > 0).unwrap_or(UNIT)
}

/// The beginning of the line that a byte is on.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1)
}

/// Behind the end of the line that a byte is on, and whether the line ends with a line end.
pub(super) fn next_line(text: &str, at: usize) -> (usize, bool) {
    match text.get(at..).and_then(|rest| rest.find('\n')) {
        Some(end) => (at + end + 1, true),
        None => (text.len(), false),
    }
}

/// Whether there is nothing but blanks between the beginning of its line and a byte.
pub(super) fn begins_line(text: &str, at: usize) -> bool {
    text.get(line_start(text, at)..at).is_some_and(|before| before.trim_start_matches('\u{feff}').trim().is_empty())
}

/// Whether an empty line stands within a part of the text.
pub(super) fn has_empty_line(text: &str, from: usize, to: usize) -> bool {
    let part = text.get(from..to).unwrap_or_default();
    // The first piece is the rest of a line, the last the beginning of one.
    let pieces: Vec<&str> = part.split('\n').collect();
    pieces.get(1..pieces.len().saturating_sub(1)).is_some_and(|lines| lines.iter().any(|line| line.trim().is_empty()))
}

/// Behind the comment that holds a key and its block, if one in this part of the text does.
pub(super) fn behind_commented(text: &str, from: usize, to: usize, key: &str) -> Option<usize> {
    let mut at = from;
    let mut found = false;
    while at < to {
        let (next, _) = next_line(text, at);
        let line = text.get(at..next.min(to))?.trim();
        match line.strip_prefix('#') {
            Some(remark) => {
                let rest = remark.trim_start_matches(['#', ' ', '\t']).strip_prefix(key);
                found |= rest.is_some_and(|rest| rest.trim_start().starts_with(':'));
            }
            None if found => return Some(at),
            None => {}
        }
        at = next;
    }
    found.then_some(to)
}
