//! Texts in columns: measured as a terminal does, never cut inside a character.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// A text in so many columns at most; `…` stands for what is left out.
pub(crate) fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut used = 1;
    for char in text.chars() {
        used += char.width().unwrap_or(0);
        if used > width {
            break;
        }
        out.push(char);
    }
    if width > 0 {
        out.push('…');
    }
    out
}

/// A text in exactly so many columns.
pub(crate) fn filled(text: &str, width: usize) -> String {
    let mut out = cut(text, width);
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
        assert_eq!((cut("abc", 3), cut("abcd", 3), cut("abcd", 0)), ("abc".into(), "ab…".into(), String::new()));
        assert_eq!(cut("日本語", 5), "日本…");
        assert_eq!(filled("日", 4), "日  ");
        assert_eq!(wrapped("a bb ccc\n  dd ee", 5), ["a bb", "ccc", "  dd", "  ee"]);
        assert_eq!(wrapped("abcdefg", 3), ["abc", "def", "g"]);
        assert!(wrapped("日本語", 1).len() == 3);
    }
}
