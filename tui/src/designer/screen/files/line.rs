use crate::designer::text::highlight::Token;
use crate::designer::text::search::Pattern;
use crate::designer::theme::Theme;
use ratatui::style::Style;
use ratatui::text::Span;
use std::ops::Range;
use unicode_width::UnicodeWidthChar;

/// The part of a line that is seen: so many columns from a column on, with its colours and what a search found in it.
pub(crate) struct Seen<'m> {
    pub(crate) theme: &'m Theme,
    pub(crate) pattern: Option<&'m Pattern>,
    pub(crate) left: usize,
    pub(crate) width: usize,
}

impl Seen<'_> {
    /// The line as spans; `style` is over the colours of the tokens where the cursor is.
    pub(crate) fn spans(&self, line: &str, tokens: &[(Range<usize>, Token)], style: Style) -> Vec<Span<'static>> {
        let found = self.pattern.map_or_else(Vec::new, |pattern| pattern.ranges(line));
        let (mut spans, mut run, mut ink) = (Vec::new(), String::new(), style);
        let mut column = 0;
        for (at, char) in line.char_indices() {
            let wide = char.width().unwrap_or(0);
            column += wide;
            if column <= self.left && wide > 0 {
                continue;
            }
            let more = line.get(at + char.len_utf8()..).is_some_and(|rest| !rest.is_empty());
            if column - self.left + usize::from(more) > self.width {
                run.push_str(self.theme.signs().more);
                break;
            }
            let mut here = self.token(tokens, at).patch(style);
            if found.iter().any(|range| range.contains(&at)) {
                here = here.patch(self.theme.found);
            }
            if here != ink {
                spans.push(Span::styled(std::mem::take(&mut run), ink));
                ink = here;
            }
            run.push(char);
        }
        spans.push(Span::styled(run, ink));
        spans.retain(|span| !span.content.is_empty());
        spans
    }

    fn token(&self, tokens: &[(Range<usize>, Token)], at: usize) -> Style {
        let number = tokens.partition_point(|(range, _)| range.end <= at);
        let token = tokens.get(number).filter(|(range, _)| range.contains(&at)).map(|(_, token)| *token);
        let words = &self.theme.token;
        match token {
            None => self.theme.plain,
            Some(Token::Comment) => words.comment,
            Some(Token::Text) => words.string,
            Some(Token::Number | Token::Variable) => words.number,
            Some(Token::Name) => words.key,
            Some(Token::Frame) => words.tag,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(line: &str, left: usize, width: usize) -> String {
        let theme = Theme::default();
        let seen = Seen { theme: &theme, pattern: None, left, width };
        seen.spans(line, &[], Style::new()).iter().map(|span| span.content.to_string()).collect()
    }

    #[test]
    fn is_cut_by_columns() {
        assert_eq!(seen("abcdef", 0, 6), "abcdef");
        assert_eq!(seen("abcdef", 0, 4), "abc…");
        assert_eq!(seen("abcdef", 2, 9), "cdef");
        assert_eq!(seen("日本語x", 2, 9), "本語x");
        assert_eq!(seen("日本語x", 0, 4), "日…");
        assert_eq!(seen("abc", 9, 4), "");
    }
}
