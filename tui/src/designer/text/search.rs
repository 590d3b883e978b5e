//! Searching, the same wherever there are lines: `/` and a text goes to the next line that has it as it is typed, `enter`
//! stays there, `esc` goes back, `n` and `shift-n` go on and round. A list that is narrowed shows only what has it.
//!
//! A screen that can be searched says so in [`screen::searchable`]; its picture marks what [`Pattern::ranges`] finds.

use crate::designer::action;
use crate::designer::effect::Effect;
use crate::designer::model::Model;
use crate::designer::screen;
use crossterm::event::{Event, KeyCode};
use ratatui::style::Style;
use ratatui::text::Span;
use std::ops::Range;
use tui_input::Input;
use tui_input::backend::crossterm::EventHandler;

/// What is searched for, and whether it is being typed. There is one for all screens, so that `n` goes on elsewhere.
#[derive(Debug, Default)]
pub(crate) struct Search {
    input: Input,
    typing: bool,
    /// Whether it narrows a list: then it looks for nothing in lines.
    narrows: bool,
    /// Where the cursor was before.
    began: usize,
}

/// What can be searched on a screen.
pub(crate) enum Searchable {
    /// Lines: the cursor goes to the next that has the text.
    Lines {
        /// What is searched, the lines in their order.
        lines: fn(&Model) -> Vec<String>,
        /// The line of the cursor.
        at: fn(&Model) -> usize,
        /// Puts the cursor on a line.
        go: fn(&mut Model, usize),
    },
    /// A list that shows only what has the text, and keeps that.
    Narrowed {
        /// What it is narrowed to now.
        kept: fn(&Model) -> &str,
        /// The same, to change it.
        narrow: fn(&mut Model) -> &mut String,
    },
}

/// A text to look for: small letters also find large ones, a large letter finds only itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pattern {
    chars: Vec<char>,
    sensitive: bool,
}

impl Pattern {
    /// None of an empty text.
    pub(crate) fn new(text: &str) -> Option<Self> {
        let sensitive = text.chars().any(char::is_uppercase);
        (!text.is_empty()).then(|| Self { chars: text.chars().collect(), sensitive })
    }

    /// Where a line has it, in bytes; none overlaps another.
    pub(crate) fn ranges(&self, line: &str) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut from = 0;
        for (at, _) in line.char_indices() {
            if let Some(length) = line.get(at.max(from)..).filter(|_| at >= from).and_then(|rest| self.begins(rest)) {
                found.push(at..at + length);
                from = at + length;
            }
        }
        found
    }

    /// Whether a line has it.
    pub(crate) fn is_in(&self, line: &str) -> bool {
        line.char_indices().any(|(at, _)| line.get(at..).and_then(|rest| self.begins(rest)).is_some())
    }

    /// How many bytes of a text it is the beginning of.
    fn begins(&self, text: &str) -> Option<usize> {
        let mut chars = text.chars();
        let mut length = 0;
        for wanted in &self.chars {
            let char = chars.next()?;
            if char != *wanted && (self.sensitive || small(char) != small(*wanted)) {
                return None;
            }
            length += char.len_utf8();
        }
        Some(length)
    }
}

/// Small as one character, so that lengths stay.
fn small(char: char) -> char {
    let mut small = char.to_lowercase();
    small.next().filter(|_| small.next().is_none()).unwrap_or(char)
}

impl Search {
    /// What is looked for; none before anything was.
    pub(crate) fn pattern(&self) -> Option<Pattern> {
        Pattern::new(self.text())
    }

    /// What was typed.
    pub(crate) fn text(&self) -> &str {
        if self.narrows { "" } else { self.input.value() }
    }

    /// Whether it is being typed now: then it has the keys.
    pub(crate) fn is_typing(&self) -> bool {
        self.typing
    }

    /// Where the cursor is in the typed text, in columns.
    pub(crate) fn cursor(&self) -> usize {
        self.input.visual_cursor()
    }
}

/// Begins to type what is looked for.
pub(crate) fn begin(model: &mut Model) -> Effect {
    let (began, narrows) = match screen::searchable(model) {
        None => return Effect::Draw,
        Some(Searchable::Lines { at, .. }) => (at(model), false),
        Some(Searchable::Narrowed { narrow, .. }) => {
            narrow(model).clear();
            (0, true)
        }
    };
    model.search = Search { input: Input::default(), typing: true, narrows, began };
    Effect::Draw
}

/// Types.
pub(crate) fn update(model: &mut Model, event: &Event) -> Effect {
    match event {
        Event::Key(key) if key.code == KeyCode::Enter => model.search.typing = false,
        Event::Key(key) if key.code == KeyCode::Esc => {
            clear(model);
            if let Some(Searchable::Lines { go, .. }) = screen::searchable(model) {
                go(model, model.search.began);
            }
        }
        Event::Paste(text) => {
            for char in text.chars().filter(|char| !char.is_control()) {
                model.search.input.handle(tui_input::InputRequest::InsertChar(char));
            }
            typed(model);
        }
        other => {
            if model.search.input.handle_event(other).is_some_and(|change| change.value) {
                typed(model);
            }
        }
    }
    Effect::Draw
}

