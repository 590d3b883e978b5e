use super::*;
use crate::value::HostName;
use expect_test::expect;
use proptest::prelude::*;

#[test]
fn stands_as_caddy_formats_it() {
    let mut file = Block::new();
    file.say("What this file is.");
    file.gap();
    file.add(options(|all| all.add(set("auto_https").words("off").why("a reason"))));
    file.gap();
    let host: HostName = "esb.example.com".parse().unwrap();
    file.add(set(Argument::from("https://").and(&host)).block(|site| {
        site.add(set("redir").arg(Argument::from("https://").and(&host).then("{uri}")).words("308"));
        site.gap();
        let reason = "a reason ".repeat(14).trim_end().to_owned();
        site.add(set("path_regexp").arg(Argument::from("^").matching(&host).then("$")).why(reason));
        site.add(set("header").words("X-Y").arg("a b \"c\""));
        site.gap();
    }));
    expect![[r#"
        # What this file is.

        {
        	auto_https off # a reason
        }

        https://esb.example.com {
        	redir https://esb.example.com{uri} 308

        	# a reason a reason a reason a reason a reason a reason a reason a reason a reason a reason a reason a reason a
        	# reason a reason
        	path_regexp `^esb\.example\.com$`
        	header X-Y `a b "c"`
        }
    "#]]
    .assert_eq(&write(&file));
}

#[test]
fn a_comment_cannot_end_early_or_be_replaced() {
    let mut file = Block::new();
    file.say("one\ntwo\r} :80 {\u{2028}{$HOME}");
    assert_eq!(write(&file), "# one\n# two } :80 { { $HOME}\n");
}

#[test]
fn a_placeholder_has_no_way_in() {
    for text in ["{$HOME}", "{env.HOME}", "}", "a\0b", "`\\", "`\\\""] {
        assert_eq!(Argument::literal(text), None, "{text}");
    }
}

/// Reads lines of tokens as Caddy's lexer does.
fn read(text: &str) -> Option<Vec<Vec<String>>> {
    let mut lines = Vec::new();
    let mut tokens: Vec<String> = Vec::new();
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        match char {
            '\n' if tokens.is_empty() => {}
            '\n' => lines.push(std::mem::take(&mut tokens)),
            '#' => {
                while chars.peek().is_some_and(|char| *char != '\n') {
                    chars.next();
                }
            }
            char if char.is_whitespace() => {}
            '"' => {
                let mut token = String::new();
                loop {
                    match chars.next()? {
                        '"' => break,
                        '\\' => match chars.next()? {
                            '"' => token.push('"'),
                            other => token.extend(['\\', other]),
                        },
                        other => token.push(other),
                    }
                }
                tokens.push(token);
            }
            '`' => {
                let mut token = String::new();
                loop {
                    match chars.next()? {
                        '`' => break,
                        other => token.push(other),
                    }
                }
                tokens.push(token);
            }
            first => {
                let mut token = String::from(first);
                while let Some(next) = chars.next_if(|char| !char.is_whitespace()) {
                    token.push(next);
                }
                tokens.push(token);
            }
        }
    }
    tokens.is_empty().then_some(lines)
}

proptest! {
    #[test]
    fn whatever_a_token_holds_is_read_back(
        texts in proptest::collection::vec(prop_oneof![any::<String>(), "[\\\\\"'`{}$;<# \n\r\tax]{0,8}"], 1..5),
        comment in any::<String>(),
    ) {
        let mut file = Block::new();
        let mut directive = set("x").why(comment.clone());
        let mut expected = vec!["x".to_owned()];
        for text in texts {
            if let Some(argument) = Argument::literal(&text) {
                directive = directive.arg(argument);
                expected.push(text);
            }
        }
        file.say(comment);
        file.add(set("b").block(|block| block.add(directive)));
        let text = write(&file);
        prop_assert!(!text.contains("\u{7b}$"), "an environment variable");
        let read = read(&text);
        prop_assert_eq!(read, Some(vec![vec!["b".into(), "{".into()], expected, vec!["}".into()]]));
    }
}
