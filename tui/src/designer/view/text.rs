//! Texts in columns: measured as a terminal does, never cut inside a character.

use crate::designer::theme::Theme;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use std::borrow::Cow;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};
use wso2_design_core::diagnostic::Severity;

/// The sign of something with a problem: a `!`, or an `i` where it is good to know only.
pub(crate) fn mark(severity: Severity, theme: &Theme) -> Span<'static> {
    Span::styled(if severity == Severity::Advice { "i" } else { "!" }, theme.severity(severity))
}

/// A path in so many columns: its end says most, so the folders before it go.
pub(crate) fn cut_front<'t>(path: &'t str, width: usize, theme: &Theme) -> Cow<'t, str> {
    if path.width() <= width {
        return Cow::Borrowed(path);
    }
    let more = theme.signs().more;
    let fits = |end: &&str| end.width() < width;
    let ends = path.char_indices().filter_map(|(at, char)| (char == '/').then(|| path.get(at..)).flatten());
    match ends.clone().find(fits).filter(|end| end.len() > 1) {
        Some(end) => Cow::Owned(format!("{more}{end}")),
        None => {
            super::cut(path.trim_end_matches('/').rsplit('/').next().unwrap_or(path), width, theme).into_owned().into()
        }
    }
}

/// The line of the cursor, over so many columns: its words keep their ink.
pub(crate) fn chosen(line: Line<'static>, width: usize, theme: &Theme) -> Line<'static> {
    let over = Style { fg: None, ..theme.chosen };
    let rest = " ".repeat(width.saturating_sub(line.width()));
    let words = line.spans.into_iter().map(|span| span.patch_style(over));
    words.chain([Span::styled(rest, theme.chosen)]).collect()
}

/// A text in exactly so many columns.
pub(crate) fn filled(text: &str, width: usize, theme: &Theme) -> String {
    let mut out = super::cut(text, width, theme).into_owned();
    out.push_str(&" ".repeat(width.saturating_sub(out.width())));
    out
}

/// A text in lines of so many columns, broken between words where it can be. What is set in stays so.
pub(crate) fn wrapped(text: &str, width: usize) -> Vec<String> {
    let width = width.max(1);
    let mut out = Vec::new();
    for line in text.lines() {
        let margin: String = line.chars().take_while(|char| *char == ' ').take(width / 2).collect();
        let mut now = margin.clone();
        let mut empty = true;
        for word in line.split_whitespace() {
            if !empty && now.width() + 1 + word.width() > width {
                out.push(std::mem::replace(&mut now, margin.clone()));
                empty = true;
            }
            if !empty {
                now.push(' ');
            }
            empty = false;
            for char in word.chars() {
                if now.width() + char.width().unwrap_or(0) > width && now.width() > margin.len() {
                    out.push(std::mem::replace(&mut now, margin.clone()));
                }
                now.push(char);
            }
        }
        out.push(now);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_fit() {
        assert_eq!(filled("日", 4, &Theme::default()), "日  ");
        assert_eq!(cut_front("nodes/m/conf/a.xml", 18, &Theme::default()), "nodes/m/conf/a.xml");
        assert_eq!(cut_front("nodes/m/conf/a.xml", 13, &Theme::default()), "…/conf/a.xml");
        assert_eq!(cut_front("nodes/m/conf/a.xml", 4, &Theme::default()), "a.x…");
        assert_eq!(cut_front("nodes/manager/", 8, &Theme::default()), "manager");
        assert_eq!(wrapped("a bb ccc\n  dd ee", 5), ["a bb", "ccc", "  dd", "  ee"]);
        assert_eq!(wrapped("abcdefg", 3), ["abc", "def", "g"]);
        assert!(wrapped("日本語", 1).len() == 3);
    }
}
