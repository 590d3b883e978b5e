//! Lines: their indents, columns and comments. A character is one column.

/// A text for one line of a comment: whatever could end the line is a blank.
pub(super) fn one_line(text: &str) -> String {
    text.replace(|char: char| char.is_control() || matches!(char, '\u{2028}' | '\u{2029}'), " ")
}

/// The lines of a comment, wrapped between words: none is longer than `room`, but for a single long word.
pub(super) fn wrapped(text: &str, room: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.split('\n').map(one_line) {
        let mut line = String::new();
        for word in paragraph.split(' ').filter(|word| !word.is_empty()) {
            if !line.is_empty() && width(&line) + 1 + width(word) > room {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(line);
    }
    lines
}

/// A comment behind `#`, on lines of its own; `room` is for the sign too.
pub(super) fn comment(out: &mut String, text: &str, room: usize, indent: &str) {
    for words in wrapped(text, room.saturating_sub(2)) {
        let line = if words.is_empty() { "#".to_owned() } else { format!("# {words}") };
        indented(out, &line, indent);
    }
}

/// A line behind its indent.
pub(super) fn indented(out: &mut String, line: &str, indent: &str) {
    out.extend([indent, line, "\n"]);
}

/// How many columns a text takes.
pub(super) fn width(text: &str) -> usize {
    text.chars().count()
}

/// Fills a line with blanks up to a column.
pub(super) fn pad(line: &mut String, to: usize) {
    let missing = to.saturating_sub(width(line));
    line.extend(std::iter::repeat_n(' ', missing));
}
