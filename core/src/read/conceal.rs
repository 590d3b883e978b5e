use crate::value::Url;

/// The text of a design as it may be shown: secrets are stars, byte for byte as many, so that every place stays where
/// it was.
///
/// The text may be damaged, and is shown for just that reason. So nothing is parsed: what stands behind a key that names
/// a secret is one, and so is a literal that says so itself, or a URL that carries a password.
pub fn conceal(text: &str) -> String {
    let mut out = text.as_bytes().to_vec();
    let mut key = String::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        conceal_line(line, start, &mut key, &mut out);
        start += line.len();
    }
    // Only whole characters became stars.
    String::from_utf8(out).unwrap_or_default()
}

/// The key may stand on an earlier line, as in JSON that was broken behind its colon.
fn conceal_line(line: &str, start: usize, key: &mut String, out: &mut [u8]) {
    let mut at = 0;
    while let Some(rest) = line.get(at..).filter(|rest| !rest.is_empty()) {
        let quoted = rest.starts_with(['"', '\'']);
        let (inside, length) = if quoted { literal(rest) } else { bare(rest) };
        if inside.is_empty() {
            at += length;
            continue;
        }
        let from = at + usize::from(quoted);
        if line.get(at + length..).is_some_and(|behind| behind.trim_start().starts_with(['=', ':'])) {
            inside.clone_into(key);
        } else if let Some(open) = secret_from(key, inside) {
            let range = start + from + open..start + from + inside.len();
            out.get_mut(range).into_iter().flatten().for_each(|byte| *byte = b'*');
            if quoted {
                // What follows, such as a remark, is no part of it; of bare words it may be.
                key.clear();
            }
        } else if quoted && is_reference(inside) {
            // It says where the secret is, and what follows is another matter.
            key.clear();
        }
        at += length;
    }
}

/// The inside of a quoted literal, and how long it is with its quotes; without an end it goes to the end of the line.
fn literal(rest: &str) -> (&str, usize) {
    let quote = rest.bytes().next().unwrap_or(b'"');
    let mut escaped = false;
    for (at, byte) in rest.bytes().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quote == b'"' => escaped = true,
            _ if byte == quote => return (rest.get(1..at).unwrap_or_default(), at + 1),
            _ => {}
        }
    }
    (rest.get(1..).unwrap_or_default().trim_end(), rest.len())
}

/// A bare word or value, or one character between them.
fn bare(rest: &str) -> (&str, usize) {
    let between = |char: char| char.is_whitespace() || "=:,{}[]\"'".contains(char);
    let length = rest.find(between).unwrap_or(rest.len());
    match rest.get(..length) {
        Some(word) if length > 0 => (word, length),
        _ => ("", rest.chars().next().map_or(1, char::len_utf8)),
    }
}

/// Whether a value only says where a secret is.
fn is_reference(value: &str) -> bool {
    ["env:", "file:", "vault:"].iter().any(|reference| value.starts_with(reference))
}

/// From which byte on a value is secret, if it is.
fn secret_from(key: &str, value: &str) -> Option<usize> {
    const LITERAL: &str = "plain:";
    if value.starts_with(LITERAL) {
        return Some(LITERAL.len());
    }
    if is_reference(value) {
        return None;
    }
    let key = key.to_ascii_lowercase();
    // Short enough to know a misspelt one, whose line is shown just because of that.
    let named = ["pas", "pwd", "secret", "token", "access-key", "plain"].iter().any(|name| key.contains(name));
    let in_url = || value.parse::<Url>().is_ok_and(|url| url.has_password());
    (named || in_url()).then_some(0)
}

#[cfg(test)]
mod tests {
    use super::conceal;

    #[test]
    fn secrets_become_stars_and_nothing_moves() {
        for (text, shown) in [
            (r#"password = "plain:hü\"nter" # x"#, r#"password = "plain:*********" # x"#),
            (
                r#"{ user = "u", password = 'hunter', name = "n" }"#,
                r#"{ user = "u", password = '******', name = "n" }"#,
            ),
            ("pasword = 'hunter'", "pasword = '******'"),
            ("password = \"env:A\" # a remark\n\n[access]", "password = \"env:A\" # a remark\n\n[access]"),
            (r#""password": "hunter""#, r#""password": "******""#),
            (
                "\"secret-key\":\n  \"hunter\",\n \"region\": \"r\"",
                "\"secret-key\":\n  \"******\",\n \"region\": \"r\"",
            ),
            (r#"users.password = "env:DB""#, r#"users.password = "env:DB""#),
            (r#"url = "jdbc:mysql://u:p@h/d""#, r#"url = "********************""#),
            (r#"url = "jdbc:mysql://h/d?a=1&b=2""#, r#"url = "jdbc:mysql://h/d?a=1&b=2""#),
            ("password = plain:hunter", "password = plain:******"),
            ("password = hunter\nname = x", "password = ******\nname = x"),
            ("token = \"no end\nname = \"n\"", "token = \"******\nname = \"n\""),
            (r#"x = """plain:hunter""""#, r#"x = """plain:******""""#),
        ] {
            assert_eq!(conceal(text), shown);
            assert_eq!(conceal(text).len(), text.len());
        }
    }

    #[test]
    fn no_text_is_too_strange() {
        for text in ["", "\"", "'ü", "password = \"\\", "=:,", "ü = ü\u{0}\n\n", "password=\"plain:\u{2028}é"] {
            assert_eq!(conceal(text).len(), text.len(), "{text:?}");
        }
    }
}
