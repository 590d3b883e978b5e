use super::{Fault, Kind, Mark, Node, Pair, Style};
use saphyr_parser::{Event, Marker, Parser, ScalarStyle, Span};
use std::ops::Range;

/// How deep nodes may stand in each other: configuration stays far below, and a hostile text must not exhaust the stack.
const DEEPEST: usize = 64;

/// The outermost node of the one document in a text.
pub(super) fn root(text: &str) -> Result<Option<Node>, Fault> {
    let places = Places::of(text);
    let mut open: Vec<Open> = Vec::new();
    let mut root = None;
    let mut documents = 0;
    for event in Parser::new_from_str(text) {
        let (event, span) =
            event.map_err(|fault| Fault { line: fault.marker().line(), what: fault.info().to_owned() })?;
        let node = match event {
            Event::DocumentStart(_) => {
                documents += 1;
                if documents > 1 {
                    return Err(fault(span, "a second document begins"));
                }
                continue;
            }
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => continue,
            Event::SequenceStart(anchor, tag) => {
                begin(&mut open, false, mark(anchor, tag.is_some()), span, &places)?;
                continue;
            }
            Event::MappingStart(anchor, tag) => {
                begin(&mut open, true, mark(anchor, tag.is_some()), span, &places)?;
                continue;
            }
            Event::SequenceEnd | Event::MappingEnd => match open.pop() {
                Some(done) => done.finish(places.byte(span.end), &places),
                None => continue,
            },
            Event::Alias(_) => node(Kind::Alias, None, span, &places),
            Event::Scalar(content, style, anchor, tag) => {
                let style = match style {
                    ScalarStyle::Plain => Style::Plain,
                    ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => Style::Quoted,
                    ScalarStyle::Literal | ScalarStyle::Folded => Style::Block,
                };
                let kind = Kind::Scalar { text: content.into_owned(), style };
                node(kind, mark(anchor, tag.is_some()), span, &places)
            }
        };
        match open.last_mut() {
            Some(parent) => parent.take(node, text),
            None => root = Some(node),
        }
    }
    // Nothing but remarks is read as one empty scalar.
    Ok(root.filter(|node| !node.is_empty()))
}

/// A collection whose end has not come yet.
struct Open {
    start: usize,
    column: usize,
    flow: bool,
    mark: Option<Mark>,
    inside: Inside,
}

enum Inside {
    Pairs(Vec<Pair>, Option<Node>),
    Items(Vec<Node>),
}

impl Open {
    fn take(&mut self, mut node: Node, text: &str) {
        match &mut self.inside {
            Inside::Items(items) => items.push(node),
            Inside::Pairs(pairs, key) => match key.take() {
                None => *key = Some(node),
                Some(key) => {
                    // The parser's place of a value that is not there is before the colon.
                    if node.is_empty()
                        && let Some(colon) = colon(text, key.span.end)
                    {
                        node.span = colon..colon;
                    }
                    pairs.push(Pair { key, value: node });
                }
            },
        }
    }

    fn finish(self, end: usize, places: &Places<'_>) -> Node {
        let (last, kind) = match self.inside {
            Inside::Pairs(pairs, _) => {
                let last = pairs.last().map(|pair| pair.value.span.end.max(pair.key.span.end));
                (last, Kind::Mapping { flow: self.flow, pairs })
            }
            Inside::Items(items) => {
                let dash = places.dash(self.start, items.first()).filter(|_| !self.flow && self.mark.is_none());
                (items.last().map(|item| item.span.end), Kind::List { flow: self.flow, dash, items })
            }
        };
        // In block style the parser's end is where the next thing begins, behind remarks and empty lines.
        let end = if self.flow { end } else { last.unwrap_or(self.start) };
        Node { span: self.start..end.max(self.start), column: self.column, kind, mark: self.mark }
    }
}

/// Behind the colon that follows a key on its line.
fn colon(text: &str, key: usize) -> Option<usize> {
    let rest = text.get(key..)?;
    let blanks = rest.len() - rest.trim_start_matches([' ', '\t']).len();
    rest.get(blanks..)?.starts_with(':').then_some(key + blanks + 1)
}

