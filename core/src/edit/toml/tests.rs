mod properties;

use super::*;
use crate::edit::{Finding, Trouble};
use expect_test::{Expect, expect};

fn set(place: impl Into<Place>, item: Item) -> Edit {
    Edit { at: place.into(), want: Want::Value(item), why: Why::new("", "", "") }
}

fn list(place: impl Into<Place>, tables: &[&[(&'static str, Item)]]) -> Edit {
    let keys = |key: &'static str| key.split('.').map(Cow::Borrowed).collect();
    let table = |table: &&[(&'static str, Item)]| table.iter().map(|(key, item)| (keys(key), item.clone())).collect();
    Edit { want: Want::Tables(tables.iter().map(table).collect()), ..set(place, Item::Bool(true)) }
}

fn absent(place: impl Into<Place>) -> Edit {
    Edit { want: Want::Absent, ..set(place, Item::Bool(true)) }
}

/// Patches, and makes sure that it need not be done twice.
fn after(text: &str, edits: &[Edit]) -> String {
    let once = patch(text, edits).unwrap().text;
    assert_eq!(patch(&once, edits).unwrap().text, once, "twice");
    for (edit, finding) in edits.iter().zip(check(&once, edits).unwrap()) {
        assert_eq!(finding, Finding::Holds, "{edit} in\n{once}");
    }
    once
}

fn shows(text: &str, edits: &[Edit], expected: Expect) {
    expected.assert_eq(&after(text, edits));
}

const STOCK: &str = "\
# A file.

[server]
hostname = 'localhost' # say yours
  node_ip = \"127.0.0.1\"

# Who may do all.
[super_admin]
username = \"admin\"

#[database.user]
#url = \"x\"

[[datasource]]
id = \"A\"
url = \"a\"

[datasource.pool_options]
maxActive = 50

[[datasource]]
id = \"B\"
";

#[test]
fn values_are_replaced_and_added_where_they_belong() {
    shows(
        STOCK,
        &[
            set(["server", "hostname"], Item::text("a<b")),
            set(["server", "offset"], Item::Integer(1)),
            set(
                ["clustering", "members"],
                Item::List(vec![Item::text("192.0.2.1:4000"), Item::text("192.0.2.2:4000")]),
            ),
            set(["clustering", "properties", "p"], Item::Bool(false)),
            set(["super_admin", "password"], Item::Plain("\"".into())),
            set(Place::from([]).entry("datasource", "id", "A").then("driver"), Item::text("d")),
            set(
                Place::from([]).entry("datasource", "id", "A").then("pool_options").then("maxActive"),
                Item::Integer(9),
            ),
            set(
                Place::from([]).entry("datasource", "id", "B").then("pool_options").then("maxActive"),
                Item::Integer(9),
            ),
            set(Place::from([]).entry("datasource", "id", "C").then("url"), Item::text("c")),
            set(["first"], Item::Integer(7)),
        ],
        expect![[r#"
            # A file.

            first = 7

            [server]
            hostname = "a&lt;b" # say yours
              node_ip = "127.0.0.1"
            offset = 1

            # Who may do all.
            [super_admin]
            username = "admin"
            password = "\""

            #[database.user]
            #url = "x"

            [[datasource]]
            id = "A"
            url = "a"
            driver = "d"

            [datasource.pool_options]
            maxActive = 9

            [[datasource]]
            id = "B"
            pool_options.maxActive = 9

            [clustering]
            members = ["192.0.2.1:4000", "192.0.2.2:4000"]

            [clustering.properties]
            p = false

            [[datasource]]
            id = "C"
            url = "c"
        "#]],
    );
}

#[test]
fn other_spellings_of_a_key_are_found() {
    let port = || set(["transport", "https", "properties", "proxyPort"], Item::Integer(443));
    for (text, expected) in [
        ("transport.https.properties.proxyPort = 8443", "transport.https.properties.proxyPort = 443"),
        ("[transport.https]\nproperties.proxyPort = 1\n", "[transport.https]\nproperties.proxyPort = 443\n"),
        (
            "[transport.https]\nproperties.port = 1",
            "[transport.https]\nproperties.port = 1\nproperties.proxyPort = 443\n",
        ),
        (
            "[transport]\nhttps = { properties = { port = 1 } } # x\n[a]\n",
            "[transport]\nhttps = { properties = { port = 1, proxyPort = 443 } } # x\n[a]\n",
        ),
        ("transport.https = {}", "transport.https = { properties.proxyPort = 443 }"),
        (
            "[transport]\nhttps = { properties.port = 1 }",
            "[transport]\nhttps = { properties.port = 1, properties.proxyPort = 443 }",
        ),
        (
            "['transport'.\"https\".properties]\nport=1\n\n# next\n[a]",
            "['transport'.\"https\".properties]\nport=1\nproxyPort = 443\n\n# next\n[a]",
        ),
        (
            "[transport.https.properties.x]\ny=1\n",
            "[transport.https.properties.x]\ny=1\n\n[transport.https.properties]\nproxyPort = 443\n",
        ),
    ] {
        assert_eq!(after(text, &[port()]), expected);
    }
    let other = set(["transport", "https", "properties", "scheme"], Item::text("s"));
    assert_eq!(
        after("transport.https = { }\n", &[port(), other]),
        "transport.https = { properties.proxyPort = 443, properties.scheme = \"s\" }\n"
    );
}

#[test]
fn line_ends_and_marks_stay() {
    let edits = [set(["a", "x"], Item::Integer(1)), set(["b", "y"], Item::Integer(2)), set(["c"], Item::Integer(3))];
    assert_eq!(after("", &edits), "c = 3\n\n[a]\nx = 1\n\n[b]\ny = 2\n");
    assert_eq!(after("# x", &edits[..2]), "# x\n\n[a]\nx = 1\n\n[b]\ny = 2\n");
    assert_eq!(after("[a]\r\nz = 0", &edits), "c = 3\r\n\r\n[a]\r\nz = 0\r\nx = 1\r\n\r\n[b]\r\ny = 2\r\n");
    assert_eq!(after("\u{feff}[a]\n", &edits[2..]), "\u{feff}c = 3\n\n[a]\n");
    assert_eq!(after("[a]\nx = 1\n\n", &edits[..2]), "[a]\nx = 1\n\n[b]\ny = 2\n");
}

#[test]
fn keys_and_tables_are_removed() {
    shows(
        STOCK,
        &[
            absent(["server", "hostname"]),
            absent(["super_admin"]),
            absent(["nothing", "here"]),
            absent(["server", "node_ip", "x"]),
        ],
        expect![[r##"
            # A file.

            [server]
              node_ip = "127.0.0.1"

            # Who may do all.

            #[database.user]
            #url = "x"

            [[datasource]]
            id = "A"
            url = "a"

            [datasource.pool_options]
            maxActive = 50

            [[datasource]]
            id = "B"
        "##]],
    );
    assert_eq!(after(STOCK, &[absent(["datasource"])]).lines().last(), Some("#url = \"x\""),);
    let a = Place(vec![Step::Entry { array: "datasource".into(), key: "id".into(), text: "A".into() }]);
    assert!(after(STOCK, &[absent(a)]).ends_with("#url = \"x\"\n\n[[datasource]]\nid = \"B\"\n"));
    for (text, left) in [
        ("a = { b = 1, c = 2, d = 3 }", "a = { c = 2, d = 3 }"),
        ("a = { c = 2, b = 1, d = 3 }", "a = { c = 2, d = 3 }"),
        ("a = { c = 2, b.x = 1 }", "a = { c = 2 }"),
        ("a = { b = 1 }", "a = {}"),
        ("a.b = 1\na.c = 2\n", "a.c = 2\n"),
        ("a.b.x = 1\na.c = 2\na.b.y = 2", "a.c = 2\n"),
    ] {
        assert_eq!(after(text, &[absent(["a", "b"])]), left);
    }
}

#[test]
fn an_array_of_tables_has_just_those() {
    let one = [("id", Item::text("A")), ("url", Item::text("n")), ("pool_options.maxActive", Item::Integer(50))];
    let two = [("id", Item::text("Z"))];
    shows(
        STOCK,
        &[list(["datasource"], &[&one, &two, &two])],
        expect![[r##"
            # A file.

            [server]
            hostname = 'localhost' # say yours
              node_ip = "127.0.0.1"

            # Who may do all.
            [super_admin]
            username = "admin"

            #[database.user]
            #url = "x"

            [[datasource]]
            id = "A"
            url = "n"

            [datasource.pool_options]
            maxActive = 50

            [[datasource]]
            id = "Z"

            [[datasource]]
            id = "Z"
        "##]],
    );
    assert!(after(STOCK, &[list(["datasource"], &[&two])]).ends_with("[[datasource]]\nid = \"Z\"\n"));
    assert_eq!(
        after("a = 1\n", &[list(["x", "y"], &[&two, &one[..1]])]),
        "a = 1\n\n[[x.y]]\nid = \"Z\"\n\n[[x.y]]\nid = \"A\"\n"
    );
    assert_eq!(after("x.z = 1\n", &[list(["x", "y"], &[&two])]), "x.z = 1\nx.y = [{ id = \"Z\" }]\n");
    assert_eq!(after("x = { y = [1] }", &[list(["x", "y"], &[&two])]), "x = { y = [{ id = \"Z\" }] }");
    assert_eq!(after("[x]\na = 1\n", &[list(["x", "y"], &[&two])]), "[x]\na = 1\n\n[[x.y]]\nid = \"Z\"\n");
}

#[test]
fn findings_say_what_the_file_says() {
    let text = "[a]\npassword = \"old\"\nn = \"4000\"\nt = 1\n";
    let edits = [
        set(["a", "password"], Item::Text(Value::secret("new"))),
        set(["a", "password"], Item::Text(Value::mark("@env:X@"))),
        set(["a", "n"], Item::Integer(4000)),
        set(["a", "t"], Item::text("2")),
        set(["a", "u"], Item::text("2")),
        set(["a", "t", "u"], Item::text("2")),
        set(["a"], Item::text("2")),
    ];
    assert_eq!(
        check(text, &edits).unwrap(),
        [
            Finding::Differs { found: "••••••".into(), span: 15..20 },
            Finding::Differs { found: "••••••".into(), span: 15..20 },
            Finding::Holds,
            Finding::Differs { found: "1".into(), span: 36..37 },
            Finding::Absent,
            Finding::Trouble(Trouble::NoTable { place: "a.t".into() }),
            Finding::Trouble(Trouble::IsTable { place: "a".into() }),
        ]
    );
    assert!(patch("a = ", &edits).is_err());
}

#[test]
fn a_whole_file_says_why() {
    let because = |reason: &'static str, edit: Edit| Edit { why: Why::new(reason, "", ""), ..edit };
    let edits = [
        because("where it is", set(["a", "b", "deep"], Item::text("d"))),
        because("who it is", set(["server", "hostname"], Item::text("h\u{1}\u{ffff}&"))),
        because("its parent", set(["a", "x"], Item::Integer(1))),
        because("its parent", set(["a", "y"], Item::Integer(1))),
        because("a property", set(["hazelcast", "hazelcast.logging.type"], Item::text("log4j2"))),
        because("all of them", list(["list"], &[&[("k", Item::Integer(1))], &[("k.l", Item::Integer(2))]])),
        because("first", set(["bare"], Item::List(vec![Item::text("x".repeat(60)), Item::text("y".repeat(60))]))),
        absent(["gone"]),
    ];
    expect![[r#"
        # first
        bare = [
          "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
          "yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy",
        ]

        [a]
        # its parent
        x = 1
        y = 1

        [a.b]
        # where it is
        deep = "d"

        [server]
        # who it is
        hostname = "h&amp;"

        [hazelcast]
        # a property
        "hazelcast.logging.type" = "log4j2"

        # all of them
        [[list]]
        k = 1

        [[list]]
        k.l = 2
    "#]]
    .assert_eq(&fragment(&edits));
    let findings = check(&fragment(&edits), &edits).unwrap();
    assert!(findings.iter().all(|finding| *finding == Finding::Holds), "{findings:?}");
}
