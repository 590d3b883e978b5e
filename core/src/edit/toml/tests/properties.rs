//! What holds whatever the file and the statements are.

use super::super::*;
use crate::edit::Finding;
use proptest::prelude::*;
use toml_edit::Document;

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
        text.clone().prop_map(Item::text),
        text.clone().prop_map(|text| Item::Plain(text.into())),
        any::<i64>().prop_map(Item::Integer),
        any::<bool>().prop_map(Item::Bool),
        proptest::collection::vec(text.prop_map(Item::text), 0..3).prop_map(Item::List),
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
        let inside = super::super::write::content(&item).into_owned();
        let xml = format!("<a b=\"{inside}\">{inside}</a>");
        let document = crate::format::xml::Document::parse(&xml);
        prop_assert!(document.is_ok(), "{}", xml);
        let clean = crate::format::xml::clean(&text).into_owned();
        prop_assert_eq!(crate::format::xml::decode_attribute(&inside), clean);
    }
}
