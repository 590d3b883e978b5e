//! What holds of the form of every design that the project keeps as a case.

use super::*;
use crate::design::Design;
use crate::diagnostic::Segment;
use std::fs;
use std::path::Path as File;

fn cases() -> Vec<(String, String)> {
    let folder = File::new(env!("CARGO_MANIFEST_DIR")).join("../tests/cases");
    let mut all: Vec<(String, String)> = fs::read_dir(folder)
        .unwrap()
        .filter_map(|entry| {
            let entry = entry.unwrap();
            let text = fs::read_to_string(entry.path().join("design.toml")).ok()?;
            Some((entry.file_name().to_string_lossy().into_owned(), text))
        })
        .collect();
    all.sort();
    assert!(all.len() > 50);
    all
}

/// Everything that is said: single values, lists of them, and tables with nothing in them.
fn leaves(tree: &Value, path: &Path, found: &mut Vec<(Path, Value)>) {
    match tree {
        Value::Object(map) if !map.is_empty() => {
            map.iter().for_each(|(key, inside)| leaves(inside, &path.clone().key(key.clone()), found));
        }
        Value::Array(rows) if rows.iter().any(Value::is_object) => {
            rows.iter().enumerate().for_each(|(number, row)| leaves(row, &path.clone().index(number), found));
        }
        other => found.push((path.clone(), other.clone())),
    }
}

/// Whether a question shows this value.
fn shows(field: &Field, path: &Path, value: &Value) -> bool {
    let Some(rest) = path.0.strip_prefix(field.path.0.as_slice()) else { return false };
    match (&field.kind, rest) {
        // An empty list of rows, or a row in which nothing is said.
        (Kind::Rows(_), [] | [Segment::Index(_)]) => true,
        (Kind::Rows(columns), [Segment::Index(_), Segment::Key(key), ..]) => {
            columns.iter().any(|column| column.key == *key.as_ref())
        }
        (Kind::Pairs, [] | [Segment::Key(_)]) => true,
        // A variant with nothing in it.
        (Kind::Choice(_), [Segment::Key(variant)]) => {
            value.is_object()
                && field.chosen().is_some()
                && field.said.as_ref().is_some_and(|it| word(it) == Some(variant))
        }
        (Kind::Rows(_) | Kind::Pairs | Kind::Choice(_), [_, ..]) => false,
        (_, rest) => rest.is_empty() && field.said.is_some(),
    }
}

#[test]
fn what_is_said_is_in_one_question() {
    let mut faults = Vec::new();
    for (name, text) in cases() {
        let document = read(&text, Syntax::Toml);
        let fields: Vec<Field> = of(&text).steps.into_iter().flat_map(|step| step.fields).collect();
        let mut said = Vec::new();
        leaves(document.tree(), &Path::root(), &mut said);
        for (path, value) in said.iter().filter(|(path, _)| *path != Path::from("format")) {
            let shown = fields.iter().filter(|field| shows(field, path, value)).count();
            if shown != 1 {
                faults.push(format!("{name}: {path} is in {shown} questions"));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

fn meaning(text: &str) -> Option<Design> {
    read(text, Syntax::Toml).design
}

#[test]
fn an_answer_that_holds_changes_nothing() {
    for (name, text) in cases().into_iter().step_by(4) {
        let before = meaning(&text);
        for field in of(&text).steps.iter().flat_map(|step| &step.fields) {
            let Some(said) = field.said.clone() else { continue };
            let fix = field.answer(said.clone());
            assert_eq!(apply(&text, Syntax::Toml, &[&fix]).unwrap(), text, "{name}: {}", field.path);
            // Set by force it means the same.
            if said != json!("plain:***") {
                let forced = Fix::safe("").set(field.path.clone(), said);
                let after = apply(&text, Syntax::Toml, &[&forced]).unwrap();
                assert!(meaning(&after) == before, "{name}: {}\n{after}", field.path);
            }
            if let (Kind::Choice(choices), Some(chosen)) = (&field.kind, field.chosen()) {
                let fix = field.answer(choices[chosen].value.clone());
                assert_eq!(apply(&text, Syntax::Toml, &[&fix]).unwrap(), text, "{name}: {}", field.path);
            }
        }
    }
}

#[test]
fn an_answer_can_be_taken_back() {
    for (name, text) in cases().into_iter().skip(1).step_by(4) {
        for field in of(&text).steps.iter().flat_map(|step| &step.fields) {
            if field.said.is_none() {
                continue;
            }
            let after = apply(&text, Syntax::Toml, &[&field.answer(Value::Null)]).unwrap();
            let document = read(&after, Syntax::Toml);
            let found = field.path.0.iter().try_fold(document.tree(), |tree, segment| match segment {
                Segment::Key(key) => tree.get(key.as_ref()),
                Segment::Index(index) => tree.get(index),
            });
            assert_eq!(found, None, "{name}: {}", field.path);
            assert!(
                document.notes.iter().all(|note| note.code == "missing-key" && field.required),
                "{name}: {} {:?}",
                field.path,
                document.notes
            );
        }
    }
}

/// Whatever is offered of what everything else hangs on can be read, and what is said then is still shown.
#[test]
fn every_offer_can_be_taken() {
    for (name, text) in cases().into_iter().step_by(12) {
        for field in of(&text).steps.iter().flat_map(|step| &step.fields) {
            let Kind::Choice(choices) = &field.kind else { continue };
            for choice in choices {
                let after = apply(&text, Syntax::Toml, &[&field.answer(choice.value.clone())]).unwrap();
                let faults = read(&after, Syntax::Toml).notes;
                assert!(
                    faults.iter().all(|note| note.code == "missing-key"),
                    "{name}: {} {faults:?}\n{after}",
                    field.path
                );
            }
        }
    }
}
