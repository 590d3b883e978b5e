use ratatui::text::{Line, Span};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Words on as many lines as they need; every line but the first is set in. What is longer than a line is broken.
pub(crate) fn wrapped_spans(
    spans: impl IntoIterator<Item = Span<'static>>,
    width: usize,
    inset: usize,
) -> Vec<Line<'static>> {
    let width = width.max(inset + 4);
    let mut lines: Vec<Line<'static>> = vec![Line::default()];
    let mut used = 0;
    for span in spans {
        for word in span.content.split_inclusive(' ') {
            let mut word = word;
            let bare = word.trim_end().width();
            if used > inset && used + bare > width && bare <= width - inset {
                used = begin(&mut lines, inset);
            }
            while used + word.trim_end().width() > width {
                let (now, later) = word.split_at(fitting(word, width.saturating_sub(used).max(1)));
                push(&mut lines, now, &span);
                used = begin(&mut lines, inset);
                word = later;
            }
            used += word.width();
            push(&mut lines, word, &span);
        }
    }
    lines
}

fn begin(lines: &mut Vec<Line<'static>>, inset: usize) -> usize {
    lines.push(Line::raw(" ".repeat(inset)));
    inset
}

fn push(lines: &mut [Line<'static>], text: &str, like: &Span<'_>) {
    if let Some(line) = lines.last_mut() {
        line.push_span(Span::styled(text.to_owned(), like.style));
    }
}

/// How many bytes of a text fit into so many cells; one character at least.
fn fitting(text: &str, width: usize) -> usize {
    let mut used = 0;
    let over = text.char_indices().skip(1).find(|(at, _)| {
        used = text.get(..*at).map_or(used, UnicodeWidthStr::width);
        let next = text.get(*at..).and_then(|rest| rest.chars().next()).and_then(UnicodeWidthChar::width);
        used + next.unwrap_or(0) > width
    });
    over.map_or(text.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, width: usize, inset: usize) -> Vec<String> {
        wrapped_spans([Span::raw(text.to_owned())], width, inset).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn words_stay_whole_where_they_can() {
        assert_eq!(shown("one two three", 8, 2), ["one two ", "  three"]);
        assert_eq!(shown("abcdefghij", 6, 2), ["abcdef", "  ghij"]);
        assert_eq!(shown("日本語日本", 6, 0), ["日本語", "日本"]);
        assert_eq!(shown("", 6, 2), [""]);
    }
}