/// Looks for nothing any more; a narrowed list is whole again.
pub(crate) fn clear(model: &mut Model) -> Effect {
    (model.search.input, model.search.typing) = (Input::default(), false);
    if let Some(Searchable::Narrowed { narrow, .. }) = screen::searchable(model) {
        narrow(model).clear();
    }
    Effect::Draw
}

/// Whether there is something to clear on this screen.
pub(crate) fn is_on(model: &Model) -> bool {
    match screen::searchable(model) {
        None => false,
        Some(Searchable::Lines { .. }) => !model.search.text().is_empty(),
        Some(Searchable::Narrowed { kept, .. }) => !kept(model).is_empty(),
    }
}

fn typed(model: &mut Model) {
    match screen::searchable(model) {
        Some(Searchable::Narrowed { narrow, .. }) => *narrow(model) = model.search.input.value().to_owned(),
        Some(Searchable::Lines { lines, go, .. }) => {
            let began = model.search.began;
            let hits = hits(model, &lines(model));
            let next = hits.iter().find(|line| **line >= began).or(hits.first());
            go(model, next.copied().unwrap_or(began));
        }
        None => {}
    }
}

/// The lines that have what is looked for.
fn hits(model: &Model, lines: &[String]) -> Vec<usize> {
    let Some(pattern) = model.search.pattern() else { return Vec::new() };
    lines.iter().enumerate().filter(|(_, line)| pattern.is_in(line)).map(|(number, _)| number).collect()
}

/// Goes to the next line that has it, round at the end; `back` to the one before.
pub(crate) fn next(model: &mut Model, back: bool) -> Effect {
    let Some(Searchable::Lines { lines, at, go }) = screen::searchable(model) else { return Effect::Draw };
    let (hits, here) = (hits(model, &lines(model)), at(model));
    let next = if back {
        hits.iter().rfind(|line| **line < here).or(hits.last())
    } else {
        hits.iter().find(|line| **line > here).or(hits.first())
    };
    match next {
        Some(line) => go(model, *line),
        None if model.search.text().is_empty() => {
            model.trouble(format!("nothing is looked for yet: `{}` begins", action::key_of("search")));
        }
        None => model.trouble(format!("nothing here has `{}`", model.search.text())),
    }
    Effect::Draw
}

/// What stands at the foot while there is a search: `/text`, and which of how many lines the cursor is on.
pub(crate) fn told(model: &Model) -> Option<(String, String)> {
    let searchable = screen::searchable(model).filter(|_| model.search.typing || is_on(model))?;
    let count = match searchable {
        Searchable::Narrowed { kept, .. } => return Some((format!("/{}", kept(model)), String::new())),
        Searchable::Lines { .. } if model.search.text().is_empty() => String::new(),
        Searchable::Lines { lines, at, .. } => {
            let (hits, here) = (hits(model, &lines(model)), at(model));
            match (hits.iter().position(|line| *line == here), hits.len()) {
                (_, 0) => "nothing has it".to_owned(),
                (Some(place), all) => format!("{} of {all}", place + 1),
                (None, all) => format!("{all} lines"),
            }
        }
    };
    Some((format!("/{}", model.search.text()), count))
}

/// A text as spans, with what was found in another style.
pub(crate) fn marked<'t>(text: &'t str, pattern: Option<&Pattern>, style: Style, found: Style) -> Vec<Span<'t>> {
    let mut spans = Vec::new();
    let mut from = 0;
    for range in pattern.map_or_else(Vec::new, |pattern| pattern.ranges(text)) {
        spans.push(Span::styled(text.get(from..range.start).unwrap_or_default(), style));
        spans.push(Span::styled(text.get(range.clone()).unwrap_or_default(), style.patch(found)));
        from = range.end;
    }
    spans.push(Span::styled(text.get(from..).unwrap_or_default(), style));
    spans.retain(|span| !span.content.is_empty());
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_letters_find_large_ones_but_not_the_other_way() {
        let ranges = |wanted: &str, line: &str| -> Vec<(usize, usize)> {
            let found = Pattern::new(wanted).unwrap().ranges(line);
            found.iter().map(|range| (range.start, range.end)).collect()
        };
        assert_eq!(ranges("aa", "aAaaa"), [(0, 2), (2, 4)]);
        assert_eq!(ranges("A", "aAa"), [(1, 2)]);
        assert_eq!(ranges("ü", "xÜü"), [(1, 3), (3, 5)]);
        assert_eq!(ranges("b", "İb"), [(2, 3)]);
        assert_eq!(ranges("x", ""), []);
        assert_eq!(Pattern::new(""), None);
    }

    #[test]
    fn what_is_found_is_marked() {
        let found = Style::new().bold();
        let spans = marked("a port is a port", Pattern::new("port").as_ref(), Style::new(), found);
        let texts: Vec<_> = spans.iter().map(|span| (&*span.content, span.style == found)).collect();
        assert_eq!(texts, [("a ", false), ("port", true), (" is a ", false), ("port", true)]);
        assert_eq!(marked("", None, Style::new(), found), []);
    }
}
