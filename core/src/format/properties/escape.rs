//! Between the characters of keys and values and what stands for them in a file.

use std::fmt::Write as _;

/// Writes a key.
pub fn push_key(out: &mut String, key: &str) {
    for c in key.chars() {
        if matches!(c, ' ' | '#' | '!' | '=' | ':') {
            out.push('\\');
            out.push(c);
        } else {
            push(out, c);
        }
    }
}

/// Writes a value. Only its beginning could be taken for a separator; further on `=` and `:` stay readable.
pub fn push_value(out: &mut String, value: &str) {
    let mut beginning = true;
    for c in value.chars() {
        if beginning && matches!(c, ' ' | '=' | ':' | '#' | '!') {
            out.push('\\');
            out.push(c);
        } else {
            push(out, c);
        }
        beginning &= c == ' ';
    }
}

/// Writes a remark, each of its lines on a line of its own that ends with `eol`.
pub fn push_remark(out: &mut String, remark: &str, eol: &str) {
    for line in remark.lines() {
        out.push_str("# ");
        out.extend(line.chars().filter(|c| !c.is_control()));
        out.push_str(eol);
    }
}

fn push(out: &mut String, c: char) {
    match c {
        '\\' => out.push_str("\\\\"),
        '\t' => out.push_str("\\t"),
        '\n' => out.push_str("\\n"),
        '\r' => out.push_str("\\r"),
        '\x0c' => out.push_str("\\f"),
        ' '..='~' => out.push(c),
        _ => {
            for unit in c.encode_utf16(&mut [0; 2]) {
                // Writing to a string cannot fail.
                let _ = write!(out, "\\u{unit:04X}");
            }
        }
    }
}
