use std::ops::Range;

/// How many bytes of a text are shown around a finding at most. A design may be one line of megabytes.
const MOST: usize = 4096;
/// How much of a long line is kept on either side.
const MARGIN: usize = 120;

/// The lines of a text that findings are on, cut out so that drawing them costs the same in a large text as in a small.
#[derive(Debug, PartialEq)]
pub(super) struct Excerpt {
    /// The lines.
    pub(super) text: String,
    /// The number of the first, from 1.
    pub(super) line: usize,
    /// Where the spans are in `text`, in the order in which they were given; those too far from the first are left out.
    pub(super) spans: Vec<Range<usize>>,
}

impl Excerpt {
    /// Cuts out the lines of some spans; the first span is the one that must be there.
    pub(super) fn of(text: &str, spans: &[Range<usize>]) -> Option<Self> {
        let first = inside(text, spans.first()?);
        let mut cut = lines(text, &first);
        let mut kept = vec![first];
        for span in spans.iter().skip(1).map(|span| inside(text, span)) {
            let more = lines(text, &span);
            let both = cut.start.min(more.start)..cut.end.max(more.end);
            if both.len() <= MOST {
                cut = both;
                kept.push(span);
            }
        }
        if cut.len() > MOST {
            let first = kept.first()?;
            let start = first.start.saturating_sub(MARGIN).max(cut.start);
            let end = (first.start + MARGIN).min(cut.end);
            cut = floor(text, start)..floor(text, end);
            kept.truncate(1);
        }
        let line = text.as_bytes().get(..cut.start)?.iter().filter(|byte| **byte == b'\n').count() + 1;
        let moved = |span: Range<usize>| {
            let end = span.end.min(cut.end);
            span.start.saturating_sub(cut.start)..end.saturating_sub(cut.start)
        };
        let spans = kept.into_iter().map(moved).collect();
        Some(Self { text: visible(text.get(cut)?), line, spans })
    }
}

/// A span that lies in the text, on whole characters.
fn inside(text: &str, span: &Range<usize>) -> Range<usize> {
    let start = floor(text, span.start);
    start..floor(text, span.end).max(start)
}

fn floor(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// The lines that a span touches: several only if they are few.
fn lines(text: &str, span: &Range<usize>) -> Range<usize> {
    let start = text.get(..span.start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let from = span.end.max(span.start + 1).saturating_sub(1);
    let end = text.get(floor(text, from)..).and_then(|after| after.find('\n')).map_or(text.len(), |at| from + at);
    start..end.min(text.len())
}

/// The same text, byte for byte as long, without the control characters U+0080 to U+009F that some terminals obey.
/// The others are replaced where the excerpt is drawn.
fn visible(text: &str) -> String {
    text.chars().map(|char| if ('\u{80}'..='\u{9f}').contains(&char) { '\u{b7}' } else { char }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::slice::from_ref;

    #[test]
    fn cuts_out_the_line_of_a_span() {
        let text = "one\ntwo = 2\nthree\n";
        let Excerpt { text, line, spans } = Excerpt::of(text, from_ref(&(10..11))).unwrap();
        assert_eq!((text.as_str(), line, spans.as_slice()), ("two = 2", 2, from_ref(&(6..7))));
    }

    #[test]
    fn keeps_a_second_span_that_is_near() {
        let excerpt = Excerpt::of("a = 1\nb = 2\nc = 3", &[12..13, 0..1]).unwrap();
        assert_eq!(excerpt, Excerpt { text: "a = 1\nb = 2\nc = 3".into(), line: 1, spans: vec![12..13, 0..1] });
    }

    #[test]
    fn a_line_of_megabytes_is_shown_by_its_neighbourhood() {
        let text = format!("{}\"ü!\"{}", "x".repeat(5_000_000), "y".repeat(5_000_000));
        let excerpt = Excerpt::of(&text, from_ref(&(5_000_000..5_000_005))).unwrap();
        assert!(excerpt.text.len() <= 2 * MARGIN);
        assert_eq!(excerpt.text.get(excerpt.spans[0].clone()), Some("\"ü!\""));
    }

    #[test]
    fn spans_outside_the_text_or_within_a_character_are_no_fault() {
        for (start, end) in [(0, 0), (1, 2), (2, 1), (3, 3), (99, 120), (0, usize::MAX)] {
            let span = start..end;
            assert!(Excerpt::of("üü\n", &[span.clone(), 0..1]).is_some(), "{span:?}");
        }
        assert!(Excerpt::of("", from_ref(&(0..1))).is_some());
    }
}
