use super::*;
use proptest::prelude::*;

#[test]
fn values_are_escaped_and_templates_are_not() {
    let shown = md!("**{}** is {} at {}", "a*b|c", code("x|y"), code("t`t"));
    assert_eq!(shown.to_string(), "**a\\*b&#124;c** is <code>x&#124;y</code> at ``t`t``");
    let begun = |text: &str| {
        let mut doc = Document::default();
        doc.paragraph(md!("{}", text));
        doc.finish()
    };
    assert_eq!(begun("# 1"), "\\# 1\n");
    assert_eq!(begun("1. a"), "1\\. a\n");
    assert_eq!(begun("1.2 a"), "1\\.2 a\n");
    assert_eq!(begun("    a-b"), "a-b\n");
    assert_eq!(md!("{}", "https://x").to_string(), "https&#58;//x");
    assert_eq!(code("`").to_string(), "`` ` ``");
}

#[test]
fn blocks_stand_apart() {
    let mut doc = Document::default();
    doc.heading(1, "Title");
    doc.paragraph("Text.");
    doc.bullets([]);
    doc.table(["A", "B"], [[code("x"), Inline::default()]]);
    doc.code("sh", "a\n```\nb");
    expect_test::expect![[r#"
        # Title

        Text.

        | A | B |
        | --- | --- |
        | `x` | |

        ````sh
        a
        ```
        b
        ````
    "#]]
    .assert_eq(&doc.finish());
}

#[test]
fn runs_are_what_a_person_reads() {
    let line = md!("**Run** {} on [the node](x.md): {}", code("a `b` c"), "x_y <z>");
    let expected = [
        Run::Words("Run ".to_owned()),
        Run::Code("a `b` c".to_owned()),
        Run::Words(" on the node: x_y <z>".to_owned()),
    ];
    assert_eq!(line.runs(), expected);
}

proptest! {
    #[test]
    fn what_a_person_wrote_is_read_as_it_was_written(text in "[^\\pC\\pZ]{1,30}") {
        prop_assert_eq!(md!("{}", text).runs(), vec![Run::Words(text.clone())]);
        prop_assert_eq!(code(&text).runs(), vec![Run::Code(text)]);
    }

    #[test]
    fn nothing_written_by_a_person_ends_a_cell(text in "\\PC*|.*") {
        let mut doc = Document::default();
        doc.table(["A", "B"], [[md!("{}", text), code(&text)]]);
        let out = doc.finish();
        prop_assert_eq!(out.lines().count(), 3);
        prop_assert_eq!(out.matches('|').count(), 9);
    }

    #[test]
    fn nothing_written_by_a_person_ends_a_fence(text in "(`|~|\n|\r|x| ){0,40}") {
        let mut doc = Document::default();
        doc.code("", &text);
        let out = doc.finish();
        let fence = out.lines().next().unwrap_or_default();
        let ends = out.lines().filter(|line| line.trim_start().starts_with(fence)).count();
        prop_assert_eq!(ends, 2);
    }
}
