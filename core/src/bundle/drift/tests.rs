use super::*;
use crate::bundle::render;
use crate::design::Design;
use crate::plan::resolve;
use crate::sample;
use crate::value::Secret;
use serde_json::{Value, json};

fn plan(more: Value) -> Plan {
    let mut design = json!({
        "format": 1, "name": "esb", "product": "esb", "release": "5.0.0", "pattern": "worker-manager-2",
        "hosts": {"service": "api.example.com"},
        "nodes": [{"role": "manager", "addresses": "192.0.2.11-12"}, {"role": "worker", "addresses": "192.0.2.21-22"}],
        "database": {"mysql": {"host": "db.example.com", "schemas": {"users": {"password": "env:USERS"}}}},
    });
    for (key, value) in more.as_object().unwrap() {
        design[key] = value.clone();
    }
    resolve(&serde_json::from_value::<Design>(design).unwrap()).output.unwrap()
}

/// The files of the bundle as they would lie on the machines: fragments stand for whole files here.
fn laid_out(plan: &Plan) -> BTreeMap<String, Vec<u8>> {
    let files = render(plan, "", None).files.into_iter();
    files.map(|file| (file.path.replace("/fragments/", "/"), file.bytes.to_vec())).collect()
}

fn edited(files: &BTreeMap<String, Vec<u8>>, path: &str, from: &str, to: &str) -> BTreeMap<String, Vec<u8>> {
    let mut files = files.clone();
    let text = String::from_utf8(files[path].clone()).unwrap();
    assert!(text.contains(from), "{path} has no {from:?}:\n{text}");
    files.insert(path.to_owned(), text.replace(from, to).into_bytes());
    files
}

fn worker(file: &str) -> String {
    format!("nodes/worker-1/{file}")
}

