use super::*;
use proptest::prelude::*;

fn block() -> impl Strategy<Value = Block> {
    let leaf = prop_oneof![
        any::<String>().prop_map(|text| Block::Scalar(Scalar::text(text))),
        "[-0-9a-e.:# nyo]{0,5}".prop_map(|text| Block::Scalar(Scalar::text(text))),
        any::<i64>().prop_map(|number| Block::Scalar(Scalar::Integer(number))),
        any::<bool>().prop_map(|yes| Block::Scalar(Scalar::Bool(yes))),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Block::List),
            proptest::collection::btree_map(prop_oneof!["[a-c]", any::<String>()], inner, 0..4)
                .prop_map(|pairs| Block::Mapping(pairs.into_iter().map(|(key, value)| (key.into(), value)).collect())),
        ]
    })
}

/// Files of the shapes that people write: keys and items, remarks and empty lines, with and without indentation of lists.
fn file() -> impl Strategy<Value = String> {
    let value = prop_oneof![
        Just("1".to_owned()),
        Just("'x'".to_owned()),
        Just("\"y\" # r".to_owned()),
        Just(String::new()),
        Just("z z".to_owned()),
        Just("é".to_owned()),
        Just("{b: 1}".to_owned()),
        Just("&A 1".to_owned()),
    ];
    let lines = |margin: &'static str, value: BoxedStrategy<String>| {
        proptest::collection::btree_map("[a-d]", (value, "(\n|# r\n| # r\n|\n\n)?"), 1..4).prop_map(move |pairs| {
            pairs.into_iter().map(|(key, (value, gap))| format!("{margin}{key}: {value}\n{gap}")).collect::<String>()
        })
    };
    let value = value.boxed();
    let inner = lines("    ", value.clone());
    let list = (
        proptest::collection::btree_map("[a-d]", inner.clone(), 1..4),
        prop_oneof![Just("  "), Just("")],
        any::<bool>(),
    );
    let list = list.prop_map(|(items, margin, alone)| {
        let dash = if alone { format!("{margin}-\n{margin}  ") } else { format!("{margin}- ") };
        let item = |(name, inner): (String, String)| {
            let inner: String = inner
                .split_inclusive('\n')
                .map(|line| if line.trim().is_empty() { line.to_owned() } else { format!("{margin}  {}", line) })
                .collect();
            format!("{dash}name: {name}\n{margin}  in:\n{inner}")
        };
        items.into_iter().map(item).collect::<String>()
    });
    let top = prop_oneof![
        value.clone().prop_map(|value| format!(" {value}\n")),
        inner.prop_map(|inner| format!("\n{inner}")),
        list.prop_map(|list| format!("\n{list}")),
    ];
    let file = proptest::collection::btree_map("[a-d]", (top, "(\n|# r\n|# e:\n#  x: 1\n)?"), 0..4);
    (file, any::<bool>(), any::<bool>()).prop_map(|(pairs, crlf, last)| {
        let text: String = pairs.into_iter().map(|(key, (value, gap))| format!("{key}:{value}{gap}")).collect();
        let text = if last { text } else { text.trim_end().to_owned() };
        if crlf { text.replace('\n', "\r\n") } else { text }
    })
}

fn place() -> impl Strategy<Value = String> {
    // The statements of one file agree on what is a mapping and what a list.
    prop_oneof!["[a-e]", "[a-c]/[a-e]", "[a-c]/[a-e]/[a-c]", "[de]/\\[[a-e]\\]/in/[a-e]", "[de]/\\[[a-e]\\]/[a-c]"]
}

proptest! {
    #[test]
    fn a_block_comes_back(block in block()) {
        let written = fragment(&[edit("k", Want::Block(block.clone()))]);
        let document = Document::parse(&written).unwrap();
        prop_assert!(block.is(&document.root().unwrap().pairs()[0].value), "{written}");
    }

    #[test]
    fn holds_afterwards_and_the_rest_stays(
        before in file(),
        edits in proptest::collection::vec((place(), block(), 0..4), 1..5),
    ) {
        let document = Document::parse(&before).unwrap_or_else(|fault| panic!("{fault}: {before}"));
        let mut edits: Vec<Edit> = edits
            .into_iter()
            .map(|(at, block, kind)| match (kind, block) {
                (0, _) => absent(&at),
                (_, Block::Scalar(scalar)) => edit(&at, Want::Value(scalar)),
                (_, block) => edit(&at, Want::Block(block)),
            })
            .collect();
        // One statement must not speak of what is in another's place.
        edits.sort_by(|one, other| one.at.cmp(&other.at));
        edits.dedup_by(|later, earlier| later.at.0.starts_with(&earlier.at.0));
        let patched = patch(&document, &edits);
        let once = Document::parse(&patched.text).unwrap_or_else(|fault| panic!("{fault}:\n{before}\n=>\n{}", patched.text));
        for (edit, before_it) in edits.iter().zip(&patched.findings) {
            let finding = edit.check(&once);
            let kept = matches!((before_it, &finding), (Finding::Trouble(_), _));
            prop_assert!(kept || finding == Finding::Holds, "{} was {:?} is {:?} in\n{}\n=>\n{}", edit, before_it, finding, before, patched.text);
        }
        let kept = |edit: &&Edit| !matches!(edit.check(&document), Finding::Trouble(_));
        let applied: Vec<Edit> = edits.iter().filter(kept).cloned().collect();
        prop_assert_eq!(&patch(&once, &applied).text, &patched.text);
        // Every remark stays, but those within a block that was replaced or removed.
        if edits.iter().all(|edit| matches!(edit.want, Want::Value(_))) {
                        for line in before.lines().filter(|line| line.trim_start().starts_with('#')) {
                prop_assert!(patched.text.contains(line));
            }
        }
    }
}
