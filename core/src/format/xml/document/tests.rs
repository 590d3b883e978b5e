use super::*;
use proptest::prelude::*;

fn fault(text: &str) -> String {
    Document::parse(text).unwrap_err().to_string()
}

#[test]
fn spans() {
    let text = "<?xml version='1.0'?>\r\n<a b = '1'><!-- c --><t:d>x&amp;<![CDATA[<]]></t:d ><e/></a>\n";
    let document = Document::parse(text).unwrap();
    let root = document.root();
    assert_eq!(&text[root.attributes()[0].span.clone()], "b = '1'");
    assert_eq!(&text[root.attributes()[0].value_span()], "1");
    let children: Vec<_> = root.children().collect();
    assert!(matches!(&children[0], Child::Comment(" c ", span) if &text[span.clone()] == "<!-- c -->"));
    let inner: Vec<_> = root.elements().collect();
    assert_eq!(inner[0].local_name(), "d");
    assert_eq!(inner[0].prefix(), "t:");
    assert_eq!(inner[0].content(), "x&<");
    assert_eq!(&text[inner[0].span()], "<t:d>x&amp;<![CDATA[<]]></t:d >");
    assert_eq!(inner[1].inner(), None);
    assert_eq!(root.content(), "");
}

#[test]
fn refuses() {
    assert_eq!(fault("<a><b>"), "the element `b` does not end (byte 3)");
    for text in [
        "",
        " ",
        "<a>",
        "</a>",
        "<a></b>",
        "<a/><b/>",
        "<a/>x",
        "x<a/>",
        "<a/>&amp;",
        "<a b='1' b='2'/>",
        "<a b=1/>",
        "<a b/>",
        "<a b='1'c='2'/>",
        "<a b='<'/>",
        "<a b='&x;'/>",
        "<a>&nbsp;</a>",
        "<a>&</a>",
        "<a>&#0;</a>",
        "<a>]]></a>",
        "<a>\u{1}</a>",
        "<a><!-- -- --></a>",
        "<a><!--></a>",
        "<a><!---></a>",
        "<a><?xml version='1.0'?></a>",
        " <?xml version='1.0'?><a/>",
        "< a/>",
        "<1/>",
        "<a",
    ] {
        assert!(Document::parse(text).is_err(), "{text:?} must not be read");
    }
    assert_eq!(Document::parse("<!DOCTYPE a []><a/>").unwrap_err(), Fault::Doctype { at: 0 });
    let deep = "<a>".repeat(201) + &"</a>".repeat(201);
    assert_eq!(Document::parse(&deep).unwrap_err(), Fault::TooDeep { at: 600 });
    let large = " ".repeat(super::super::LARGEST + 1);
    assert!(matches!(Document::parse(&large), Err(Fault::TooLarge { .. })));
}

proptest! {
    #[test]
    fn never_panics(text in any::<String>(), markup in "[<>/ab =\"'!\\[\\]CDAT?&;#x-]*") {
        for text in [text, markup] {
            if let Ok(document) = Document::parse(&text) {
                walk(document.root());
            }
        }
    }

    #[test]
    fn never_panics_on_broken_documents(at in 0usize..200, with in "\\PC{0,3}") {
        let text = "<?xml version='1.0'?><t:a b='1' c=\"&lt;\"><!-- <d>x</d> --><d>x&#10;é<![CDATA[ ]]></d><e f='g'/></t:a>";
        let at = (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap();
        for broken in [format!("{}{with}{}", &text[..at], &text[at..]), format!("{}{with}", &text[..at])] {
            if let Ok(document) = Document::parse(&broken) {
                walk(document.root());
            }
        }
    }
}

fn walk(tag: Tag<'_>) {
    tag.content();
    tag.start();
    for attribute in tag.attributes() {
        assert_eq!(&tag.document().text()[attribute.value_span()], attribute.raw);
    }
    tag.elements().for_each(walk);
}
