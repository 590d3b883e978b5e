use crate::form::{Column, Kind};
use serde_json::{Value, json};

/// The columns of the nodes of a worker/manager pattern.
fn columns() -> Vec<Column> {
    let design = json!({
        "format": 1, "name": "esb", "product": "esb", "release": "5.0.0", "pattern": "worker-manager-2",
        "nodes": [{ "role": "manager", "addresses": "192.0.2.11-12" }, { "role": "worker", "address": "192.0.2.21" }]
    });
    let text = design.to_string();
    let document = crate::read::read(&text, crate::read::Syntax::Json);
    let checked = crate::check(&document, crate::value::SecretValues::default());
    let form = crate::form::form(document.tree(), checked.plan.as_ref(), &checked.notes);
    let nodes = form.steps.into_iter().flat_map(|step| step.fields).find(|field| field.path == "nodes".into()).unwrap();
    let Kind::Rows(columns) = nodes.kind else { panic!("{nodes:?}") };
    columns
}

#[test]
fn what_people_have_becomes_rows() {
    let columns = columns();
    let like = json!({ "role": "manager" });
    let rows = |text: &str| Value::Array(super::pasted(text, &columns, Some(&like)));
    assert_eq!(
        rows("10.0.0.1\n10.0.0.2\n"),
        json!([{ "address": "10.0.0.1", "role": "manager" }, { "address": "10.0.0.2", "role": "manager" }])
    );
    assert_eq!(rows("worker 10.0.1.11-20\n"), json!([{ "role": "worker", "addresses": "10.0.1.11-20" }]));
    assert_eq!(
        rows("# hosts\n10.0.0.1 esb1.example.com esb1\n"),
        json!([{ "address": "10.0.0.1", "name": "esb1", "role": "manager" }])
    );
    assert_eq!(
        rows("NAME    STATUS  ROLES   INTERNAL-IP\nk1      Ready   worker  10.0.0.9\n"),
        json!([{ "name": "k1", "role": "worker", "address": "10.0.0.9" }])
    );
    assert_eq!(
        rows("role,name,address,offset\nworker,w1,10.0.0.3,2\nworker,,10.0.0.4,\n"),
        json!([
            { "role": "worker", "name": "w1", "address": "10.0.0.3", "offset": 2 },
            { "role": "worker", "address": "10.0.0.4" }
        ])
    );
    assert_eq!(rows("esb1.example.com"), json!([{ "address": "esb1.example.com", "role": "manager" }]));
}

/// What a spreadsheet copies: cells between tabs, the empty ones too.
#[test]
fn cells_of_a_spreadsheet_stay_in_their_columns() {
    let rows = super::pasted("Name\tRole\tAddress\nw1\tworker\t10.0.0.3\n\tworker\t10.0.0.4\n", &columns(), None);
    assert_eq!(
        Value::Array(rows),
        json!([{ "name": "w1", "role": "worker", "address": "10.0.0.3" }, { "role": "worker", "address": "10.0.0.4" }])
    );
}
