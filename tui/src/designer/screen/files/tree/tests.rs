use super::*;
use wso2_design_core::bundle::{File, Mode, Owner};

fn bundle(files: &[(&str, &str)]) -> Rendered {
    let file = |(path, text): &(&str, &str)| File {
        path: (*path).to_owned(),
        mode: Mode::Public,
        owner: Owner::Cluster,
        bytes: text.as_bytes().into(),
    };
    Rendered { files: files.iter().map(file).collect(), findings: Vec::new() }
}

fn shown(tree: &Tree, turned: &[&str], filter: &str) -> Vec<String> {
    let turned = turned.iter().map(ToString::to_string).collect();
    let rows = tree.rows(&turned, Pattern::new(filter).as_ref());
    rows.iter()
        .map(|row| &tree.entries[*row])
        .map(|entry| format!("{}{}{}", " ".repeat(entry.depth), entry.name, if entry.changed { " *" } else { "" }))
        .collect()
}

const FILES: &[(&str, &str)] = &[
    ("nodes/m1/conf/axis2/a.xml", "1"),
    ("nodes/m1/conf/b.xml", "2"),
    ("nodes/m2/conf/axis2/a.xml", "1"),
    ("hosts", "h"),
];

#[test]
fn folders_of_one_folder_are_one() {
    let tree = Tree::of(&bundle(FILES), None);
    let all = ["nodes", " m1/conf", "  axis2", "   a.xml", "  b.xml", " m2/conf/axis2", "  a.xml", "hosts"];
    assert_eq!(shown(&tree, &[], ""), all);
    assert_eq!(shown(&tree, &["nodes/m1/conf/"], ""), ["nodes", " m1/conf", " m2/conf/axis2", "  a.xml", "hosts"]);
    assert_eq!(shown(&tree, &["nodes/"], ""), ["nodes", "hosts"]);
    let above: Vec<&str> = tree.above(3).map(|entry| entry.name.as_str()).collect();
    assert_eq!(above, ["nodes", "m1/conf", "axis2"]);
}

#[test]
fn a_filter_shows_what_has_it_and_where_it_is() {
    let tree = Tree::of(&bundle(FILES), None);
    assert_eq!(shown(&tree, &["nodes/"], "b.x"), ["nodes", " m1/conf", "  b.xml"]);
    assert_eq!(shown(&tree, &[], "m2"), ["nodes", " m2/conf/axis2", "  a.xml"]);
    assert_eq!(shown(&tree, &[], "zzz"), Vec::<String>::new());
}

#[test]
fn what_changed_is_marked_up_to_the_top() {
    let mut now = FILES.to_vec();
    now[1].1 = "3";
    now.push(("new", "n"));
    let tree = Tree::of(&bundle(&now), Some(&bundle(FILES)));
    assert_eq!(
        shown(&tree, &["nodes/m2/conf/axis2/"], ""),
        ["nodes *", " m1/conf *", "  axis2", "   a.xml", "  b.xml *", " m2/conf/axis2", "hosts", "new *"]
    );
}

#[test]
fn a_thousand_nodes_begin_closed() {
    let paths: Vec<String> = (0..9000).map(|it| format!("nodes/n{}/conf/{}.xml", it / 9, it % 9)).collect();
    let files: Vec<(&str, &str)> = paths.iter().map(|path| (path.as_str(), "")).collect();
    let tree = Tree::of(&bundle(&files), None);
    assert_eq!(tree.rows(&BTreeSet::new(), None).len(), 1001);
}
