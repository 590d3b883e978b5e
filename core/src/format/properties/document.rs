use std::ops::Range;

/// A property file: its entries as spans over its text. Any text is one.
#[derive(Debug, Clone)]
pub struct Document<'t> {
    text: &'t str,
    entries: Vec<Entry>,
}

/// One key and its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The key, decoded.
    pub key: String,
    /// The value, decoded.
    pub value: String,
    /// Where the value is written, continuation lines included.
    pub span: Range<usize>,
    /// Whether anything separates key and value; without it a value needs a separator.
    pub separated: bool,
    /// Whether `=` or `:` does.
    pub equals: bool,
}

impl<'t> Document<'t> {
    /// Reads a text.
    pub fn parse(text: &'t str) -> Self {
        let mut cursor = Cursor { text, at: 0 };
        let mut entries = Vec::new();
        while cursor.at < text.len() {
            cursor.skip_blanks();
            match cursor.peek() {
                None => {}
                Some('\r' | '\n') => cursor.at += 1,
                Some('#' | '!') => cursor.skip_line(),
                Some(_) => entries.extend(cursor.entry()),
            }
        }
        Self { text, entries }
    }

    /// The text that was read.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// The entries in their order.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entry that counts for a key: the last one.
    pub fn entry(&self, key: &str) -> Option<&Entry> {
        self.entries.iter().rfind(|entry| entry.key == key)
    }
}

struct Cursor<'t> {
    text: &'t str,
    at: usize,
}

/// A character of a logical line.
struct Mark {
    unit: Unit,
    /// Whether a backslash made it an ordinary character.
    escaped: bool,
    start: usize,
}

/// What a character or an escape stands for.
enum Unit {
    Char(char),
    /// A half of a character, as `\uD83D`.
    Utf16(u16),
}

impl Cursor<'_> {
    fn peek(&self) -> Option<char> {
        self.text.get(self.at..).and_then(|rest| rest.chars().next())
    }

    fn skip_blanks(&mut self) {
        while self.peek().is_some_and(is_blank) {
            self.at += 1;
        }
    }

    fn skip_line(&mut self) {
        let rest = &self.text[self.at..];
        self.at += rest.find(['\r', '\n']).unwrap_or(rest.len());
    }

    /// The next character of the logical line; none at its end.
    fn next(&mut self) -> Option<Mark> {
        loop {
            let start = self.at;
            let c = self.peek().filter(|c| !matches!(c, '\r' | '\n'))?;
            self.at += c.len_utf8();
            if c != '\\' {
                return Some(Mark { unit: Unit::Char(c), escaped: false, start });
            }
            // A backslash at the end of the file stands for nothing.
            let escaped = self.peek()?;
            self.at += escaped.len_utf8();
            let c = match escaped {
                '\r' | '\n' => {
                    if escaped == '\r' && self.peek() == Some('\n') {
                        self.at += 1;
                    }
                    self.skip_blanks();
                    continue;
                }
                'u' => match self.text.get(self.at..self.at + 4).filter(|d| d.bytes().all(|d| d.is_ascii_hexdigit())) {
                    Some(digits) => {
                        self.at += 4;
                        let unit = Unit::Utf16(u16::from_str_radix(digits, 16).unwrap_or_default());
                        return Some(Mark { unit, escaped: true, start });
                    }
                    None => 'u',
                },
                't' => '\t',
                'n' => '\n',
                'r' => '\r',
                'f' => '\x0c',
                other => other,
            };
            return Some(Mark { unit: Unit::Char(c), escaped: true, start });
        }
    }

    /// The entry of the logical line; none if nothing but backslashes at line ends stands on it.
    fn entry(&mut self) -> Option<Entry> {
        let mut key = Decoded::default();
        let mut separated = false;
        let mut equals = false;
        let mut any = false;
        // Where the value would begin if no character of it followed.
        let mut begin = self.at;
        let mut first = None;
        while let Some(mark) = self.next() {
            any = true;
            match mark.unit {
                Unit::Char(c) if !mark.escaped && is_blank(c) => separated = true,
                Unit::Char('=' | ':') if !mark.escaped && !equals => (separated, equals) = (true, true),
                _ if separated => {
                    first = Some(mark);
                    break;
                }
                unit => key.push(unit),
            }
            begin = self.at;
        }
        let mut value = Decoded::default();
        let start = first.as_ref().map_or(begin, |mark| mark.start);
        while let Some(mark) = first.take().or_else(|| self.next()) {
            value.push(mark.unit);
        }
        any.then(|| Entry { key: key.finish(), value: value.finish(), span: start..self.at, separated, equals })
    }
}

