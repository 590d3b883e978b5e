//! TOML as `deployment.toml` has it.

use std::borrow::Cow;
use std::fmt::Write;

/// A key as TOML writes it: quoted where it is not bare.
pub fn key(key: &str) -> Cow<'_, str> {
    let bare = |char: char| char.is_ascii_alphanumeric() || char == '_' || char == '-';
    if !key.is_empty() && key.chars().all(bare) { Cow::Borrowed(key) } else { Cow::Owned(text(key)) }
}

/// A path of keys as TOML writes it, with dots between.
pub fn dotted<'k>(keys: impl IntoIterator<Item = &'k str>) -> String {
    let mut out = String::new();
    for (number, part) in keys.into_iter().enumerate() {
        if number > 0 {
            out.push('.');
        }
        out.push_str(&key(part));
    }
    out
}

/// A text as a basic string.
pub fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for char in text.chars() {
        match char {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            other if other.is_control() => {
                // Writing into memory cannot fail.
                _ = write!(out, "\\u{:04X}", u32::from(other));
            }
            other => out.push(other),
        }
    }
    out.push('"');
    out
}

/// Writes a text as lines of comment.
pub fn push_comment(out: &mut String, text: &str, eol: &str) {
    for line in text.lines() {
        out.push_str("# ");
        out.extend(line.chars().map(|char| if char.is_control() { ' ' } else { char }));
        out.push_str(eol);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn keys_are_quoted_where_they_must() {
        assert_eq!(
            dotted(["a-b_1", "hazelcast.x", "", "ä\""]),
            r#"a-b_1."hazelcast.x"."".  "ä\"""#.replace(".  ", ".")
        );
    }

    proptest! {
        #[test]
        fn reads_back_what_it_writes(name in any::<String>(), value in any::<String>(), remark in any::<String>()) {
            let mut written = String::new();
            push_comment(&mut written, &remark, "\n");
            written.push_str(&format!("{} = {}\n", key(&name), text(&value)));
            let document = toml_edit::Document::parse(written.as_str()).unwrap();
            prop_assert_eq!(document.len(), 1);
            prop_assert_eq!(document.get(&name).and_then(|it| it.as_str()), Some(value.as_str()));
        }
    }
}
