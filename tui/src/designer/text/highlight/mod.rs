//! The colours of a text: by its grammar, which is a list of rules, line by line from the top.

mod grammar;

pub(crate) use grammar::Grammar;

use regex_lite::Regex;
use std::ops::Range;
use std::sync::OnceLock;

/// What a part of a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Token {
    /// What the program leaves out.
    Comment,
    /// A value in quotes.
    Text,
    /// A number, or a truth.
    Number,
    /// What something is called: a key, an attribute, a directive.
    Name,
    /// What holds other things: an element, a section, a block's word.
    Frame,
    /// What is put in later: `${…}`, `$name`.
    Variable,
}

/// What a line is made of: ranges in bytes, in their order, with what is plain left out.
pub(crate) type Line = Vec<(Range<usize>, Token)>;

/// A text that is being coloured, as far down as anybody looked.
pub(crate) struct Highlighted {
    grammar: Option<&'static Grammar>,
    lines: Vec<Line>,
    /// The block that goes on from the last of the lines, by its number.
    open: Option<usize>,
}

impl Highlighted {
    /// Of the file at a path. A grammar that nobody knows is plain.
    pub(crate) fn of(path: &str) -> Self {
        Self { grammar: Grammar::of(path), lines: Vec::new(), open: None }
    }

    /// One line of the text, whose lines these are.
    pub(crate) fn line(&mut self, text: &[String], number: usize) -> &[(Range<usize>, Token)] {
        let Some(grammar) = self.grammar else { return &[] };
        for line in text.iter().take(number + 1).skip(self.lines.len()) {
            let tokens = grammar.line(line, &mut self.open);
            self.lines.push(tokens);
        }
        self.lines.get(number).map_or(&[], Vec::as_slice)
    }
}

/// Longer lines are plain: they are data, and nobody reads them.
const LONGEST: usize = 2000;

impl Grammar {
    fn line(&self, line: &str, open: &mut Option<usize>) -> Line {
        let mut tokens = Line::new();
        if line.len() > LONGEST {
            return tokens;
        }
        let mut at = 0;
        loop {
            if let Some((_, end, token)) = open.and_then(|number| self.blocks.get(number)) {
                let found = line.get(at..).and_then(|rest| rest.find(end)).map(|place| at + place + end.len());
                push(&mut tokens, at..found.unwrap_or(line.len()), *token);
                let Some(found) = found else { return tokens };
                (at, *open) = (found, None);
            }
            let block = self
                .blocks
                .iter()
                .enumerate()
                .filter_map(|(number, (begin, ..))| Some((line.get(at..)?.find(begin)? + at, number)));
            let block = block.min();
            let rule = self.next(line, at);
            match (rule, block) {
                (rule, Some((start, number))) if rule.as_ref().is_none_or(|(range, _)| start <= range.start) => {
                    let Some((begin, _, token)) = self.blocks.get(number) else { return tokens };
                    push(&mut tokens, start..start + begin.len(), *token);
                    (at, *open) = (start + begin.len(), Some(number));
                }
                (Some((range, token)), _) => {
                    at = range.end;
                    push(&mut tokens, range, token);
                }
                (None, _) => return tokens,
            }
        }
    }

    /// The first rule that holds from a place on: the token is what its parentheses hold.
    fn next(&self, line: &str, at: usize) -> Option<(Range<usize>, Token)> {
        let captures = self.regex()?.captures_at(line, at)?;
        let found = self
            .rules
            .iter()
            .enumerate()
            .find_map(|(number, (_, token))| Some((captures.get(number + 1)?.range(), *token)));
        found.filter(|(range, _)| range.end > at)
    }

    /// All rules as one, made when the first file of the grammar is looked at.
    fn regex(&self) -> Option<&Regex> {
        let make = || {
            let rules: Vec<&str> = self.rules.iter().map(|(rule, _)| *rule).collect();
            Regex::new(&rules.join("|")).ok()
        };
        let made: &OnceLock<Option<Regex>> = &self.made;
        made.get_or_init(make).as_ref()
    }
}

/// Neighbours of the same kind are one.
fn push(tokens: &mut Line, range: Range<usize>, token: Token) {
    match tokens.last_mut() {
        Some((last, kind)) if *kind == token && last.end == range.start => last.end = range.end,
        _ if range.is_empty() => {}
        _ => tokens.push((range, token)),
    }
}

#[cfg(test)]
mod tests;