/// Puts the halves of characters together.
#[derive(Default)]
struct Decoded {
    text: String,
    high: Option<u16>,
}

impl Decoded {
    fn push(&mut self, unit: Unit) {
        match unit {
            Unit::Char(c) => {
                self.lone();
                self.text.push(c);
            }
            Unit::Utf16(unit) => {
                let units = [self.high.unwrap_or(unit), unit];
                let pair = if self.high.is_some() { &units[..] } else { &units[1..] };
                match char::decode_utf16(pair.iter().copied()).next() {
                    Some(Ok(c)) => {
                        self.text.push(c);
                        self.high = None;
                    }
                    _ => {
                        self.lone();
                        self.high = Some(unit);
                        // After a half that nothing completes, this one may be a whole.
                        if let Some(c) = char::from_u32(u32::from(unit)) {
                            self.text.push(c);
                            self.high = None;
                        }
                    }
                }
            }
        }
    }

    fn lone(&mut self) {
        if self.high.take().is_some() {
            self.text.push(char::REPLACEMENT_CHARACTER);
        }
    }

    fn finish(mut self) -> String {
        self.lone();
        self.text
    }
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\x0c')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::properties::{push_key, push_value};
    use proptest::prelude::*;

    fn read(text: &str) -> Vec<(String, String, &str)> {
        let document = Document::parse(text);
        document.entries.iter().map(|e| (e.key.clone(), e.value.clone(), &text[e.span.clone()])).collect()
    }

    fn pair<'t>(key: &str, value: &str, raw: &'t str) -> (String, String, &'t str) {
        (key.to_owned(), value.to_owned(), raw)
    }

    #[test]
    fn separators() {
        assert_eq!(
            read("a=1\nb:2\r\nc 3\rd = : 4 \n e\nf=\n"),
            [
                pair("a", "1", "1"),
                pair("b", "2", "2"),
                pair("c", "3", "3"),
                pair("d", ": 4 ", ": 4 "),
                pair("e", "", ""),
                pair("f", "", ""),
            ]
        );
    }

    #[test]
    fn remarks_continuations_and_escapes() {
        let text = "\\\n\n# a=1\n ! b=2\n\n c\\ d\\=e = x\\\n   y\\\\\nf=\\u00e9\\ud83d\\ude00\\ud83d\\q\ng=\\\r\n\t h\n#i\\\nj=k\\";
        assert_eq!(
            read(text),
            [
                pair("c d=e", "xy\\", "x\\\n   y\\\\"),
                pair("f", "é😀\u{fffd}q", "\\u00e9\\ud83d\\ude00\\ud83d\\q"),
                pair("g", "h", "h"),
                pair("j", "k", "k\\"),
            ]
        );
    }

    #[test]
    fn the_last_of_two_counts() {
        assert_eq!(Document::parse("a=1\na=2").entry("a").unwrap().value, "2");
    }

    proptest! {
        #[test]
        fn reads_back_what_is_written(key in any::<String>(), value in any::<String>(), odd in "[ =:#!\\\\\n\t]{0,5}") {
            for (key, value) in [(format!("k{key}"), value.clone()), (format!("{odd}k"), format!("{odd}{value}"))] {
                let mut line = String::new();
                push_key(&mut line, &key);
                line.push('=');
                push_value(&mut line, &value);
                prop_assert!(line.is_ascii());
                let document = Document::parse(&line);
                prop_assert_eq!(document.entries().len(), 1, "{}", line);
                prop_assert_eq!(&document.entries()[0].key, &key);
                prop_assert_eq!(&document.entries()[0].value, &value);
            }
        }

        #[test]
        fn never_panics(text in any::<String>(), markup in "[a= :#!\\\\\r\nué0-9d]*") {
            for text in [text, markup] {
                for entry in Document::parse(&text).entries() {
                    prop_assert!(text.get(entry.span.clone()).is_some());
                }
            }
        }
    }
}
