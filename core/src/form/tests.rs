mod cases;

use super::*;
use crate::read::{Syntax, apply, read};
use crate::value::SecretValues;
use crate::{check, preview, sample};
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

/// While somebody types what cannot be read yet, the other questions stay as they were.
#[test]
fn what_holds_is_known_beside_a_bad_answer() {
    let form = of(r#"
        format = 1
        name = "esb"
        product = "esb"
        release = "5.0.0"
        pattern = "worker-manager-2"
        hosts = { console = "a b" }
        nodes = [{ role = "worker", address = "192.0.2." }]
        database.mysql.host = "db.example.com"
    "#);
    let field = |path: &str| {
        let path = Path::from(path);
        form.steps.iter().flat_map(|step| &step.fields).find(|field| field.path == path).cloned()
    };
    assert_eq!(field("database.mysql.port").unwrap().usual, Some(json!(3306)));
    assert_eq!(field("hosts.console").unwrap().said, Some(json!("a b")));
    assert!(field("hosts.console").unwrap().usual.is_some() && field("hosts.portal").is_none());
}

/// What stands in a form can be said to a person: no label twice in a step, no value without a kind that shows it, and what holds
/// is among the choices.
#[test]
fn every_question_can_be_read() {
    for (product, release, pattern) in sample::layouts().step_by(3) {
        let text = json!({
            "format": 1, "name": "x", "product": product.id, "release": release.version, "pattern": pattern.key,
            "nodes": sample::nodes(pattern, release), "database": { "mysql": {} },
        });
        let here = format!("{} {} {}", product.id, release.version, pattern.key);
        for step in of(&text.to_string()).steps {
            let mut labels: Vec<(&str, Path)> = Vec::new();
            for field in &step.fields {
                let above = field.path.clone().parent();
                assert!(!labels.contains(&(&field.label, above.clone())), "{here}: {} twice", field.label);
                labels.push((&field.label, above));
                assert!(!field.help.is_empty() && !field.label.contains(['{', '_']), "{here}: {field:?}");
                for value in field.said.iter().chain(&field.usual) {
                    let fits = match &field.kind {
                        Kind::Text | Kind::Secret => value.is_string(),
                        Kind::Number { least, most } => value.as_i64().is_some_and(|it| (*least..=*most).contains(&it)),
                        Kind::Switch => value.is_boolean(),
                        Kind::Choice(_) => field.chosen().is_some(),
                        Kind::Texts => value.is_array() || value.is_string(),
                        Kind::Rows(_) => value.is_array(),
                        Kind::Pairs => value.is_object(),
                    };
                    assert!(fits, "{here}: {} {value} {:?}", field.path, field.kind);
                }
            }
        }
    }
}

/// Prints what a person reads: `cargo test -p wso2-design-core --features schema print_the_form -- --ignored --nocapture`.
#[test]
#[ignore = "prints only"]
fn print_the_form() {
    for (product, release, pattern) in sample::layouts() {
        let text = json!({
            "format": 1, "name": "x", "product": product.id, "release": release.version, "pattern": pattern.key,
            "nodes": sample::nodes(pattern, release), "database": { "mysql": {} },
        });
        println!("==== {} {} {}", product.id, release.version, pattern.key);
        for step in of(&text.to_string()).steps {
            println!("-- {}", step.title);
            for field in &step.fields {
                let kind = format!("{:?}", field.kind).chars().take(24).collect::<String>();
                let value = field.said.clone().or(field.usual.clone()).map(|it| it.to_string()).unwrap_or_default();
                println!(
                    "{:28} {:70.70} {kind:24} {}",
                    format!("{}{}", " ".repeat(field.depth.into()), field.label),
                    value,
                    field.help
                );
            }
        }
    }
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
fn answers_are_written_as_people_write_them() {
    let form = of(r#"
        format = 1
        name = "is"
        product = "is"
        release = "5.7.0"
        pattern = "symmetric"
    "#);
    let labels = |path: &str| {
        let path = Path::from(path);
        let field = form.steps.iter().flat_map(|step| &step.fields).find(|field| field.path == path).unwrap();
        let Kind::Choice(choices) = &field.kind else { panic!("{field:?}") };
        choices.iter().map(|choice| choice.label.clone()).collect::<Vec<_>>()
    };
    assert_eq!(labels("tls.key"), ["ECDSA", "RSA"]);
    assert_eq!(labels("user-store"), ["JDBC", "LDAP", "Active Directory"]);
    let variant =
        |word: &str| sheet::Variant { word: word.to_owned(), help: String::new(), table: false, inside: Vec::new() };
    assert_eq!(choices::of(&variant("active-passive")).label, "Active-passive");
    assert_eq!(choices::of(&variant("shared-folder")).label, "Shared folder");
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
    assert_eq!(
        insert(balancers, 2, json!({ "name": "third" })).set[0].1,
        json!([{ "name": "worker-lb" }, { "name": "manager-lb" }, { "name": "third" }])
    );
    assert_eq!(remove(balancers, 0).set[0].1, json!([{ "name": "manager-lb" }]));
    assert_eq!(shift(balancers, 0, 9).set[0].1, json!([{ "name": "worker-lb" }, { "name": "manager-lb" }]));
}

#[test]
fn texts_become_values_by_the_kind_of_question() {
    let number = Kind::Number { least: 1, most: 9 };
    assert_eq!(number.value(" 7 "), json!(7));
    assert_eq!(number.value("seven"), json!("seven"));
    assert_eq!(Kind::Switch.value("yes"), json!(true));
    assert_eq!(Kind::Texts.value("10.0.0.0/8, 192.0.2.0/24,"), json!(["10.0.0.0/8", "192.0.2.0/24"]));
    assert_eq!(Kind::Texts.value("192.0.2.1-20"), json!("192.0.2.1-20"));
    assert_eq!(Kind::Texts.value("192.0.2.1-2, 192.0.2.9"), json!(["192.0.2.1", "192.0.2.2", "192.0.2.9"]));
    assert_eq!(Kind::Texts.value(" , "), json!(null));
    assert_eq!(Kind::Text.value("  "), json!(null));
}

fn of(text: &str) -> Form {
    let document = read(text, Syntax::guess(text));
    let checked = check(&document, SecretValues::default());
    let plan = checked.plan.or_else(|| preview(&document));
    form(document.tree(), plan.as_ref(), &checked.notes)
}
