use super::{Argument, Block, Directive};
use crate::format::block;
use crate::format::lines::{self, one_line, width};

type Item = block::Item<Directive>;

/// No line of ours is longer, but for a single long directive. A tab counts as four.
const WIDTH: usize = 118;
const TAB: usize = 4;

/// A file's text, laid out as `caddy fmt` wants it: reasons behind the directive where they fit, above it where they do not.
pub fn write(block: &Block) -> String {
    let mut out = String::new();
    items(&mut out, &block.items, 0);
    out
}

fn items(out: &mut String, items: &[Item], depth: usize) {
    let last = items.iter().rposition(|item| *item != Item::Blank).map_or(0, |last| last + 1);
    for item in items.iter().take(last) {
        match item {
            Item::Blank => out.push('\n'),
            Item::Comment(text) => comment(out, text, depth),
            Item::Directive(it) => directive(out, it, depth),
        }
    }
}

fn directive(out: &mut String, directive: &Directive, depth: usize) {
    let tokens: Vec<String> = directive.tokens.iter().map(quoted).collect();
    let mut line = tokens.join(" ");
    if directive.block.is_some() {
        line.push_str(if line.is_empty() { "{" } else { " {" });
    }
    if let Some(why) = &directive.why {
        let why = inert(&one_line(why));
        if directive.block.is_none() && depth * TAB + width(&line) + 3 + width(&why) <= WIDTH {
            line.push_str(" # ");
            line.push_str(&why);
        } else {
            comment(out, &why, depth);
        }
    }
    indented(out, &line, depth);
    if let Some(block) = &directive.block {
        items(out, &block.items, depth + 1);
        indented(out, "}", depth);
    }
}

/// A comment without the beginning of a placeholder, which Caddy would replace even there.
fn inert(text: &str) -> String {
    text.replace("{$", "{ $")
}

fn comment(out: &mut String, text: &str, depth: usize) {
    lines::comment(out, &inert(text), WIDTH.saturating_sub(depth * TAB), &"\t".repeat(depth));
}

fn indented(out: &mut String, line: &str, depth: usize) {
    lines::indented(out, line, &"\t".repeat(depth));
}

/// The token as Caddy reads it back. In double quotes only `\"` is an escape, so what holds quotes or backslashes stands in
/// backticks, where nothing is.
fn quoted(argument: &Argument) -> String {
    let text = argument.text();
    if plain(text) {
        text.to_owned()
    } else if text.contains('`') || !text.contains(['"', '\\']) {
        format!("\"{}\"", text.replace('"', "\\\""))
    } else {
        format!("`{text}`")
    }
}

/// Whether double quotes can hold a text: a backslash before a quote, or at the end, cannot be told from an escape.
pub(super) fn fits_double_quotes(text: &str) -> bool {
    !text.contains("\\\"") && !text.ends_with('\\')
}

/// Whether a text is one token that means itself without quotes. Braces pass within a token: words of ours hold placeholders
/// there, and nothing else holds any.
fn plain(text: &str) -> bool {
    let safe = |char: char| char.is_ascii_alphanumeric() || "_-./:=@,+*~%()?!^|[]<>$;{}&'".contains(char);
    !text.is_empty()
        && text.chars().all(safe)
        && !text.starts_with("<<")
        && (!text.contains(['{', '}']) || placed(text))
}

/// Whether braces are pairs within a token: one alone at its end would open a block, one at its beginning close it.
fn placed(text: &str) -> bool {
    let mut open = 0_usize;
    for char in text.chars() {
        match char {
            '{' => open += 1,
            '}' if open == 0 => return false,
            '}' => open -= 1,
            _ => {}
        }
    }
    open == 0 && text.len() > 2
}
