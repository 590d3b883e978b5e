use std::ops::Range;

/// Where the lines of a text begin.
pub(in crate::bundle) struct Lines(Vec<usize>);

impl Lines {
    pub(in crate::bundle) fn of(text: &str) -> Self {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        Self(std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect())
    }

    /// The lines of these bytes; of none, the line where they would stand.
    pub(super) fn across(&self, span: &Range<usize>) -> Range<usize> {
        let first = self.at(span.start);
        first..self.at(span.end.saturating_sub(1).max(span.start)) + 1
    }

    /// The lines of several spans, neighbours joined.
    pub(super) fn across_all(&self, spans: impl IntoIterator<Item = Range<usize>>) -> Vec<Range<usize>> {
        let mut all: Vec<Range<usize>> = spans.into_iter().map(|span| self.across(&span)).collect();
        all.sort_by_key(|lines| (lines.start, lines.end));
        let mut joined: Vec<Range<usize>> = Vec::with_capacity(all.len());
        for lines in all {
            match joined.last_mut() {
                Some(last) if lines.start <= last.end => last.end = last.end.max(lines.end),
                _ => joined.push(lines),
            }
        }
        joined
    }

    pub(in crate::bundle) fn at(&self, byte: usize) -> usize {
        self.0.partition_point(|start| *start <= byte).saturating_sub(1)
    }
}
