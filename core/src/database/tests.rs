use super::*;
use crate::bundle::Content;
use crate::catalogue::VENDORS;
use crate::design::Design;
use crate::plan;
use serde_json::{Value, json};

fn plan(more: Value) -> Plan {
    let mut design = json!({
        "format": 1, "name": "esb", "product": "esb", "release": "5.0.0", "pattern": "worker-manager-2",
        "nodes": [
            { "role": "manager", "addresses": "192.0.2.11-12" },
            { "role": "worker", "addresses": ["192.0.2.12", "node.example.com"] },
        ],
    });
    for (key, value) in more.as_object().unwrap() {
        design[key] = value.clone();
    }
    plan::resolve(&serde_json::from_value::<Design>(design).unwrap()).output.unwrap()
}

/// The text of one file.
fn text(plan: &Plan, name: &str) -> String {
    let files = artifacts(plan);
    let file = files.iter().find(|file| file.path.ends_with(name)).unwrap();
    match &file.content {
        Content::Whole(text) => text.to_string(),
        Content::Stock(_) => panic!("{name} is ours"),
    }
}

/// A database of `vendor` whose two schemas have these keys.
fn database(vendor: &str, schema: &Value) -> Value {
    json!({ "database": { vendor: { "schemas": { "users": schema, "registry": schema } } } })
}

#[test]
fn every_vendor_has_a_writer() {
    let writers: Vec<VendorId> = WRITERS.iter().map(|writer| writer.vendor()).collect();
    let vendors: Vec<VendorId> = VENDORS.iter().map(|vendor| vendor.id).collect();
    assert_eq!(writers, vendors);
}

#[test]
fn nodes_that_share_nothing_need_no_database() {
    let plan = plan(json!({ "pattern": "independent", "nodes": [{ "count": 2 }] }));
    assert!(artifacts(&plan).is_empty());
}

#[test]
fn passwords_are_in_the_first_file_alone() {
    for vendor in VENDORS {
        let plan = plan(database(vendor.key, &json!({ "password": "plain:hunter2" })));
        for file in artifacts(&plan) {
            let Content::Whole(text) = &file.content else { panic!("{}", file.path) };
            assert_eq!(text.contains("hunter2"), file.mode == Mode::Private, "{}", file.path);
            assert!(file.path.starts_with(&format!("database/{}/", vendor.key)), "{}", file.path);
        }
    }
}

#[test]
fn a_mark_becomes_nobodys_password() {
    for (vendor, stop) in [
        ("mysql", "SIGNAL SQLSTATE"),
        ("mariadb", "SIGNAL SQLSTATE"),
        ("postgresql", "RAISE EXCEPTION"),
        ("oracle", "RAISE_APPLICATION_ERROR"),
        ("mssql", "THROW"),
    ] {
        let unknown = text(&plan(database(vendor, &json!({ "password": "env:PW" }))), "01-create.sql");
        assert!(unknown.find(stop).unwrap() < unknown.find("CREATE").unwrap(), "{unknown}");
        let known = text(&plan(database(vendor, &json!({ "password": "plain:hunter2" }))), "01-create.sql");
        assert!(!known.contains(stop), "{known}");
    }
}

#[test]
fn mysql_knows_each_address_once() {
    let grants = text(&plan(json!({})), "03-runtime-grants.sql");
    assert_eq!(
        grants.lines().skip(5).take(11).collect::<Vec<_>>().join("\n"),
        r"
GRANT SELECT, INSERT, UPDATE, DELETE, EXECUTE ON `wso2\_user\_db`.* TO
    'wso2_user'@'192.0.2.11',
    'wso2_user'@'192.0.2.12',
    'wso2_user'@'node.example.com';
REVOKE CREATE, ALTER, DROP, INDEX, REFERENCES, CREATE VIEW, CREATE ROUTINE, ALTER ROUTINE, TRIGGER,
    CREATE TEMPORARY TABLES, LOCK TABLES
ON `wso2\_user\_db`.* FROM
    'wso2_user'@'192.0.2.11',
    'wso2_user'@'192.0.2.12',
    'wso2_user'@'node.example.com';"
    );
}

#[test]
fn nodes_without_an_address_come_from_their_network() {
    let nodes = json!([{ "role": "manager", "count": 2 }, { "role": "worker", "count": 2 }]);
    let cidr = |cidr: &str| json!({ "nodes": nodes, "networks": [{ "name": "inner", "cidr": cidr }] });
    let grants = text(&plan(cidr("198.51.100.0/24")), "03-runtime-grants.sql");
    assert!(grants.contains("TO\n    'wso2_user'@'198.51.100.0/255.255.255.0';"), "{grants}");
    let grants = text(&plan(cidr("2001:db8::/64")), "03-runtime-grants.sql");
    assert!(grants.contains("TO\n    'wso2_user'@'%';"), "{grants}");
    let mut design = cidr("2001:db8::/64");
    design["database"] = json!({ "postgresql": {} });
    let lines = text(&plan(design), "pg_hba.conf.lines");
    assert!(
        lines.contains("\"wso2_user_db\"        \"wso2_user\"         2001:db8::/64         scram-sha-256"),
        "{lines}"
    );
}

#[test]
fn one_database_for_everything_is_filled_once() {
    let plan = plan(database("postgresql", &json!({ "name": "one", "user": "wso2", "password": "plain:p" })));
    let create = text(&plan, "01-create.sql");
    assert_eq!((create.matches("CREATE DATABASE \"one\"").count(), create.matches("CREATE ROLE").count()), (1, 1));
    let load = text(&plan, "02-load.sh");
    assert_eq!(load.matches("\n    load one dbscripts/postgresql.sql").count(), 1, "{load}");
}

#[test]
fn an_old_mysql_gets_its_users_by_a_grant() {
    let old = json!({ "database": { "mysql": { "version": "5.6.0" } } });
    let create = text(&plan(old), "01-create.sql");
    assert!(create.contains("GRANT USAGE ON *.* TO\n    'wso2_user'@'192.0.2.11' IDENTIFIED BY "), "{create}");
    assert!(!create.contains("CREATE USER"));
}

#[test]
fn process_databases_hold_texts_of_people() {
    let bps = json!({ "product": "bps", "release": "3.6.0" });
    let create = text(&plan(bps), "01-create.sql");
    let charsets: Vec<&str> = create
        .lines()
        .filter(|line| line.starts_with("CREATE DATABASE"))
        .filter_map(|line| line.split(' ').next_back())
        .collect();
    assert_eq!(charsets, ["latin1;", "latin1;", "utf8;", "utf8;"]);
}

#[test]
fn oracle_names_are_what_an_unquoted_name_becomes() {
    let plan = plan(database("oracle", &json!({ "user": "wso2_one", "password": "plain:a\"b" })));
    let create = text(&plan, "01-create.sql");
    assert!(create.contains("The password of wso2_one has a double quote"), "{create}");
    let grants = text(&plan, "03-runtime-grants.sql");
    assert!(grants.contains("CREATE TRIGGER FROM \"WSO2_ONE\"';"), "{grants}");
}
