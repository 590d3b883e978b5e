use super::*;
use proptest::prelude::*;

fn scalar(written: &str) -> (String, Style) {
    let text = format!("k: {written}\n");
    let document = Document::parse(&text).unwrap();
    match &document.root().unwrap().pairs()[0].value.kind {
        Kind::Scalar { text, style } => (text.clone(), *style),
        other => panic!("{other:?}"),
    }
}

#[test]
fn quotes_are_where_a_reader_would_guess() {
    for plain in ["wso2carbon", "jdbc/EI_ANALYTICS", "org.h2.Driver", "192.0.2.1", "a-b", "/var/x", "node-1", "0.0.0.0"]
    {
        assert_eq!(text(plain), plain);
    }
    for (value, written) in [
        ("", "\"\""),
        ("yes", "\"yes\""),
        ("NO", "\"NO\""),
        ("On", "\"On\""),
        ("~", "\"~\""),
        ("null", "\"null\""),
        ("7612", "\"7612\""),
        ("0x1F", "\"0x1F\""),
        ("1e3", "\"1e3\""),
        ("1.5", "\"1.5\""),
        ("2001-12-14", "\"2001-12-14\""),
        ("-x", "\"-x\""),
        ("a: b", "\"a: b\""),
        ("a #b", "\"a #b\""),
        ("*x", "\"*x\""),
        ("{x}", "\"{x}\""),
        ("@env:P@", "\"@env:P@\""),
        ("${sec:db}", "\"${sec:db}\""),
        ("SELECT 1", "\"SELECT 1\""),
        ("a\nb\"\\", "\"a\\nb\\\"\\\\\""),
        ("é\u{1F600}\u{2028}", "\"\\u00E9\\U0001F600\\u2028\""),
    ] {
        assert_eq!(text(value), written);
    }
}

#[test]
fn places_are_those_of_the_text_itself() {
    let text = "a: 'x'   # ü\nb:\n- n: \"é\" # r\n  w : z z  \n-\n   n: |\n     l\n\nc:\nd: &A {e: [1]}\nf: *A\ng: !!binary xx\n# end\n";
    let document = Document::parse(text).unwrap();
    let root = document.root().unwrap();
    let of = |key: &str| &root.values(key).next().unwrap().value;
    let at = |node: &Node| &text[node.span.clone()];
    assert_eq!(at(of("a")), "'x'");
    assert_eq!(at(of("b")), "n: \"é\" # r\n  w : z z  \n-\n   n: |\n     l");
    let [first, second] = of("b").items() else { panic!() };
    assert_eq!((at(first), first.column), ("n: \"é\" # r\n  w : z z", 2));
    assert!(second.ends_in_lines() && of("b").ends_in_lines() && !first.ends_in_lines());
    assert!(of("c").is_empty());
    assert_eq!((at(of("d")), of("d").mark), ("&A {e: [1]}", Some(Mark::Anchor)));
    assert!(matches!(of("d").kind, Kind::Mapping { flow: true, .. }));
    assert_eq!(of("f").kind, Kind::Alias);
    assert_eq!(of("g").mark, Some(Mark::Tag));
    assert_eq!(root.span.end, text.find("\n# end").unwrap());
}

#[test]
fn dashes_are_seen_wherever_they_stand() {
    let dash = |text: &str| match &Document::parse(text).unwrap().root().unwrap().pairs()[0].value.kind {
        Kind::List { dash, .. } => *dash,
        other => panic!("{other:?}"),
    };
    assert_eq!(dash("a:\n- b: 1\n"), Some(0));
    assert_eq!(dash("a:\n-\n   b: 1\n"), Some(0));
    assert_eq!(dash("a:\n-\n  # r\n\n  b: 1\n"), Some(0));
    assert_eq!(dash("a:\n  # r\n  -   b: 1\n"), Some(2));
    assert_eq!(dash("a:\n    -\n      b: 1\n"), Some(4));
    assert_eq!(dash("a:\n - - b\n"), Some(1));
    assert_eq!(dash("a:\n- - b\n"), Some(0));
    assert_eq!(dash("a:\n  -\n  -\n"), Some(2));
    assert_eq!(dash("a:\n-\n- b\n"), Some(0));
    assert_eq!(dash("a: [b]\n"), None);
}

#[test]
fn what_is_no_single_document_is_a_fault() {
    assert_eq!(Document::parse("# nothing\n").unwrap().root(), None);
    assert_eq!(Document::parse("a: 1\n---\nb: 2\n").unwrap_err().to_string(), "line 2: a second document begins");
    assert!(Document::parse("a: [1\n").is_err());
    assert!(Document::parse(&"[".repeat(10_000)).is_err());
    assert!(Document::parse(&"- ".repeat(10_000)).is_err());
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(value in prop_oneof![any::<String>(), "[-0-9a-fxoOnNyY.:_+eE ]{0,8}", "[ \\n\\t\"'#:{}\\[\\]&*!|>%@`,?~=<-]{0,6}"]) {
        let written = text(&value);
        let (read, style) = scalar(&written);
        prop_assert_eq!(&read, &value);
        prop_assert!(style == Style::Quoted || is_text(&read));
        let as_key = format!("{written}: 1\n");
        let document = Document::parse(&as_key).unwrap();
        prop_assert_eq!(document.root().unwrap().pairs()[0].key.scalar(), Some(value.as_str()));
    }

    #[test]
    fn nothing_panics(text in "([a-c]: |- |  |\n|\\[|\\]|\\{|\\}|&a |\\*a|'|\"|\\||é|#|x|\\?|!|%|---|\\.\\.\\.){0,24}") {
        if let Ok(document) = Document::parse(&text) {
            let mut nodes: Vec<&Node> = document.root().into_iter().collect();
            while let Some(node) = nodes.pop() {
                prop_assert!(text.get(node.span.clone()).is_some(), "{node:?}");
                nodes.extend(node.items());
                nodes.extend(node.pairs().iter().flat_map(|pair| [&pair.key, &pair.value]));
            }
        }
    }
}