#[test]
fn what_was_rendered_does_not_drift() {
    let plan = plan(json!({}));
    let all = drift(&plan, &laid_out(&plan));
    assert!(all.is_empty(), "{}", all.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"));
}

#[test]
fn no_layout_drifts_from_itself() {
    for (product, release, pattern) in sample::layouts().step_by(3) {
        let plan = plan(json!({
            "product": product.id, "release": release.version, "pattern": pattern.key, "hosts": {},
            "nodes": sample::nodes(pattern, release),
        }));
        let told: Vec<String> = drift(&plan, &laid_out(&plan)).iter().map(ToString::to_string).collect();
        assert_eq!(told, Vec::<String>::new(), "{} {} {}", product.id, release.version, pattern.key);
    }
}

#[test]
fn files_of_nobody_at_hand_are_not_missing() {
    let plan = plan(json!({}));
    assert_eq!(drift(&plan, &BTreeMap::<String, Vec<u8>>::new()), []);
    let mut files = laid_out(&plan);
    let path = worker("repository/conf/carbon.xml");
    files.remove(&path);
    let all = drift(&plan, &files);
    assert_eq!(all.iter().map(ToString::to_string).collect::<Vec<_>>(), [format!("{path}: not there")]);
}

#[test]
fn a_changed_value_is_found_with_its_line_and_its_reason() {
    let plan = plan(json!({}));
    let path = worker("repository/conf/axis2/axis2.xml");
    let files = edited(
        &laid_out(&plan),
        &path,
        "<parameter name=\"membershipScheme\">wka</",
        "<parameter name=\"membershipScheme\">multicast</",
    );
    let all = drift(&plan, &files);
    let [Drift { what: Drifted::Statement { asked, found, line }, .. }] = all.as_slice() else { panic!("{all:?}") };
    assert_eq!(found.as_deref(), Some("multicast"));
    let text = String::from_utf8(files[&path].clone()).unwrap();
    assert!(text.lines().nth(line.unwrap()).unwrap().contains("multicast"));
    assert!(asked.says.contains("wka") && !asked.why.is_empty(), "{asked:?}");
}

#[test]
fn a_file_that_is_none_is_told() {
    let plan = plan(json!({}));
    let mut files = laid_out(&plan);
    files.insert(worker("repository/conf/carbon.xml"), b"<Server".to_vec());
    let all = drift(&plan, &files);
    assert!(matches!(all.as_slice(), [Drift { what: Drifted::Unreadable(_), .. }]), "{all:?}");
}

#[test]
fn what_was_filled_in_holds_and_is_never_shown() {
    let plan = plan(json!({}));
    let path = worker("repository/conf/datasources/master-datasources.xml");
    let at = |with: &str| drift(&plan, &edited(&laid_out(&plan), &path, "@env:USERS@", with));
    assert_eq!(at("hunter2"), []);
    // The product's own, or nothing: it was forgotten.
    for with in ["wso2carbon", "admin", ""] {
        let all = at(with);
        assert_eq!(all.len(), 1, "{with}: {all:?}");
        assert!(with.is_empty() || !format!("{all:?}{}", all[0]).contains(&format!("`{with}`")), "{all:?}");
    }
    // Beside the password something else changed: the password still is not shown.
    let filled = edited(&laid_out(&plan), &path, "@env:USERS@", "hunter2");
    let all = drift(&plan, &edited(&filled, &path, "db.example.com", "other.example.com"));
    assert!(!all.is_empty());
    let shown = format!("{all:?}{}", all.iter().map(ToString::to_string).collect::<String>());
    assert!(!shown.contains("hunter2"), "{shown}");
}

#[test]
fn a_known_secret_is_compared_and_never_shown() {
    let mut plan = plan(json!({}));
    plan.secrets.insert("env:USERS".parse::<Secret>().unwrap(), "correct-horse".to_owned());
    let files = laid_out(&plan);
    assert_eq!(drift(&plan, &files), []);
    let path = worker("repository/conf/datasources/master-datasources.xml");
    let all = drift(&plan, &edited(&files, &path, "correct-horse", "battery-staple"));
    assert_eq!(all.len(), 1);
    let shown = format!("{all:?}{}", all[0]);
    assert!(!shown.contains("correct-horse") && !shown.contains("battery-staple"), "{shown}");
}

#[test]
fn files_of_our_own_are_compared_line_by_line() {
    let plan = plan(json!({}));
    let files = laid_out(&plan);
    let has = |(path, bytes): &(&String, &Vec<u8>)| {
        path.starts_with("balancers/") && String::from_utf8_lossy(bytes).contains("192.0.2.22")
    };
    let path = files.iter().find(has).unwrap().0.clone();
    let crlf = edited(&files, &path, "\n", "\r\n");
    assert_eq!(drift(&plan, &crlf), []);
    let all = drift(&plan, &edited(&files, &path, "192.0.2.22", "192.0.2.99"));
    let [Drift { what: Drifted::Line { found: Some(found), wanted: Some(wanted), .. }, .. }] = all.as_slice() else {
        panic!("{all:?}")
    };
    assert!(found.contains("192.0.2.99") && wanted.contains("192.0.2.22"));
    let mut short = files.clone();
    short.insert(path, Vec::new());
    assert!(matches!(drift(&plan, &short)[..], [Drift { what: Drifted::Line { line: 0, found: None, .. }, .. }]));
}

#[test]
fn a_line_with_marks_takes_what_was_filled_in() {
    let plan = plan(json!({}));
    let line = |wanted: &str, found: &str| whole::drift(&plan, wanted, found.as_bytes(), false).is_none();
    assert!(line("p '@env:USERS@';", "p 'x';"));
    assert!(line("p @env:USERS@ q @env:USERS@ r", "p x q y r"));
    assert!(!line("p '@env:USERS@';", "p '';") && !line("p '@env:USERS@';", "q 'x';"));
    assert!(!line("p @env:USERS@ q @env:USERS@ r", "p x r"));
    let drifted = whole::drift(&plan, "a\np @env:USERS@\n", b"new\na\np hunter2\n", false);
    assert!(!format!("{drifted:?}").contains("new"), "a line more may have moved the secret: {drifted:?}");
}
