use super::*;
use crate::format::yaml::{Document, Kind, Node, Style};
use expect_test::expect;
use proptest::prelude::*;

#[test]
fn has_reasons_beside_or_above_what_they_are_of() {
    let mut file = Map::new();
    file.say("What this file is.");
    file.gap();
    file.gap();
    file.because("timeout", "0s", "an answer may take as long as it comes");
    file.because("idle", 300_u16, "a reason ".repeat(14).trim_end().to_owned());
    file.map("typed_config", |config| {
        config.set("@type", "type.googleapis.com/x");
        config.set(
            "domains",
            list(|all| ["esb.example.com", "*"].map(|name| all.add(name)).into_iter().collect()).flow(),
        );
        config.list("routes", |routes| {
            routes.say("Refused.");
            routes.map(|route| {
                route.say("Why.");
                route.because("match", map(|it| it.set("prefix", "/")).flow(), "all");
                route.map("route", |it| it.set("cluster", "wso2_esb"));
            });
            routes.gap();
            routes.map(|_| {});
            routes.add("y");
        });
    });
    expect![[r##"
        # What this file is.

        timeout: 0s  # an answer may take as long as it comes
        # a reason a reason a reason a reason a reason a reason a reason a reason a reason a reason a reason a reason a reason
        # a reason
        idle: 300
        typed_config:
          "@type": type.googleapis.com/x
          domains: [esb.example.com, "*"]
          routes:
            # Refused.
            # Why.
            - match: {prefix: /}  # all
              route:
                cluster: wso2_esb

            - {}
            - "y"
    "##]]
    .assert_eq(&write(&file));
}

#[test]
fn tags_stand_before_their_values() {
    let reference = |name: &str| Value::tagged("Ref", name);
    let mut choice = List::default();
    choice.add("WithLogs");
    choice.add(Map::new().with("Key", "bucket").with("Value", reference("Bucket")));
    choice.because(reference("AWS::NoValue"), "Otherwise nothing.");
    let choice = Value::tagged("If", choice);
    let mut file = Map::new();
    file.set("All", Value::from([reference("A"), reference("B")]).flow());
    file.set("Not", Value::tagged("Not", Value::from([Value::tagged("Equals", Value::texts(["x", "on"]))]).flow()));
    file.set("List", [choice.clone()]);
    file.set("If", choice);
    expect![[r#"
        # Two
        # lines
        ---
        All: [!Ref A, !Ref B]
        Not: !Not [!Equals [x, "on"]]
        List:
          - !If
            - WithLogs
            - Key: bucket
              Value: !Ref Bucket
            # Otherwise nothing.
            - !Ref "AWS::NoValue"
        If: !If
          - WithLogs
          - Key: bucket
            Value: !Ref Bucket
          # Otherwise nothing.
          - !Ref "AWS::NoValue"
        ---
        a: b
    "#]]
    .assert_eq(&documents("Two\nlines", &[file, Map::new().with("a", "b")]));
}

#[test]
fn a_remark_cannot_end_early() {
    let mut file = Map::new();
    file.say("one\ntwo\radmin: {}\u{2028}x");
    file.because("a", "b", "c\nadmin: {}\u{85}x");
    assert_eq!(write(&file), "# one\n# two admin: {} x\na: b  # c admin: {} x\n");
}

#[test]
fn what_is_too_long_for_a_line_is_a_block() {
    let mut file = Map::new();
    file.set("hosts", list(|all| (0..3).for_each(|_| all.add("a".repeat(40)))).flow());
    assert_eq!(write(&file).lines().count(), 4);
}

proptest! {
    #[test]
    fn a_text_comes_back_as_the_text_that_it_is(key in any::<String>(), text in any::<String>(), remark in any::<String>()) {
        let mut file = Map::new();
        file.say(remark.clone());
        file.because(key.clone(), text.clone(), remark.clone());
        file.set("flow", map(|inner| inner.set(key.clone(), list(|all| all.add(text.clone())))).flow());
        file.list("items", |all| {
            all.say(remark.clone());
            all.map(|item| item.because(key.clone(), text.clone(), remark.clone()));
        });
        let written = write(&file);
        let read = Document::parse(&written).unwrap();
        let pairs = read.root().unwrap().pairs();
        prop_assert_eq!(pairs.len(), 3);
        prop_assert!(means(&pairs[0].key, &key) && means(&pairs[0].value, &text));
        let flow = &pairs[1].value.pairs()[0];
        prop_assert!(means(&flow.key, &key) && means(&flow.value.items()[0], &text));
        let item = &pairs[2].value.items()[0].pairs()[0];
        prop_assert!(means(&item.key, &key) && means(&item.value, &text));
    }
}

/// Whether a node is this text, and no reader takes it for anything else.
fn means(node: &Node, expected: &str) -> bool {
    match &node.kind {
        Kind::Scalar { text, style } => text == expected && (*style == Style::Quoted || super::super::is_text(text)),
        _ => false,
    }
}
