use super::reader::read;
use super::*;
use crate::value::{HostName, Port};
use expect_test::expect;
use proptest::prelude::*;

#[test]
fn stands_in_columns_with_reasons_behind_or_above() {
    let mut file = Block::new();
    file.say("What this file is.");
    file.gap();
    file.add(set("server").block(|server| {
        let host: HostName = "esb.example.com".parse().unwrap();
        server.add(set("listen").arg(Port::known(443)).words("ssl"));
        server.add(set("server_name").arg(&host).why("one name"));
        server
            .add(set("proxy_redirect").arg(Argument::from("~*^http://").matching(&host).then("$")).words("https://x/"));
        server.gap();
        server.add(set("proxy_set_header").words("Host").arg(&host).why("a reason ".repeat(14).trim_end().to_owned()));
        server.add(set("proxy_set_header").words("X-Forwarded-For $remote_addr"));
        server.add(set("location").words("/").block(|location| location.add(set("return").words("421"))));
    }));
    expect![[r#"
        # What this file is.

        server {
            listen         443 ssl;
            server_name    esb.example.com;  # one name
            proxy_redirect ~*^http://esb\.example\.com$ https://x/;

            # a reason a reason a reason a reason a reason a reason a reason a reason a reason a reason a reason a reason a
            # reason a reason
            proxy_set_header Host            esb.example.com;
            proxy_set_header X-Forwarded-For $remote_addr;
            location / { return 421; }
        }
    "#]]
    .assert_eq(&write(&file));
}

#[test]
fn a_comment_cannot_end_early() {
    let mut file = Block::new();
    file.say("one\ntwo\r} server { listen 1; }\u{2028}x");
    assert_eq!(write(&file), "# one\n# two } server { listen 1; } x\n");
}

proptest! {
    #[test]
    fn whatever_an_argument_holds_is_read_back(
        texts in proptest::collection::vec(prop_oneof![any::<String>(), "[\\\\\"'{};# \n\r\tntr~a$]{0,8}"], 1..5),
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
        expected.push(";".to_owned());
        file.say(comment);
        file.add(set("b").block(|block| block.add(directive)));
        let read = read(&write(&file));
        prop_assert_eq!(read, Some(vec![vec!["b".into(), "{".into()], expected, vec!["}".into()]]));
    }
}
