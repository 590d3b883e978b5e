use super::*;
use expect_test::expect;
use proptest::prelude::*;

#[test]
fn stands_as_the_formatter_has_it() {
    let mut file = Body::new();
    file.say("What this file is.");
    file.gap();
    file.resource("aws_lb", &Identifier::new("this"), |lb| {
        lb.set("name", "esb");
        lb.set("idle_timeout", 300_u16);
        lb.set_why("subnets", Expression::code("var.subnet_ids"), "two zones at least");
        lb.gap();
        lb.block("access_logs", |logs| logs.set("enabled", true));
    });
    file.gap();
    file.block("locals", |locals| {
        let node = |address: &str| Expression::object([("address", address.into()), ("port", 8243_u16.into())]);
        locals.set("nodes", Expression::map([("w-1".to_owned(), node("10.0.0.1")), ("w-10".to_owned(), node("::1"))]));
        locals.set("hosts", Expression::texts(["a.example", "b.example"]));
    });
    expect![[r#"
        # What this file is.

        resource "aws_lb" "this" {
          name         = "esb"
          idle_timeout = 300
          subnets      = var.subnet_ids # two zones at least

          access_logs {
            enabled = true
          }
        }

        locals {
          nodes = {
            "w-1"  = { address = "10.0.0.1", port = 8243 }
            "w-10" = { address = "::1", port = 8243 }
          }
          hosts = ["a.example", "b.example"]
        }
    "#]]
    .assert_eq(&write(&file));
}

#[test]
fn templates_are_texts() {
    let quoted = |text: &str| {
        let mut body = Body::new();
        body.set("a", text);
        write(&body)
    };
    assert_eq!(quoted("${a} %{b} $c"), "a = \"$${a} %%{b} $c\"\n");
    assert_eq!(quoted("$${a}"), "a = \"$\\u0024{a}\"\n");
    assert_eq!(quoted("a\"b\\c\nd\0"), "a = \"a\\\"b\\\\c\\nd\\u0000\"\n");
    assert_eq!(Identifier::new("9 a.b-c").as_str(), "_9_a_b_c");
}

#[test]
fn a_comment_cannot_end_early() {
    let mut file = Body::new();
    file.say("one\ntwo\u{2028}a = 1");
    file.set_why("b", 1_u16, "c\nd = 2");
    assert_eq!(write(&file), "# one\n# two a = 1\nb = 1 # c d = 2\n");
}

/// The texts in quotes, as the grammar reads them: none where one is a template, or does not end.
fn texts(source: &str) -> Option<Vec<String>> {
    let mut all = Vec::new();
    let mut chars = source.chars().peekable();
    while let Some(char) = chars.next() {
        match char {
            '#' => while chars.next().is_some_and(|char| char != '\n') {},
            '"' => {
                let mut text = String::new();
                loop {
                    match chars.next()? {
                        '"' => break,
                        '\n' => return None,
                        '\\' => match chars.next()? {
                            'n' => text.push('\n'),
                            'r' => text.push('\r'),
                            't' => text.push('\t'),
                            'u' => {
                                let digits: String = chars.by_ref().take(4).collect();
                                text.push(char::from_u32(u32::from_str_radix(&digits, 16).ok()?)?);
                            }
                            other @ ('"' | '\\') => text.push(other),
                            _ => return None,
                        },
                        sign @ ('$' | '%') => {
                            let rest: String = chars.clone().take(2).collect();
                            if rest.starts_with('{') {
                                return None;
                            }
                            if rest == format!("{sign}{{") {
                                chars.next();
                            }
                            text.push(sign);
                        }
                        other => text.push(other),
                    }
                }
                all.push(text);
            }
            _ => {}
        }
    }
    Some(all)
}

fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("${".to_owned()),
        Just("%{".to_owned()),
        Just("$".to_owned()),
        Just("%".to_owned()),
        Just("{".to_owned()),
        Just("\"\\".to_owned()),
        Just("\n}\n".to_owned()),
        Just("<<EOF\n".to_owned()),
        Just("# //*".to_owned()),
        any::<String>(),
    ];
    prop::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn hostile_texts_come_back_as_they_are(first in hostile(), second in hostile(), say in hostile()) {
        let mut body = Body::new();
        body.say(say.clone());
        body.set_why("a", first.as_str(), say);
        body.set("b", Expression::map([(second.clone(), Expression::texts([&first, &second]))]));
        let source = write(&body);
        let expected = vec![first.clone(), second.clone(), first, second];
        prop_assert_eq!(texts(&source), Some(expected), "{}", source);
    }
}
