use super::tree::Item;
use super::{Argument, File, Line};
use crate::format::one_line;

/// No line of ours is longer, but for one whose arguments are: a line of HAProxy's cannot be folded.
const WIDTH: usize = 118;
const INDENT: usize = 4;

/// A file's text: like lines in columns, reasons behind the line where they fit and above it where they do not.
pub fn write(file: &File) -> String {
    let mut out = String::new();
    items(&mut out, &file.items, 0);
    out
}

fn items(out: &mut String, items: &[Item], depth: usize) {
    let mut rest = items;
    while let Some((first, others)) = rest.split_first() {
        let alike: Vec<&Line> = rest.iter().map_while(line).take_while(|it| like(first, it)).collect();
        match first {
            Item::Blank => out.push('\n'),
            Item::Comment(text) => comment(out, text, depth),
            Item::Section(head, section) => {
                aligned(out, &[head], depth);
                self::items(out, &section.items, depth + 1);
            }
            Item::Line(_) => aligned(out, &alike, depth),
        }
        rest = rest.get(alike.len().max(1)..).unwrap_or(others);
    }
}

fn line(item: &Item) -> Option<&Line> {
    match item {
        Item::Line(line) => Some(line),
        _ => None,
    }
}

/// Whether two lines in a row say the same kind of thing in the same form. What a server may have more stands at its end.
fn like(one: &Item, other: &Line) -> bool {
    line(one).is_some_and(|one| {
        let server = one.arguments.first().is_some_and(|first| first.text() == "server");
        kind(one) == kind(other) && (server || one.arguments.len() == other.arguments.len())
    })
}

/// The words that tell what a line is: the keyword, and the action of a rule.
fn kind(line: &Line) -> &[Argument] {
    let rule = line.arguments.first().is_some_and(|first| first.text().starts_with("http-"));
    line.arguments.get(..if rule { 2 } else { 1 }).unwrap_or(&line.arguments)
}

/// Lines of one kind, in columns.
fn aligned(out: &mut String, lines: &[&Line], depth: usize) {
    let room = WIDTH.saturating_sub(depth * INDENT);
    let quoted: Vec<Vec<String>> = lines.iter().map(|line| line.arguments.iter().map(quoted).collect()).collect();
    let columns = columns(&quoted);
    let laid_out = |arguments: &Vec<String>| {
        let mut text = String::new();
        let mut at = 0;
        for (number, argument) in arguments.iter().enumerate() {
            if number > 0 {
                pad(&mut text, at);
                text.push(' ');
                at += 1;
            }
            text.push_str(argument);
            at += columns.get(number).copied().unwrap_or(0);
        }
        text
    };
    let columned: Vec<String> = quoted.iter().map(laid_out).collect();
    // Columns are for lines that one sees whole.
    let texts = match columned.iter().all(|text| width(text) <= room) {
        true => columned,
        false => quoted.iter().map(|arguments| arguments.join(" ")).collect(),
    };
    let fits = |text: &str, why: &str, column: usize| width(text).max(column) + 4 + width(why) <= room;
    let behind = |column: usize| {
        texts.iter().zip(lines).filter_map(move |(text, line)| {
            line.why.as_deref().filter(|why| fits(text, why, column)).map(|_| width(text))
        })
    };
    // A reason that no longer fits behind the longest line goes above, which may make the longest line shorter.
    let column = behind(behind(0).max().unwrap_or(0)).max().unwrap_or(0);
    for (mut text, line) in texts.into_iter().zip(lines) {
        match line.why.as_deref() {
            Some(why) if fits(&text, why, column) && width(&text) <= column => {
                pad(&mut text, column);
                text.push_str("  # ");
                text.push_str(&one_line(why));
            }
            Some(why) => comment(out, why, depth),
            None => {}
        }
        indented(out, &text, depth);
    }
}

/// The width of each argument among lines of one kind; the last argument of a line needs none.
fn columns(lines: &[Vec<String>]) -> Vec<usize> {
    let count = lines.iter().map(Vec::len).max().unwrap_or(0);
    let widest = |column: usize| {
        let inner = lines.iter().filter(|line| column + 1 < line.len());
        inner.filter_map(|line| line.get(column)).map(|it| width(it)).max().unwrap_or(0)
    };
    (0..count).map(widest).collect()
}

/// A comment on lines of its own, wrapped between words. Control characters become blanks, so that it cannot end.
fn comment(out: &mut String, text: &str, depth: usize) {
    let room = WIDTH.saturating_sub(depth * INDENT);
    for paragraph in text.split('\n') {
        let paragraph = one_line(paragraph);
        let mut line = String::from("#");
        for word in paragraph.split(' ').filter(|word| !word.is_empty()) {
            if line.len() > 1 && width(&line) + 1 + width(word) > room {
                indented(out, &line, depth);
                line.truncate(1);
            }
            line.push(' ');
            line.push_str(word);
        }
        indented(out, &line, depth);
    }
}

fn indented(out: &mut String, line: &str, depth: usize) {
    out.extend(std::iter::repeat_n(' ', depth * INDENT));
    out.push_str(line);
    out.push('\n');
}

fn width(text: &str) -> usize {
    text.chars().count()
}

fn pad(line: &mut String, to: usize) {
    let missing = to.saturating_sub(width(line));
    line.extend(std::iter::repeat_n(' ', missing));
}

/// The argument as HAProxy reads it back: as it is where nothing in it means something, otherwise in single quotes, where
/// nothing does but the closing one. Source: HAProxy, configuration manual, «Quoting and escaping».
fn quoted(argument: &Argument) -> String {
    let text = argument.text();
    let plain = |char: char| char.is_ascii_alphanumeric() || "_-./:=@,+*~%[](){}<>?!^|&;".contains(char);
    if !text.is_empty() && text.chars().all(plain) {
        return text.to_owned();
    }
    format!("'{}'", text.replace('\'', r"'\''"))
}
