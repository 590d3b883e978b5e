use super::Edit;
use crate::format::properties::{push_key, push_remark, push_value};

/// The statements as a file of their own, each with its reason before it.
pub fn fragment(edits: &[Edit]) -> String {
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
        push_line(&mut out, edit, "\n");
    }
    out
}

pub(super) fn push_line(out: &mut String, edit: &Edit, eol: &str) {
    push_key(out, &edit.key);
    out.push('=');
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
        .assert_eq(&fragment(&edits));
    }
}
