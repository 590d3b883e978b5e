use super::*;
use crate::edit::{Finding, Trouble, Value};
use crate::format::xml::Document;
use expect_test::{Expect, expect};

mod behaviour;
mod properties;
mod stock;

pub(super) fn why() -> Why {
    Why::new("Because.", "", "")
}

pub(super) fn edit(at: impl Into<Place>, want: Want) -> Edit {
    Edit { at: at.into(), want, after: None, why: why() }
}

pub(super) fn text(at: impl Into<Place>, text: &'static str) -> Edit {
    edit(at, Want::Text { text: text.into(), attributes: Vec::new() })
}

pub(super) fn attribute(at: impl Into<Place>, name: &'static str, value: &'static str) -> Edit {
    edit(at, Want::Attribute { name: name.into(), value: value.into() })
}

/// A place whose last step has a key attribute.
pub(super) fn keyed<const N: usize>(
    way: [&'static str; N],
    name: &'static str,
    key: &'static str,
    value: &'static str,
) -> Place {
    Place::from(way).then(Step::with_attribute(name, key, value))
}

/// Patches; what is patched holds, and patching again changes nothing.
pub(super) fn patched(before: &str, edits: &[Edit]) -> String {
    let document = Document::parse(before).unwrap();
    let Patched { text, findings } = patch(&document, edits);
    let again = Document::parse(&text).unwrap_or_else(|fault| panic!("{fault}\n{text}"));
    for (edit, finding) in edits.iter().zip(&findings) {
        assert_eq!(*finding, edit.check(&document));
        match finding {
            Finding::Trouble(_) => assert_eq!(edit.check(&again), *finding, "{edit}"),
            _ => assert_eq!(edit.check(&again), Finding::Holds, "{edit}\n{text}"),
        }
    }
    assert_eq!(patch(&again, edits).text, text);
    text
}

pub(super) fn check(before: &str, edits: &[Edit], expected: Expect) {
    expected.assert_eq(&patched(before, edits));
}

#[test]
fn sentences() {
    let secret = |text| Value::secret(text);
    let edits = [
        text(["Server", "HostName"], "esb.example.com"),
        attribute(["a", "b"], "c", "d"),
        edit(["a"], Want::Text { text: secret("x"), attributes: Vec::new() }),
        edit(["a", "b"], Want::Element(Element::new("b").child(Element::text("c", secret("x"))))),
        edit(["a", "b"], Want::Children([Element::new("c"), Element::new("d")].into())),
        edit(keyed(["a"], "b", "name", "x"), Want::Absent),
    ];
    let all: String = edits.iter().map(|edit| format!("{edit}\n")).collect();
    expect![[r#"
        In /Server/HostName write `esb.example.com`
        In /a/b set the attribute c to `d`
        In /a write `••••••`
        At /a/b have `<b><c>••••••</c></b>`
        In /a/b have just `<c/><d/>`
        Remove /a/b[@name='x']
    "#]]
    .assert_eq(&all);
    assert!(!format!("{edits:?}").contains("\"x\"") || format!("{:?}", edits[2]).contains("••••••"));
}

#[test]
fn findings() {
    let document = Document::parse("<a><b>1</b><c/><c/><d x='1'/></a>").unwrap();
    let finding = |edit: Edit| edit.check(&document);
    assert_eq!(finding(text(["a", "b"], " 1 ")), Finding::Holds);
    assert_eq!(finding(text(["a", "b"], "2")), Finding::Differs { found: "1".into(), span: 6..7 });
    let secret = Want::Text { text: Value::secret("2"), attributes: Vec::new() };
    assert_eq!(finding(edit(["a", "b"], secret)), Finding::Differs { found: "••••••".into(), span: 6..7 });
    assert_eq!(finding(text(["a", "e"], "2")), Finding::Absent);
    assert_eq!(finding(attribute(["a", "d"], "y", "2")), Finding::Absent);
    let trouble = |edit: Edit| match finding(edit) {
        Finding::Trouble(trouble) => trouble.to_string(),
        other => panic!("{other:?}"),
    };
    expect!["there is no /a/e in the file"].assert_eq(&trouble(text(["a", "e", "f"], "2")));
    expect!["/a/c stands in the file 2 times"].assert_eq(&trouble(text(["a", "c"], "2")));
    expect!["the file's outermost element is `a`, not `b`"].assert_eq(&trouble(text(["b", "c"], "2")));
    expect!["/a holds elements, so it cannot become a text"].assert_eq(&trouble(text(["a"], "2")));
    expect!["there is no /a/x in the file"].assert_eq(&trouble(attribute(["a", "x"], "y", "2")));
    assert_eq!(finding(edit(["a"], Want::Absent)), Finding::Trouble(Trouble::Outermost));
    assert_eq!(finding(edit(["a", "x", "y"], Want::Absent)), Finding::Holds);
}

#[test]
fn fragments() {
    let root = Element::new("tns:Server").attribute("xmlns:tns", "http://x");
    let other = Why::new("Another -- reason.", "", "");
    let edits = [
        text(["Server", "HostName"], "a & b"),
        text(["Server", "Ports", "Offset"], "1"),
        Edit { why: other, ..attribute(keyed(["Server"], "Connector", "port", "9763"), "proxyPort", "80") },
        text(["Server", "MgtHostName"], "c"),
        text(["Server", "Ports", "Other"], "2"),
        edit(keyed(["Server"], "Old", "name", "x"), Want::Absent),
        edit(
            Place::from(["Server"]).then(Step::with_child("datasource", "name", "DB")),
            Want::Element(
                Element::new("datasource").child(Element::text("name", "DB")).child(Element::text("url", "u")),
            ),
        ),
        text(Place::from(["Server"]).then(Step::with_child("datasource", "name", "DB")).then(Step::named("url")), "v"),
        edit(["Server", "members"], Want::Children([Element::text("member", "m")].into())),
    ];
    let whole = fragment(&root, &edits);
    Document::parse(&whole).unwrap();
    expect![[r#"
        <?xml version="1.0" encoding="UTF-8"?>
        <tns:Server xmlns:tns="http://x">
            <!-- Because. -->
            <tns:HostName>a &amp; b</tns:HostName>
            <tns:Ports>
                <tns:Offset>1</tns:Offset>
                <tns:Other>2</tns:Other>
            </tns:Ports>
            <!-- Another - - reason. -->
            <tns:Connector port="9763" proxyPort="80"/>
            <!-- Because. -->
            <tns:MgtHostName>c</tns:MgtHostName>
            <!-- Remove Old[@name='x'] from here. -->
            <tns:datasource>
                <tns:name>DB</tns:name>
                <tns:url>u</tns:url>
            </tns:datasource>
            <tns:members>
                <tns:member>m</tns:member>
            </tns:members>
        </tns:Server>
    "#]].assert_eq(&whole);
}