fn begin(
    open: &mut Vec<Open>,
    mapping: bool,
    mark: Option<Mark>,
    span: Span,
    places: &Places<'_>,
) -> Result<(), Fault> {
    if open.len() >= DEEPEST {
        return Err(fault(span, "it is nested too deeply"));
    }
    let range = places.range(span);
    let bracket = if mapping { '{' } else { '[' };
    let flow = places.text.get(range.clone()).is_some_and(|text| text.ends_with(bracket));
    let inside = if mapping { Inside::Pairs(Vec::new(), None) } else { Inside::Items(Vec::new()) };
    // With an anchor or a tag before it, the span ends where the collection itself begins.
    let column = if mark.is_some() { places.column(range.end) } else { span.start.col() };
    open.push(Open { start: range.start, column, flow, mark, inside });
    Ok(())
}

fn node(kind: Kind, mark: Option<Mark>, span: Span, places: &Places<'_>) -> Node {
    let mut range = places.range(span);
    match &kind {
        // The parser's span of a quoted text goes on to the end of its line, remark and all.
        Kind::Scalar { style: Style::Quoted, .. } if mark.is_none() => range.end = behind_quote(places.text, &range),
        Kind::Scalar { .. } => {
            let written = places.text.get(range.clone()).unwrap_or_default();
            range.end = range.start + written.trim_end().len();
        }
        _ => {}
    }
    Node { span: range, column: span.start.col(), kind, mark }
}

/// The end of a quoted text that begins at the beginning of a range.
fn behind_quote(text: &str, range: &Range<usize>) -> usize {
    let written = text.get(range.clone()).unwrap_or_default().as_bytes();
    let Some(quote) = written.first().copied() else { return range.end };
    let mut at = 1;
    while let Some(byte) = written.get(at) {
        match byte {
            b'\\' if quote == b'"' => at += 1,
            byte if *byte == quote => {
                // A single quote within single quotes is written twice.
                if quote == b'\'' && written.get(at + 1) == Some(&quote) {
                    at += 1;
                } else {
                    return range.start + at + 1;
                }
            }
            _ => {}
        }
        at += 1;
    }
    range.end
}

fn mark(anchor: usize, tag: bool) -> Option<Mark> {
    match (anchor, tag) {
        (0, false) => None,
        (0, true) => Some(Mark::Tag),
        _ => Some(Mark::Anchor),
    }
}

fn fault(span: Span, what: &str) -> Fault {
    Fault { line: span.start.line(), what: what.to_owned() }
}

/// Between the parser's count of characters and bytes.
struct Places<'t> {
    text: &'t str,
    /// The byte of each character; empty where every character is one byte.
    bytes: Vec<usize>,
}

impl<'t> Places<'t> {
    fn of(text: &'t str) -> Self {
        let bytes = if text.is_ascii() { Vec::new() } else { text.char_indices().map(|(byte, _)| byte).collect() };
        Self { text, bytes }
    }

    fn byte(&self, marker: Marker) -> usize {
        let index = marker.index();
        let byte =
            if self.bytes.is_empty() { index } else { self.bytes.get(index).copied().unwrap_or(self.text.len()) };
        byte.min(self.text.len())
    }

    fn range(&self, span: Span) -> Range<usize> {
        let start = self.byte(span.start);
        start..self.byte(span.end).max(start)
    }

    /// The column of the dashes of a list in block style. The parser's place is that of the first dash, or, where the list
    /// stands below its key without indentation, behind it.
    fn dash(&self, start: usize, first: Option<&Node>) -> Option<usize> {
        let first = first?.span.start;
        let rest = self.text.get(start..)?;
        if let Some(behind) = rest.strip_prefix('-')
            && (first > start || behind.starts_with(['\n', '\r']) || behind.is_empty())
        {
            return Some(self.column(start));
        }
        let mut end = start;
        for line in self.text.get(..start)?.rsplit('\n') {
            let begin = end - line.len();
            let code = line.trim_end();
            if let Some(before) = code.strip_suffix('-') {
                let alone = before.is_empty() || before.ends_with([' ', '\t']);
                return alone.then(|| self.column(begin + before.len()));
            }
            if !code.is_empty() && !code.trim_start().starts_with('#') {
                return None;
            }
            end = begin.checked_sub(1)?;
        }
        None
    }

    fn column(&self, byte: usize) -> usize {
        let before = self.text.get(..byte).unwrap_or_default();
        before.rsplit('\n').next().map_or(0, |line| line.chars().count())
    }
}
