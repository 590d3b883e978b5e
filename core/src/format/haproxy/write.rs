use super::{Argument, File, Line};
use crate::format::block::Item;
use crate::format::lines::{self, one_line, pad, width};

/// No line of ours is longer, but for one whose arguments are: a line of HAProxy's cannot be folded.
const WIDTH: usize = 118;
const INDENT: usize = 4;

/// A file's text: like lines in columns, reasons behind the line where they fit and above it where they do not.
pub fn write(file: &File) -> String {
    let mut out = String::new();
    for item in &file.items {
        match item {
            Item::Blank => out.push('\n'),
            Item::Comment(text) => comment(&mut out, text, 0),
            Item::Directive(it) => {
                aligned(&mut out, &[&it.head], 0);
                section(&mut out, &it.section.items);
            }
        }
    }
    out
}

fn section(out: &mut String, items: &[Item<Line>]) {
    for run in items.chunk_by(|one, next| line(one).zip(line(next)).is_some_and(|(one, next)| like(one, next))) {
        let alike: Vec<&Line> = run.iter().filter_map(line).collect();
        match run {
            [Item::Blank] => out.push('\n'),
            [Item::Comment(text)] => comment(out, text, 1),
            _ => aligned(out, &alike, 1),
        }
    }
}

fn line(item: &Item<Line>) -> Option<&Line> {
    match item {
        Item::Directive(line) => Some(line),
        _ => None,
    }
}

/// Whether two lines in a row say the same kind of thing in the same form. What a server may have more stands at its end.
fn like(one: &Line, other: &Line) -> bool {
    let server = one.arguments.first().is_some_and(|first| first.text() == "server");
    kind(one) == kind(other) && (server || one.arguments.len() == other.arguments.len())
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

fn comment(out: &mut String, text: &str, depth: usize) {
    let indent = " ".repeat(depth * INDENT);
    lines::comment(out, text, WIDTH.saturating_sub(indent.len()), &indent);
}

fn indented(out: &mut String, line: &str, depth: usize) {
    lines::indented(out, line, &" ".repeat(depth * INDENT));
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
