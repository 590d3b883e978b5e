use crate::format::one_line;
use std::fmt::Write as _;

/// A text as YAML writes it: as it is where no reader takes it for anything else, otherwise in double quotes.
pub fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    push_text(&mut out, text);
    out
}

/// The same at the end of a text.
pub fn push_text(out: &mut String, text: &str) {
    let safe = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'/' | b'-');
    let begins_well =
        text.bytes().next().is_some_and(|first| first.is_ascii_alphanumeric() || first == b'/' || first == b'_');
    if begins_well && text.bytes().all(safe) && is_text(text) {
        out.push_str(text);
        return;
    }
    out.push('"');
    for char in text.chars() {
        match char {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            ' '..='~' => out.push(char),
            // Older readers refuse what is not in the first plane, and nobody need guess the file's encoding.
            _ => {
                let code = u32::from(char);
                let _ = if code <= 0xFFFF { write!(out, "\\u{code:04X}") } else { write!(out, "\\U{code:08X}") };
            }
        }
    }
    out.push('"');
}

/// Writes a remark, each of its lines on a line of its own behind `indent`, that ends with `eol`.
pub fn push_remark(out: &mut String, remark: &str, indent: &str, eol: &str) {
    for line in remark.lines() {
        out.push_str(indent);
        out.push_str("# ");
        out.push_str(&one_line(line));
        out.push_str(eol);
    }
}

/// Whether a plain scalar is read as a text, by YAML 1.1 and by 1.2: no truth, no number, no time and not nothing.
pub fn is_text(plain: &str) -> bool {
    const WORDS: &[&str] = &["y", "n", "yes", "no", "on", "off", "true", "false", "null", "~", "", "=", "<<"];
    if WORDS.iter().any(|word| plain.eq_ignore_ascii_case(word)) {
        return false;
    }
    let unsigned = plain.strip_prefix(['+', '-']).unwrap_or(plain);
    let unpointed = unsigned.strip_prefix('.').unwrap_or(unsigned);
    if ["inf", "nan"].iter().any(|word| unpointed.eq_ignore_ascii_case(word)) {
        return false;
    }
    if !unpointed.starts_with(|first: char| first.is_ascii_digit()) {
        return true;
    }
    // An IPv4 address is no number of any kind.
    let address =
        unsigned.split('.').count() == 4 && unsigned.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    // Digits of every base, exponents, separators, and what dates and times are made of.
    let numeric = |byte: u8| byte.is_ascii_hexdigit() || b"_.:+-xXoO TtZz".contains(&byte);
    address || !unsigned.bytes().all(numeric)
}
