use super::*;
use crate::value::{HostName, Port};
use expect_test::expect;
use proptest::prelude::*;

#[test]
fn stands_in_columns_with_reasons_behind_or_above() {
    let host: HostName = "esb.example.com".parse().unwrap();
    let mut file = File::new();
    file.say("What this file is.");
    file.gap();
    file.section(line("frontend public"), |section| {
        section.add(line("bind").arg(Argument::from(":").and(&Port::known(80))));
        section.add(line("timeout client").words("60s").why("between two reads"));
        section.add(line("timeout http-request 15s").why("a reason ".repeat(14).trim_end().to_owned()));
        section.gap();
        section.add(line("acl service_host var(txn.host) -m str").matches([&host]));
        section.add(line("http-request set-header X-Forwarded-Host").arg(&host));
        section.add(line("http-request set-header X-Real-IP").words("%[src]"));
        section.add(
            line("http-request deny").words("status 421").arg(r#"{"error":"no"}"#).words("if { src 192.0.2.0/24 }"),
        );
        section.add(line("acl refused path -m reg -i").matches([Argument::from(r"^/a\.b$")]));
    });
    expect![[r#"
        # What this file is.

        frontend public
            bind :80
            timeout client       60s  # between two reads
            # a reason a reason a reason a reason a reason a reason a reason a reason a reason a reason a reason a reason a
            # reason a reason
            timeout http-request 15s

            acl service_host var(txn.host) -m str -- esb.example.com
            http-request set-header X-Forwarded-Host esb.example.com
            http-request set-header X-Real-IP        %[src]
            http-request deny status 421 '{"error":"no"}' if { src 192.0.2.0/24 }
            acl refused path -m reg -i -- '^/a\.b$'
    "#]]
    .assert_eq(&write(&file));
}

#[test]
fn a_comment_cannot_end_early() {
    let mut file = File::new();
    file.say("one\ntwo\r listen x\u{2028}y");
    assert_eq!(write(&file), "# one\n# two listen x y\n");
}

/// Reads the words of every line back as `parse_line` does with all of its options, the value of a variable being `$`.
fn read(text: &str) -> Option<Vec<Vec<String>>> {
    let mut all = Vec::new();
    for line in text.split('\n') {
        let mut words = Vec::new();
        let mut word: Option<String> = None;
        let mut quote = None;
        let mut chars = line.chars().peekable();
        while let Some(char) = chars.next() {
            match (char, quote) {
                (end, Some(open)) if end == open => quote = None,
                (char, Some('\'')) => word.get_or_insert_default().push(char),
                ('$', Some(_)) => return None,
                (open @ ('"' | '\''), None) => {
                    word.get_or_insert_default();
                    quote = Some(open);
                }
                ('\\', _) => {
                    let escaped = match chars.next()? {
                        'n' => '\n',
                        'r' => '\r',
                        't' => '\t',
                        'x' => return None,
                        other => other,
                    };
                    word.get_or_insert_default().push(escaped);
                }
                ('#' | '\r', None) => break,
                (' ' | '\t', None) => words.extend(word.take()),
                (char, _) => word.get_or_insert_default().push(char),
            }
        }
        words.extend(word);
        if quote.is_some() {
            return None;
        }
        if !words.is_empty() {
            all.push(words);
        }
    }
    Some(all)
}

proptest! {
    #[test]
    fn whatever_an_argument_holds_is_read_back(
        texts in proptest::collection::vec(prop_oneof![any::<String>(), "[\\\\\"'{}# \n\r\t$a%x0(),-]{0,8}"], 1..5),
        comment in any::<String>(),
    ) {
        let mut head = line("backend x").why(comment.clone());
        let mut rule = line("acl a src").why(comment.clone());
        let mut expected = vec![vec!["backend".to_owned(), "x".to_owned()], ["acl", "a", "src", "--"].map(str::to_owned).to_vec()];
        let literals: Vec<String> = texts.into_iter().filter(|text| Argument::literal(text).is_some()).collect();
        for text in &literals {
            head = head.arg(Argument::literal(text).unwrap());
        }
        rule = rule.matches(literals.iter().filter_map(|text| Argument::literal(text)));
        for line in &mut expected {
            line.extend(literals.iter().cloned());
        }
        let mut file = File::new();
        file.say(comment);
        file.section(head, |section| section.add(rule));
        prop_assert_eq!(read(&write(&file)), Some(expected));
    }
}
