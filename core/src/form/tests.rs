use super::*;
use crate::read::{Syntax, apply, read};
use crate::value::SecretValues;
use crate::{check, sample};
use serde_json::json;

#[test]
fn every_setting_is_asked_for_in_one_step() {
    let asked: Vec<&str> = steps::STEPS.iter().flat_map(|step| step.settings).copied().collect();
    for ask in sheet::sheet().iter().filter(|ask| ask.key != "format") {
        assert_eq!(asked.iter().filter(|key| **key == ask.key).count(), 1, "{}", ask.key);
    }
}

#[test]
fn a_field_has_what_was_said_and_what_holds() {
    let form = of(r#"
        format = 1
        name = "esb"
        product = "esb"
        release = "5.0.0"
        pattern = "worker-manager-2"
        [hosts]
        service = "esb.example.com"
        [database.mysql]
        host = "db.example.com"
    "#);
    let field = |path: &str| {
        let path = Path::from(path);
        form.steps.iter().flat_map(|step| &step.fields).find(|field| field.path == path).cloned()
    };
    let service = field("hosts.service").unwrap();
    assert_eq!((service.label.as_str(), service.said), ("Services", Some(json!("esb.example.com"))));
    assert_eq!(field("hosts.console").unwrap().usual, Some(json!("mgt.esb.example.com")));
    let database = field("database").unwrap();
    let Kind::Choice(choices) = &database.kind else { panic!("{database:?}") };
    assert_eq!(choices[database.chosen().unwrap()].value, json!({ "mysql": {} }));
    assert_eq!(field("database.mysql.host").unwrap().depth, 1);
    assert_eq!(field("database.mysql.port").unwrap().usual, Some(json!(3306)));
    assert!(field("database.mysql.service").is_none() && field("hosts.portal").is_none());
    assert!(field("database.mysql.schemas.registry.name").is_some());
    assert_eq!(field("access.admin-password").unwrap().kind, Kind::Secret);
}

#[test]
fn a_bad_answer_stays_to_be_seen_with_its_finding() {
    let text = r#"
        format = 1
        name = "esb"
        product = "esb"
        release = "5.0.0"
        pattern = "worker-manager-2"
        hosts = { service = "a b" }
    "#;
    let form = of(text);
    let service = form.steps[1].fields.iter().find(|field| field.label == "Services").unwrap();
    assert_eq!(service.said, Some(json!("a b")));
    assert_eq!(service.notes.len(), 1);
}

/// Every answer that a choice offers is one that the design's reader takes.
#[test]
fn every_choice_is_an_answer() {
    for (product, release, pattern) in sample::layouts().step_by(7) {
        let text = json!({
            "format": 1, "name": "x", "product": product.id, "release": release.version, "pattern": pattern.key,
            "nodes": sample::nodes(pattern, release), "balancers": [{}], "database": { "oracle": {} },
        })
        .to_string();
        for field in of(&text).steps.iter().flat_map(|step| &step.fields) {
            let Kind::Choice(choices) = &field.kind else { continue };
            for choice in choices {
                let changed = apply(&text, Syntax::Json, &[&field.answer(choice.value.clone())]).unwrap();
                let faults = read(&changed, Syntax::Json).notes;
                assert!(faults.iter().all(|note| note.code == "missing-key"), "{} {faults:?}", field.path);
            }
        }
    }
}

#[test]
fn rows_that_are_usual_are_said_before_one_is_added() {
    let form = of(r#"
        format = 1
        name = "esb"
        product = "esb"
        release = "5.0.0"
        pattern = "worker-manager-3"
        nodes = [{ role = "manager", addresses = "192.0.2.1-2" }, { role = "worker", addresses = "192.0.2.3-4" }]
    "#);
    let balancers = form.steps.iter().flat_map(|step| &step.fields).find(|field| field.path == Path::from("balancers"));
    let balancers = balancers.unwrap();
    assert_eq!(insert(balancers, 2, json!({ "name": "third" })).set[0].1, json!([{}, {}, { "name": "third" }]));
    assert_eq!(remove(balancers, 0).set[0].1, json!([{}]));
    assert_eq!(shift(balancers, 0, 9).set[0].1, json!([{}, {}]));
}

#[test]
fn texts_become_values_by_the_kind_of_question() {
    let number = Kind::Number { least: 1, most: 9 };
    assert_eq!(number.value(" 7 "), json!(7));
    assert_eq!(number.value("seven"), json!("seven"));
    assert_eq!(Kind::Switch.value("yes"), json!(true));
    assert_eq!(Kind::Texts.value("10.0.0.0/8, 192.0.2.0/24,"), json!(["10.0.0.0/8", "192.0.2.0/24"]));
    assert_eq!(Kind::Text.value("  "), json!(null));
}

fn of(text: &str) -> Form {
    let document = read(text, Syntax::guess(text));
    let checked = check(&document, SecretValues::default());
    form(document.tree(), checked.plan.as_ref(), &checked.notes)
}
