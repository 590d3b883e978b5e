use super::{Argument, Block, Directive};
use crate::format::block;
use crate::format::lines::{self, one_line, pad, width};

type Item = block::Item<Directive>;

/// No line of ours is longer, but for a single long argument.
const WIDTH: usize = 118;
const INDENT: usize = 4;

/// A file's text: names and like arguments in columns, reasons behind the directive where they fit and above it
/// where they do not.
pub fn write(block: &Block) -> String {
    let mut out = String::new();
    items(&mut out, &block.items, 0);
    out
}

fn items(out: &mut String, items: &[Item], depth: usize) {
    let mut rest = items;
    while let Some((first, others)) = rest.split_first() {
        let leaves = rest.iter().map_while(leaf).count();
        if leaves > 0 {
            let run: Vec<&Directive> = rest.iter().map_while(leaf).collect();
            aligned(out, &run, depth);
            rest = rest.get(leaves..).unwrap_or_default();
            continue;
        }
        match first {
            Item::Blank => out.push('\n'),
            Item::Comment(text) => comment(out, text, depth),
            Item::Directive(directive) => nested(out, directive, depth),
        }
        rest = others;
    }
}

fn leaf(item: &Item) -> Option<&Directive> {
    match item {
        Item::Directive(directive) if directive.block.is_none() => Some(directive),
        _ => None,
    }
}

/// Directives without a block, in a row.
fn aligned(out: &mut String, run: &[&Directive], depth: usize) {
    let names = run.iter().map(|directive| width(&quoted(&directive.name))).max().unwrap_or(0);
    let mut lines = Vec::with_capacity(run.len());
    for alike in run.chunk_by(|a, b| a.name == b.name) {
        let columns = columns(alike);
        for directive in alike {
            let mut line = quoted(&directive.name);
            let mut at = names;
            for (argument, column) in directive.arguments.iter().zip(&columns) {
                pad(&mut line, at);
                line.push(' ');
                line.push_str(&quoted(argument));
                at += 1 + column;
            }
            line.push(';');
            lines.push(line);
        }
    }
    let room = WIDTH.saturating_sub(depth * INDENT);
    let fits = |line: &str, why: &str, column: usize| width(line).max(column) + 3 + width(why) <= room;
    let behind = |column: usize| {
        lines.iter().zip(run).filter_map(move |(line, directive)| {
            directive.why.as_deref().filter(|why| fits(line, why, column)).map(|_| width(line))
        })
    };
    // A reason that no longer fits behind the longest line goes above, which may make the longest line shorter.
    let column = behind(behind(0).max().unwrap_or(0)).max().unwrap_or(0);
    for (line, directive) in lines.iter().zip(run) {
        let mut line = line.clone();
        match directive.why.as_deref() {
            Some(why) if fits(&line, why, column) && width(&line) <= column => {
                pad(&mut line, column);
                line.push_str("  # ");
                line.push_str(&one_line(why));
            }
            Some(why) => comment(out, why, depth),
            None => {}
        }
        if width(&line) <= room || directive.arguments.len() < 3 {
            indented(out, &line, depth);
        } else {
            folded(out, directive, depth);
        }
    }
}

/// A directive that is too long for a line, folded between its arguments.
fn folded(out: &mut String, directive: &Directive, depth: usize) {
    let mut line = quoted(&directive.name);
    let mut indent = depth;
    for argument in directive.arguments.iter().map(quoted) {
        if width(&line) + width(&argument) + 2 + indent * INDENT > WIDTH {
            indented(out, &line, indent);
            line.clear();
            indent = depth + 1;
        } else {
            line.push(' ');
        }
        line.push_str(&argument);
    }
    line.push(';');
    indented(out, &line, indent);
}

/// The width of each argument among directives of one name; the last argument of a directive needs none.
fn columns(alike: &[&Directive]) -> Vec<usize> {
    let count = alike.iter().map(|directive| directive.arguments.len()).max().unwrap_or(0);
    let widest = |column: usize| {
        let inner = alike.iter().filter(|directive| column + 1 < directive.arguments.len());
        inner.filter_map(|directive| directive.arguments.get(column)).map(|it| width(&quoted(it))).max().unwrap_or(0)
    };
    (0..count).map(widest).collect()
}

/// A directive with a block: on one line where it holds one short directive.
fn nested(out: &mut String, directive: &Directive, depth: usize) {
    let arguments: Vec<String> = directive.arguments.iter().map(quoted).collect();
    let arguments = arguments.join(" ");
    let mut head = quoted(&directive.name);
    match (directive.is_test, arguments.is_empty()) {
        (true, _) => head.extend([" (", &arguments, ")"]),
        (false, true) => {}
        (false, false) => head.extend([" ", &arguments]),
    }
    if let Some(why) = &directive.why {
        comment(out, why, depth);
    }
    let Some(block) = &directive.block else { return };
    if let [Item::Directive(only)] = block.items.as_slice()
        && only.block.is_none()
        && only.why.is_none()
    {
        let mut inner = String::new();
        aligned(&mut inner, &[only], 0);
        let line = format!("{head} {{ {} }}", inner.trim_end());
        if width(&line) + depth * INDENT <= WIDTH {
            indented(out, &line, depth);
            return;
        }
    }
    indented(out, &format!("{head} {{"), depth);
    items(out, &block.items, depth + 1);
    indented(out, "}", depth);
}

fn comment(out: &mut String, text: &str, depth: usize) {
    let indent = " ".repeat(depth * INDENT);
    lines::comment(out, text, WIDTH.saturating_sub(indent.len() + 2), &indent);
}

fn indented(out: &mut String, line: &str, depth: usize) {
    lines::indented(out, line, &" ".repeat(depth * INDENT));
}

/// The argument as NGINX reads it back. Whatever is not plainly safe stands in quotes, where only those quotes and some
/// backslashes need an escape (`ngx_conf_read_token` unescapes `\"`, `\'`, `\\`, `\t`, `\r` and `\n`, and leaves
/// every other backslash alone).
fn quoted(argument: &Argument) -> String {
    let text = argument.text();
    if plain(text) {
        return text.to_owned();
    }
    let quote = if text.contains('"') && !text.contains('\'') { '\'' } else { '"' };
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push(quote);
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        match char {
            char if char == quote => quoted.extend(['\\', char]),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            '\\' => match chars.peek() {
                Some('"' | '\'' | '\\' | 't' | 'r' | 'n' | '\n' | '\r' | '\t') | None => quoted.push_str("\\\\"),
                Some(_) => quoted.push('\\'),
            },
            other => quoted.push(other),
        }
    }
    quoted.push(quote);
    quoted
}

/// Whether a text is one word that means itself without quotes.
fn plain(text: &str) -> bool {
    let safe = |char: char| char.is_ascii_alphanumeric() || "_-./:=$@,+*~%[]()?!^|".contains(char);
    let mut chars = text.chars();
    while let Some(char) = chars.next() {
        let good = if char == '\\' {
            chars.next().is_some_and(|next| safe(next) && !matches!(next, 't' | 'r' | 'n'))
        } else {
            safe(char)
        };
        if !good {
            return false;
        }
    }
    !text.is_empty()
}
