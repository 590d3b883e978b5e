use super::{Argument, Block, Directive};
use crate::format::block;
use crate::format::lines::{self, wrapped};

type Item = block::Item<Directive>;

/// No comment of ours is wider.
const WIDTH: usize = 118;
const INDENT: usize = 4;

/// A file's text: names of directives in columns, reasons above them.
pub fn write(block: &Block) -> String {
    let mut out = String::new();
    items(&mut out, &block.items, 0);
    out
}

fn items(out: &mut String, items: &[Item], depth: usize) {
    for run in items.chunk_by(|_, next| leaf(next).is_some_and(|next| next.why.is_none())) {
        let names = run.iter().filter_map(leaf).map(|directive| directive.name.len()).max().unwrap_or(0);
        for item in run {
            match item {
                Item::Blank => out.push('\n'),
                Item::Comment(text) => comment(out, text, depth),
                Item::Directive(directive) => {
                    if let Some(why) = &directive.why {
                        comment(out, why, depth);
                    }
                    match &directive.section {
                        Some(section) => nested(out, directive, section, depth),
                        None => line(out, directive, names, depth),
                    }
                }
            }
        }
    }
}

fn leaf(item: &Item) -> Option<&Directive> {
    match item {
        Item::Directive(directive) if directive.section.is_none() => Some(directive),
        _ => None,
    }
}

fn line(out: &mut String, directive: &Directive, names: usize, depth: usize) {
    let mut line = directive.name.to_owned();
    if !directive.arguments.is_empty() {
        let missing = names.saturating_sub(line.len());
        line.extend(std::iter::repeat_n(' ', missing));
    }
    arguments(&mut line, directive);
    indented(out, &line, depth);
}

fn nested(out: &mut String, directive: &Directive, section: &Block, depth: usize) {
    let mut head = format!("<{}", directive.name);
    arguments(&mut head, directive);
    head.push('>');
    indented(out, &head, depth);
    items(out, &section.items, depth + 1);
    indented(out, &format!("</{}>", directive.name), depth);
}

fn arguments(line: &mut String, directive: &Directive) {
    for argument in &directive.arguments {
        line.push(' ');
        if is_raw(directive.name) {
            raw(line, argument);
        } else {
            quoted(line, argument);
        }
    }
}

/// Whether a directive splits its line itself, and leaves backslashes alone even between quotes. Source:
/// `parseargline` of `mod_rewrite.c`.
fn is_raw(name: &str) -> bool {
    matches!(name, "RewriteCond" | "RewriteRule")
}

/// An argument as `parseargline` reads it back: between quotes that it does not hold. One that holds both kinds has
/// `\x22` instead of the double ones, which a regular expression takes for the same.
fn raw(line: &mut String, argument: &Argument) {
    let text = argument.text();
    if plain(text) {
        line.push_str(text);
        return;
    }
    match (text.contains('"'), text.contains('\'')) {
        (false, _) => line.extend(["\"", text, "\""]),
        (true, false) => line.extend(["'", text, "'"]),
        (true, true) => line.extend(["\"", &text.replace('"', r"\x22"), "\""]),
    }
}

/// An argument as `ap_getword_conf` reads it back: in quotes where it is not plainly safe, and in them a backslash before
/// each quote of theirs and before each backslash that stands before a backslash or such a quote, or last.
fn quoted(line: &mut String, argument: &Argument) {
    let text = argument.text();
    if plain(text) {
        line.push_str(text);
        return;
    }
    let quote = if text.contains('"') && !text.contains('\'') { '\'' } else { '"' };
    line.push(quote);
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        let next_is_special = chars.peek().is_none_or(|next| *next == '\\' || *next == quote);
        if char == quote || (char == '\\' && next_is_special) {
            line.push('\\');
        }
        line.push(char);
    }
    line.push(quote);
}

/// Whether a text is one word that means itself without quotes, in a section's head too: `<IfModule>` takes quotes for
/// part of the name.
fn plain(text: &str) -> bool {
    let safe = |char: char| char.is_ascii_alphanumeric() || "_-./:=$@,+*~%[]()?!^|&{};".contains(char);
    !text.is_empty() && text.chars().all(safe)
}

/// A comment; none of its lines ends with a backslash, which would make the next line part of it.
fn comment(out: &mut String, text: &str, depth: usize) {
    let indent = " ".repeat(depth * INDENT);
    for words in wrapped(text, WIDTH.saturating_sub(indent.len() + 4)) {
        indented(out, format!("# {words}").trim_end_matches(['\\', ' ']), depth);
    }
}

fn indented(out: &mut String, line: &str, depth: usize) {
    lines::indented(out, line, &" ".repeat(depth * INDENT));
}
