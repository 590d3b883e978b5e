use super::*;
use crate::value::{HostName, Port};
use expect_test::expect;
use proptest::prelude::*;

#[test]
fn writes_sections_columns_and_reasons() {
    let mut file = Block::new();
    file.say("What this file is.");
    file.gap();
    let host: HostName = "esb.example.com".parse().unwrap();
    file.add(set("VirtualHost").arg(Argument::from("*:").and(&Port::known(443))).section(|section| {
        section.add(set("ServerName").arg(&host));
        section.add(set("SSLEngine").words("on").why("a reason ".repeat(14).trim_end().to_owned()));
        section.add(set("SSLCertificateFile").words("ssl/wrk.crt"));
        section.gap();
        section.add(set("RewriteCond").arg("%{REQUEST_URI}").arg(Argument::from("^/").matching(&host).then(r" \.$")));
        section.add(set("Header").arg("edit").arg(r#"a "b" \. c\\"#));
    }));
    expect![[r#"
        # What this file is.

        <VirtualHost *:443>
            ServerName esb.example.com
            # a reason a reason a reason a reason a reason a reason a reason a reason a reason a reason a reason a reason a
            # reason a reason
            SSLEngine          on
            SSLCertificateFile ssl/wrk.crt

            RewriteCond %{REQUEST_URI} "^/esb\.example\.com \.$"
            Header      edit 'a "b" \. c\\\\'
        </VirtualHost>
    "#]]
    .assert_eq(&write(&file));
}

#[test]
fn a_comment_cannot_end_early_nor_take_the_next_line_with_it() {
    let mut file = Block::new();
    file.say("one\ntwo\rInclude /x\u{2028}y\\\\");
    file.add(set("Listen").words("80"));
    assert_eq!(write(&file), "# one\n# two Include /x y\nListen 80\n");
}

#[test]
fn what_cannot_be_told_literally_is_no_argument() {
    for text in ["${PATH}", "a${", "a\nInclude /x", "a\r", "\0", "a\tb"] {
        assert_eq!(Argument::literal(text), None, "{text:?}");
    }
    assert_eq!(
        write(&{
            let mut file = Block::new();
            file.add(set("Define").arg(Argument::symbol("a b${c}\n")));
            file
        }),
        "Define a_b__c__\n"
    );
}

/// The arguments of one directive's line, as `ap_getword_conf` reads them.
fn words(line: &str) -> Vec<String> {
    let mut all = Vec::new();
    let mut rest = line.trim();
    while let Some(first) = rest.chars().next() {
        let quote = matches!(first, '"' | '\'').then_some(first);
        let mut word = String::new();
        let mut chars = rest.char_indices().skip(usize::from(quote.is_some())).peekable();
        let mut end = rest.len();
        while let Some((at, char)) = chars.next() {
            let next = chars.peek().map(|(_, next)| *next);
            match char {
                '\\' if next == Some('\\') || (quote.is_some() && next == quote) => {
                    word.extend(chars.next().map(|(_, next)| next));
                }
                char if Some(char) == quote || (quote.is_none() && char.is_ascii_whitespace()) => {
                    end = at + 1;
                    break;
                }
                char => word.push(char),
            }
        }
        all.push(word);
        rest = rest[end..].trim_start();
    }
    all
}

/// The arguments of one directive's line, as `parseargline` of `mod_rewrite` reads them.
fn raw_words(line: &str) -> Vec<String> {
    let mut all = Vec::new();
    let mut rest = line.trim();
    while let Some(first) = rest.chars().next() {
        let quote = matches!(first, '"' | '\'').then_some(first);
        let body = if quote.is_some() { &rest[1..] } else { rest };
        let end = body.find(|char: char| quote.map_or(char.is_ascii_whitespace(), |quote| char == quote));
        let (word, after) = body.split_at(end.unwrap_or(body.len()));
        all.push(word.to_owned());
        rest = after.get(1..).unwrap_or("").trim_start();
    }
    all
}

/// A file's lines as `ap_cfg_getline` reads them: a backslash at the end takes the next line along.
fn lines(text: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    for line in text.lines() {
        let last = all.last_mut().unwrap();
        match line.strip_suffix('\\') {
            Some(line) => last.push_str(line),
            None => {
                last.push_str(line);
                all.push(String::new());
            }
        }
    }
    all.into_iter()
        .map(|line| line.trim().to_owned())
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect()
}

proptest! {
    #[test]
    fn whatever_an_argument_holds_is_read_back(
        texts in proptest::collection::vec(prop_oneof![any::<String>(), "[\\\\\"'<>{}# ~a$%]{0,8}"], 1..5),
        comment in prop_oneof![any::<String>(), "[\\\\ a\n]{0,200}"],
    ) {
        let mut file = Block::new();
        let arguments: Vec<Argument> = texts.iter().filter_map(|text| Argument::literal(text)).collect();
        let mut directive = set("Define").why(comment.clone());
        let mut raw = set("RewriteCond");
        for argument in &arguments {
            directive = directive.arg(argument.clone());
            raw = raw.arg(argument.clone());
        }
        let literal = || texts.iter().filter(|text| Argument::literal(text).is_some());
        file.say(comment);
        file.add(set("IfModule").arg("a b").section(|section| { section.add(directive); section.add(raw); }));
        let written = write(&file);
        let lines = lines(&written);
        let expands = lines.iter().any(|line| line.contains("${"));
        prop_assert!(!expands);
        prop_assert_eq!(lines.len(), 4);
        prop_assert_eq!(&lines[0], "<IfModule \"a b\">");
        prop_assert_eq!(words(lines[1].strip_prefix("Define").unwrap()), literal().cloned().collect::<Vec<_>>());
        let unquotable = |text: &&String| text.contains('"') && text.contains('\'');
        if !literal().any(|text| unquotable(&text)) {
            let read = raw_words(lines[2].strip_prefix("RewriteCond").unwrap());
            prop_assert_eq!(read, literal().cloned().collect::<Vec<_>>());
        }
        prop_assert_eq!(&lines[3], "</IfModule>");
    }
}
