use super::*;
use crate::edit::{Finding, Trouble};
use crate::format::yaml::Document;

mod behaviour;
mod properties;

/// A statement about a text at `a/b/[name=c]/d`: keys, and items by their name in brackets.
fn edit(at: &str, want: Want) -> Edit {
    let mut place = Place(Vec::new());
    for step in at.split('/') {
        place = match step.strip_prefix('[').and_then(|step| step.strip_suffix(']')) {
            Some(name) => place.item(&["name"], name.to_owned()),
            None => place.then(step.to_owned()),
        };
    }
    Edit { at: place, want, why: Why::new("", "", "") }
}

fn text(at: &str, value: &str) -> Edit {
    edit(at, Want::Value(Scalar::text(value.to_owned())))
}

fn number(at: &str, value: i64) -> Edit {
    edit(at, Want::Value(Scalar::Integer(value)))
}

fn absent(at: &str) -> Edit {
    edit(at, Want::Absent)
}

fn after(before: &str, edits: &[Edit]) -> String {
    let patched = patch(&Document::parse(before).unwrap(), edits).text;
    let document = Document::parse(&patched).unwrap();
    for edit in edits {
        let finding = edit.check(&document);
        assert!(matches!(finding, Finding::Holds | Finding::Trouble(_)), "{edit}: {finding:?} in\n{patched}");
    }
    assert_eq!(patch(&document, edits).text, patched, "twice is once");
    patched
}

fn finding(before: &str, edit: &Edit) -> Finding {
    edit.check(&Document::parse(before).unwrap())
}

fn trouble(before: &str, edit: &Edit) -> String {
    match finding(before, edit) {
        Finding::Trouble(trouble) => {
            assert_eq!(patch(&Document::parse(before).unwrap(), std::slice::from_ref(edit)).text, before);
            trouble.to_string()
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn troubles_have_words() {
    let shape = Trouble::Shape { place: "/a".into(), shape: "an alias" };
    assert_eq!(shape.to_string(), "/a is an alias");
}
