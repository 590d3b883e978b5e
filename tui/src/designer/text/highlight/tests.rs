use super::{Grammar, Highlighted};

/// The tokens of a text, each as its kind's letter and what it is.
fn tokens(path: &str, text: &str) -> Vec<String> {
    let lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let mut highlighted = Highlighted::of(path);
    let mut all = Vec::new();
    for (number, line) in lines.iter().enumerate() {
        for (range, token) in highlighted.line(&lines, number) {
            all.push(format!("{token:?} {}", &line[range.clone()]));
        }
    }
    all
}

#[test]
fn xml_has_elements_attributes_and_comments_over_lines() {
    assert_eq!(
        tokens("axis2.xml", "<a b=\"c\">${d} 1</a> <!-- x\n y --> <e/>"),
        [
            "Frame <a",
            "Name b",
            "Text \"c\"",
            "Frame >",
            "Variable ${d}",
            "Frame </a>",
            "Comment <!-- x",
            "Comment  y -->",
            "Frame <e/>"
        ]
    );
}

#[test]
fn every_grammar_knows_its_own() {
    for (path, text, first) in [
        ("deployment.toml", "[server]\nport = 1", vec!["Frame [server]", "Name port", "Number 1"]),
        ("a.yaml", "a: \"b\" # c", vec!["Name a", "Text \"b\"", "Comment # c"]),
        ("bundle.json", "{\"a\": 1}", vec!["Name \"a\"", "Number 1"]),
        ("mysql.sql", "CREATE DATABASE `x`; -- y", vec!["Frame CREATE", "Frame DATABASE", "Name `x`", "Comment -- y"]),
        ("run.sh", "if [ \"$A\" ]; then # b", vec!["Frame if", "Text \"$A\"", "Frame then", "Comment # b"]),
        ("nginx.conf", "server {\n  listen 80;", vec!["Frame server", "Name listen", "Number 80"]),
        (
            "haproxy.cfg",
            "backend x\n  server a 192.0.2.1:80",
            vec!["Frame backend", "Name server", "Number 192", "Number 80"],
        ),
        ("Caddyfile", "x {\n  tls a", vec!["Frame x", "Name tls"]),
        ("job.hcl", "job \"x\" {\n a = 1", vec!["Frame job", "Text \"x\"", "Name a", "Number 1"]),
        ("a.properties", "# a\nb=c", vec!["Comment # a", "Name b"]),
        ("guide.md", "# A\nsee `b`", vec!["Frame # A", "Text `b`"]),
        ("hosts", "192.0.2.1 a # b", vec!["Number 192.0.2.1", "Comment # b"]),
    ] {
        let found = tokens(path, text);
        let kept: Vec<&str> = found.iter().map(String::as_str).filter(|token| first.contains(token)).collect();
        assert_eq!(kept, first, "{path}: {found:?}");
    }
    assert_eq!(tokens("a.unknown", "a = 1"), Vec::<String>::new());
}

#[test]
fn every_rule_is_a_regular_expression_with_one_pair_of_parentheses() {
    for grammar in super::grammar::all() {
        for (rule, _) in grammar.rules {
            assert_eq!(regex_lite::Regex::new(rule).unwrap().captures_len(), 2, "{rule}");
        }
        assert!(grammar.regex().is_some());
    }
}

#[test]
fn no_text_is_too_strange() {
    let strange = ["", "\"", "<", "<!--", "é\"ü", "$", "${", "[[", "\u{0}\u{1b}[31m", "'''", "# é", "ü: [\"é"];
    for grammar in ["a.xml", "a.toml", "a.yaml", "a.sql", "a.sh", "a.conf", "a.md", "a.hcl", "Caddyfile", "a.json"] {
        assert!(Grammar::of(grammar).is_some());
        for (one, other) in strange.iter().flat_map(|one| strange.iter().map(move |other| (one, other))) {
            tokens(grammar, &format!("{one}{other}\n{other} {one}"));
        }
    }
    assert_eq!(tokens("a.toml", &format!("a = \"{}\"", "x".repeat(3000))), Vec::<String>::new());
}
