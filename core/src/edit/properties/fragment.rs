use super::Edit;
use crate::format::properties::{push_key, push_remark, push_value};

/// The statements as a file of their own, each with its reason before it; `=` or a blank between key and value.
pub fn fragment(edits: &[Edit], separator: &'static str) -> String {
    let mut out = String::with_capacity(edits.len() * 128);
    let mut said = "";
    for (at, edit) in edits.iter().enumerate() {
        if edits[..at].iter().any(|earlier| earlier.key == edit.key) {
            continue;
        }
        if edit.why.reason != said {
            said = &edit.why.reason;
            push_remark(&mut out, said, "\n");
        }
        push_line(&mut out, edit, separator, "\n");
    }
    out
}

pub(super) fn push_line(out: &mut String, edit: &Edit, separator: &'static str, eol: &str) {
    push_key(out, &edit.key);
    out.push_str(separator);
    push_value(out, edit.value.text());
    out.push_str(eol);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::Why;
    use expect_test::expect;

    #[test]
    fn reasons_and_lines() {
        let edit = |key: &'static str, value: &'static str, reason| Edit {
            key: key.into(),
            value: value.into(),
            why: Why::new(reason, "", ""),
        };
        let edits =
            [edit("a", "tcp://x:1", "First,\nsecond."), edit("b c", " é", "First,\nsecond."), edit("a", "2", "")];
        expect![[r#"
            # First,
            # second.
            a=tcp://x:1
            b\ c=\ \u00E9
        "#]]
        .assert_eq(&fragment(&edits, "="));
        assert!(fragment(&edits, " ").ends_with("\nb\\ c \\ \\u00E9\n"));
    }
}
