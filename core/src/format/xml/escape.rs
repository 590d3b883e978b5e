//! Between the characters of a value and the characters that stand for them in a file.

use super::chars::is_allowed;
use std::borrow::Cow;

/// Writes the text of an element. A line end becomes `eol`, which reads back as the same line end.
pub fn push_text(out: &mut String, text: &str, eol: &str) {
    push(out, text, |c| match c {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        // Only `]]>` needs this, but texts stand next to each other.
        '>' => Some("&gt;"),
        '\r' => Some("&#13;"),
        '\n' => Some(eol),
        _ => None,
    });
}

/// Writes what stands between the quotes of an attribute.
pub fn push_attribute(out: &mut String, value: &str, quote: char) {
    push(out, value, |c| match c {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '"' if quote == '"' => Some("&quot;"),
        '\'' if quote == '\'' => Some("&apos;"),
        // A reader makes blanks of these unless they are references.
        '\t' => Some("&#9;"),
        '\n' => Some("&#10;"),
        '\r' => Some("&#13;"),
        _ => None,
    });
}

fn push<'a>(out: &mut String, text: &str, stand_in: impl Fn(char) -> Option<&'a str>) {
    let plain = |b: u8| !matches!(b, b'&' | b'<' | b'>' | b'"' | b'\'' | 0..=0x1f | 0xef);
    if text.bytes().all(plain) {
        out.push_str(text);
        return;
    }
    for c in text.chars() {
        match stand_in(c) {
            Some(other) => out.push_str(other),
            None if is_allowed(c) => out.push(c),
            None => {}
        }
    }
}

/// What the raw value of an attribute says.
pub fn decode_attribute(raw: &str) -> Cow<'_, str> {
    if !raw.bytes().any(|b| matches!(b, b'&' | b'\t' | b'\r' | b'\n')) {
        return raw.into();
    }
    let mut out = String::with_capacity(raw.len());
    let blanks = |piece: &str, out: &mut String| {
        out.extend(piece.replace("\r\n", " ").chars().map(|c| if matches!(c, '\t' | '\r' | '\n') { ' ' } else { c }));
    };
    decode_references(raw, &mut out, blanks);
    out.into()
}

/// What the raw text of an element says: references and CDATA sections resolved, line ends made `\n`, comments and
/// processing instructions left out.
pub fn decode_text(raw: &str) -> Cow<'_, str> {
    if !raw.bytes().any(|b| matches!(b, b'&' | b'<' | b'\r')) {
        return raw.into();
    }
    let mut out = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(open) = rest.find('<') {
        decode_references(&rest[..open], &mut out, push_lines);
        rest = &rest[open..];
        let (skip, close) = match rest {
            _ if rest.starts_with("<![CDATA[") => (9, "]]>"),
            _ if rest.starts_with("<!--") => (4, "-->"),
            _ => (1, ">"),
        };
        let inside = rest.get(skip..).unwrap_or_default();
        let end = inside.find(close);
        if skip == 9 {
            push_lines(end.map_or(inside, |end| &inside[..end]), &mut out);
        }
        rest = end.map_or("", |end| &inside[end + close.len()..]);
    }
    decode_references(rest, &mut out, push_lines);
    out.into()
}

fn push_lines(piece: &str, out: &mut String) {
    if piece.contains('\r') {
        out.push_str(&piece.replace("\r\n", "\n").replace('\r', "\n"));
    } else {
        out.push_str(piece);
    }
}

fn decode_references(raw: &str, out: &mut String, literal: impl Fn(&str, &mut String)) {
    let mut rest = raw;
    while let Some(open) = rest.find('&') {
        literal(&rest[..open], out);
        rest = &rest[open + 1..];
        match rest.find(';').and_then(|end| Some((resolve(&rest[..end])?, end))) {
            Some((c, end)) => {
                out.push(c);
                rest = &rest[end + 1..];
            }
            None => out.push('&'),
        }
    }
    literal(rest, out);
}

/// The character that stands between `&` and `;`. Without a document type there are five names.
pub(super) fn resolve(name: &str) -> Option<char> {
    match name {
        "amp" => return Some('&'),
        "lt" => return Some('<'),
        "gt" => return Some('>'),
        "quot" => return Some('"'),
        "apos" => return Some('\''),
        _ => {}
    }
    let number = name.strip_prefix('#')?;
    let (digits, radix) = number.strip_prefix('x').map_or((number, 10), |hex| (hex, 16));
    if digits.is_empty() || !digits.chars().all(|c| c.is_digit(radix)) {
        return None;
    }
    u32::from_str_radix(digits, radix).ok().and_then(char::from_u32).filter(|c| is_allowed(*c))
}

/// The place of the first `&` that begins no known reference.
pub(super) fn unknown_reference(raw: &str) -> Option<usize> {
    let mut at = 0;
    while let Some(open) = raw[at..].find('&').map(|open| at + open) {
        // A reference is short; looking no further keeps a text full of `&` from costing its square.
        let name = &raw.as_bytes()[open + 1..raw.len().min(open + 16)];
        let name = name.iter().position(|b| *b == b';').and_then(|end| raw.get(open + 1..open + 1 + end));
        match name {
            Some(name) if resolve(name).is_some() => at = open + name.len() + 2,
            _ => return Some(open),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn text(value: &str) -> String {
        let mut out = String::new();
        push_text(&mut out, value, "\r\n");
        out
    }

    #[test]
    fn escapes_what_would_be_read_otherwise() {
        assert_eq!(text("a<b>&\"'\u{1}]]>\r\n"), "a&lt;b&gt;&amp;\"']]&gt;&#13;\r\n");
        let mut out = String::new();
        push_attribute(&mut out, "\"'<\t\n>", '\'');
        assert_eq!(out, "\"&apos;&lt;&#9;&#10;>");
    }

    #[test]
    fn decodes_sections_and_references() {
        assert_eq!(decode_text("a<![CDATA[<&amp;]]>&#x20;&lt;<!-- & -->b<?p q?>\r\n"), "a<&amp; <b\n");
        assert_eq!(decode_attribute("a\r\nb\tc&#10;&quot;"), "a b c\n\"");
        assert_eq!(unknown_reference("&amp;&nbsp;"), Some(5));
        assert_eq!(unknown_reference("&#0;"), Some(0));
        assert_eq!(unknown_reference("a & b"), Some(2));
        assert_eq!(resolve("#+33"), None);
    }

    proptest! {
        #[test]
        fn reads_back_what_it_writes(value in any::<String>()) {
            let clean = super::super::clean(&value);
            let written = text(&value);
            prop_assert_eq!(decode_text(&written), clean.as_ref());
            for quote in ['"', '\''] {
                let mut raw = String::new();
                push_attribute(&mut raw, &value, quote);
                prop_assert!(!raw.contains(quote));
                prop_assert_eq!(decode_attribute(&raw), clean.as_ref());
            }
        }

        #[test]
        fn never_panics(raw in any::<String>(), markup in "[<>&;!\\[\\]CDAT#x0-9?-]*") {
            for raw in [raw, markup] {
                decode_text(&raw);
                decode_attribute(&raw);
                unknown_reference(&raw);
            }
        }
    }
}
