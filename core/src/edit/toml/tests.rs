use super::*;
use crate::edit::{Finding, Trouble};
use expect_test::{Expect, expect};
use proptest::prelude::*;
use toml_edit::Document;

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
        set(["a", "password"], Item::text("@env:X@")),
        set(["a", "n"], Item::Integer(4000)),
        set(["a", "t"], Item::text("2")),
        set(["a", "u"], Item::text("2")),
        set(["a", "t", "u"], Item::text("2")),
        set(["a"], Item::text("2")),
    ];
    let masked = Finding::Differs { found: "••••••".into(), span: 15..20 };
    assert_eq!(
        check(text, &edits).unwrap(),
        [
            masked.clone(),
            masked,
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

/// A file in which the keys of the statements stand in many spellings.
fn files() -> impl Strategy<Value = String> {
    let value = prop_oneof![
        Just("1"),
        Just("\"x\""),
        Just("'''\n]a\n'''"),
        Just("[ 1,\n # c\n 2 ]"),
        Just("{}"),
        Just("{ b = 1 }"),
        Just("{ c.b = 1, a = { b = 2 } }"),
        Just("[{ a = \"t\" }, { b = 1 }]"),
        Just("true"),
    ];
    let path = proptest::collection::vec("[a-c]", 1..4).prop_map(|keys| keys.join("."));
    let line = prop_oneof![
        4 => (path.clone(), value).prop_map(|(path, value)| format!("{path} = {value}")),
        2 => path.clone().prop_map(|path| format!("[{path}]")),
        1 => path.prop_map(|path| format!("[[{path}]]")),
        1 => Just(String::new()),
        1 => Just("  # remark".to_owned()),
    ];
    (proptest::collection::vec(line, 0..9), prop_oneof![Just("\n"), Just("\r\n")], any::<bool>()).prop_map(
        |(lines, eol, end)| {
            // What makes a file that is none is left out.
            let mut text = String::new();
            for line in lines {
                let more = format!("{text}{line}{eol}");
                if Document::parse(more.as_str()).is_ok() {
                    text = more;
                }
            }
            if end { text } else { text.trim_end_matches(['\r', '\n']).to_owned() }
        },
    )
}

fn items() -> impl Strategy<Value = Item> {
    let text = prop_oneof![any::<String>(), "[\"'\\\\<>&\\]{}$#\n\r\t\u{0}-\u{1f}\u{7f}-\u{9f}\u{fffe}é]{0,6}"];
    prop_oneof![
        text.clone().prop_map(|text| Item::text(text)),
        text.clone().prop_map(|text| Item::Plain(text.into())),
        any::<i64>().prop_map(Item::Integer),
        any::<bool>().prop_map(Item::Bool),
        proptest::collection::vec(text.prop_map(|text| Item::text(text)), 0..3).prop_map(Item::List),
    ]
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let place = proptest::collection::vec("[a-d]", 1..4)
        .prop_map(|keys| Place(keys.into_iter().map(|key| Step::Key(key.into())).collect()));
    let want = prop_oneof![
        6 => items().prop_map(Want::Value),
        1 => Just(Want::Absent),
        1 => proptest::collection::vec(
            proptest::collection::btree_map("[a-d]", items(), 1..3)
                .prop_map(|table| table.into_iter().map(|(key, item)| (vec![key.into()], item)).collect::<Table>()),
            0..3,
        ).prop_map(Want::Tables),
    ];
    let edit = (place, want).prop_map(|(at, want)| Edit { at, want, why: Why::new("because\nso", "", "") });
    proptest::collection::vec(edit, 0..5).prop_map(|edits| {
        // Statements that contradict each other ask for nothing that can be.
        let mut kept: Vec<Edit> = Vec::new();
        for edit in edits {
            let within = |one: &Place, other: &Place| other.0.starts_with(&one.0);
            if kept.iter().all(|other| !within(&other.at, &edit.at) && !within(&edit.at, &other.at)) {
                kept.push(edit);
            }
        }
        kept
    })
}

fn leaves(table: &dyn toml_edit::TableLike, way: &str, all: &mut Vec<(String, String)>) {
    for (key, item) in table.iter() {
        let way = format!("{way}.{key}");
        if let Some(inside) = item.as_table_like() {
            leaves(inside, &way, all);
        } else if let Some(tables) = item.as_array_of_tables() {
            tables.iter().enumerate().for_each(|(number, table)| leaves(table, &format!("{way}[{number}]"), all));
        } else {
            all.push((way, item.to_string().trim().to_owned()));
        }
    }
}

fn leaves_of(text: &str) -> Vec<(String, String)> {
    let mut all = Vec::new();
    leaves(text.parse::<toml_edit::DocumentMut>().unwrap().as_table(), "", &mut all);
    all.sort();
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn holds_afterwards_and_the_rest_stays(text in files(), edits in edits()) {
        let before = check(&text, &edits).unwrap();
        let patched = patch(&text, &edits).unwrap();
        prop_assert_eq!(&patched.findings, &before);
        let after = check(&patched.text, &edits).unwrap();
        for ((edit, before), after) in edits.iter().zip(&before).zip(&after) {
            if !matches!(before, Finding::Trouble(_)) {
                prop_assert_eq!(after, &Finding::Holds, "{}\n{}\n----\n{}", edit, text, patched.text);
            }
        }
        prop_assert_eq!(&patch(&patched.text, &edits).unwrap().text, &patched.text, "twice");
        // What no statement names stays.
        let of = |way: &str| edits.iter().any(|edit| {
            let place = format!(".{}", edit.at);
            way == place || way.starts_with(&format!("{place}.")) || way.starts_with(&format!("{place}["))
        });
        let rest = |text: &str| leaves_of(text).into_iter().filter(|(way, _)| !of(way)).collect::<Vec<_>>();
        let kept = rest(&patched.text);
        for leaf in rest(&text) {
            prop_assert!(kept.contains(&leaf), "{:?} of\n{}\n----\n{}", leaf, text, patched.text);
        }
    }

    #[test]
    fn a_whole_file_reads_back(edits in edits()) {
        let text = fragment(&edits);
        prop_assert!(!text.contains(['\r', '\u{feff}']) || edits.iter().any(|edit| format!("{edit:?}").contains("feff")), "{}", text);
        for (edit, finding) in edits.iter().zip(check(&text, &edits).unwrap()) {
            prop_assert_eq!(finding, Finding::Holds, "{}\n{}", edit, text);
        }
    }

    #[test]
    fn never_panics(text in any::<String>(), edits in edits()) {
        let _ = patch(&text, &edits);
    }

    #[test]
    fn what_reaches_xml_is_well_formed(text in any::<String>()) {
        let item = Item::text(text.clone());
        let inside = super::write::content(&item).into_owned();
        let xml = format!("<a b=\"{inside}\">{inside}</a>");
        let document = crate::format::xml::Document::parse(&xml);
        prop_assert!(document.is_ok(), "{}", xml);
        let clean = crate::format::xml::clean(&text).into_owned();
        prop_assert_eq!(crate::format::xml::decode_attribute(&inside), clean);
    }
}
