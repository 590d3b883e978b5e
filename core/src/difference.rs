//! What differs between two texts, line by line.

use imara_diff::{Algorithm, Diff, Hunk, InternedInput};
use std::ops::Range;

/// How many lines around a change are shown.
const AROUND: usize = 3;

/// How a line of a text is, beside the text before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mark {
    /// As before.
    #[default]
    Same,
    /// New.
    Added,
    /// In the place of another.
    Changed,
    /// Something that stood above it is gone.
    Removed,
}

/// A line of a comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// Where the lines that follow begin, in the text before and in the text now, from 1.
    Head(usize, usize),
    /// A line of both.
    Same(String),
    /// A line of the text before only.
    Removed(String),
    /// A line of the text now only.
    Added(String),
}

fn diff<'t>(before: &'t str, now: &'t str) -> (InternedInput<&'t str>, Diff) {
    let input = InternedInput::new(before, now);
    let mut diff = Diff::compute(Algorithm::Histogram, &input);
    diff.postprocess_lines(&input);
    (input, diff)
}

/// How many lines are more, and how many are gone.
pub fn counts(before: &str, now: &str) -> (u32, u32) {
    let (_, diff) = diff(before, now);
    (diff.count_additions(), diff.count_removals())
}

/// How each line of a text is.
pub fn marks(before: &str, now: &str) -> Vec<Mark> {
    let (_, diff) = diff(before, now);
    let mut marks = vec![Mark::Same; now.lines().count()];
    for hunk in diff.hunks() {
        let mark = if hunk.before.is_empty() { Mark::Added } else { Mark::Changed };
        let lines = range(&hunk.after);
        if lines.is_empty() {
            // At the very end there is only the line above.
            let place = lines.start.min(marks.len().saturating_sub(1));
            marks.get_mut(place).into_iter().for_each(|at| *at = Mark::Removed);
        }
        marks.get_mut(lines).into_iter().flatten().for_each(|at| *at = mark);
    }
    marks
}

/// The places where a text changed: the first line of each run of marks.
pub fn places(marks: &[Mark]) -> Vec<usize> {
    let begins = |number: &usize| {
        marks.get(*number).is_some_and(|mark| *mark != Mark::Same)
            && number.checked_sub(1).and_then(|above| marks.get(above)).is_none_or(|above| *above == Mark::Same)
    };
    (0..marks.len()).filter(begins).collect()
}

/// Everything that differs, with some lines around it.
pub fn unified(before: &str, now: &str) -> Vec<Line> {
    let (_, diff) = diff(before, now);
    let (old, new): (Vec<&str>, Vec<&str>) = (before.lines().collect(), now.lines().collect());
    let text = |lines: &[&str], at: usize| lines.get(at).map_or_else(String::new, |line| (*line).to_owned());
    let hunks: Vec<Hunk> = diff.hunks().collect();
    let mut out = Vec::new();
    let mut shown = 0;
    for (number, hunk) in hunks.iter().enumerate() {
        let (gone, more) = (range(&hunk.before), range(&hunk.after));
        let from = more.start.saturating_sub(AROUND).max(shown);
        if number == 0 || from > shown {
            out.push(Line::Head(gone.start + 1 - (more.start - from), from + 1));
        }
        out.extend((from..more.start).map(|at| Line::Same(text(&new, at))));
        out.extend(gone.map(|at| Line::Removed(text(&old, at))));
        out.extend(more.clone().map(|at| Line::Added(text(&new, at))));
        let next = hunks.get(number + 1).map_or(new.len(), |hunk| range(&hunk.after).start);
        shown = next.min(more.end + AROUND);
        out.extend((more.end..shown).map(|at| Line::Same(text(&new, at))));
    }
    out
}

fn range(of: &Range<u32>) -> Range<usize> {
    of.start as usize..of.end as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(before: &str, now: &str) -> String {
        let line = |line: Line| match line {
            Line::Head(old, new) => format!("@{old},{new}"),
            Line::Same(text) => format!(" {text}"),
            Line::Removed(text) => format!("-{text}"),
            Line::Added(text) => format!("+{text}"),
        };
        unified(before, now).into_iter().map(line).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn shows_what_differs_with_what_is_around_it() {
        let before: String = (1..=20).map(|it| format!("{it}\n")).collect();
        let now = before.replace("5\n6\n", "five\n6\n").replace("\n16\n", "\n").replace("\n18\n", "\n18\nmore\n");
        let wanted = "@2,2\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n@13,13\n 13\n 14\n 15\n-16\n 17\n 18\n+more\n 19\n 20";
        assert_eq!(shown(&before, &now.replace("1five", "15")), wanted);
        assert_eq!(shown(&before, &before), "");
        assert_eq!(shown("", "a\n"), "@1,1\n+a");
        assert_eq!(shown("a\n", ""), "@1,1\n-a");
        assert_eq!(counts("a\nb\n", "a\nc\nd\n"), (2, 1));
    }

    #[test]
    fn marks_lines_and_finds_the_places() {
        use Mark::{Added, Changed, Removed, Same};
        let marks = super::marks("a\nb\nc\nd\n", "a\nB\nd\ne\n");
        assert_eq!(marks, [Same, Changed, Same, Added]);
        assert_eq!(places(&marks), [1, 3]);
        assert_eq!(super::marks("a\nb\n", "a\n"), [Removed]);
        assert_eq!(super::marks("a\nb\nc\n", "a\nc\n"), [Same, Removed]);
        assert_eq!(super::marks("a\n", ""), []);
    }
}
