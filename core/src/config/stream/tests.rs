use crate::bundle::{Content, StockFile};
use crate::config::artifacts;
use crate::design::Design;
use crate::edit::yaml::{fragment, patch};
use crate::format::yaml::Document;
use crate::plan;
use serde_json::{Value, json};

fn file(more: Value, node: &str) -> Vec<crate::edit::yaml::Edit> {
    let mut design = json!({
        "format": 1, "name": "stats", "product": "ei-analytics", "release": "6.5.0", "pattern": "minimum-ha",
        "nodes": [
            { "role": "analytics", "addresses": "192.0.2.11-12" },
            { "role": "dashboard", "address": "192.0.2.21" },
        ],
    });
    for (key, value) in more.as_object().unwrap() {
        design[key] = value.clone();
    }
    let plan = plan::resolve(&serde_json::from_value::<Design>(design).unwrap()).output.unwrap();
    let artifact = artifacts(&plan).into_iter().find(|it| it.owner.folder() == format!("nodes/{node}/")).unwrap();
    let Content::Stock(stock) = artifact.content else { panic!("{node}") };
    match &*stock {
        StockFile::Yaml(edits) => edits.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn workers_differ_in_who_they_are_and_share_the_rest() {
    let texts = ["analytics-1", "analytics-2"].map(|node| fragment(&file(json!({}), node)));
    let differ: Vec<(&str, &str)> =
        texts[0].lines().zip(texts[1].lines()).filter(|(one, other)| one != other).collect();
    assert_eq!(
        differ,
        [
            ("  id: analytics-1", "  id: analytics-2"),
            ("    host: 192.0.2.11", "    host: 192.0.2.12"),
            ("    advertisedHost: 192.0.2.11", "    advertisedHost: 192.0.2.12"),
        ]
    );
}

#[test]
fn nodes_of_one_machine_have_ports_of_their_own() {
    let nodes = json!({ "nodes": [
        { "role": "analytics", "addresses": ["192.0.2.11", "192.0.2.11"] },
        { "role": "dashboard", "address": "192.0.2.11" },
    ] });
    let text = fragment(&file(nodes.clone(), "analytics-2"));
    for line in [
        "    offset: 1\n",
        "      port: 9092\n",
        "      port: 9445\n",
        "    port: 9894\n",
        "    advertisedPort: 9894\n",
    ] {
        assert!(text.contains(line), "{line} in {text}");
    }
    let text = fragment(&file(nodes, "dashboard-1"));
    for line in ["    offset: 2\n", "      port: 9645\n", "          tcpPort: \"7612\"\n"] {
        assert!(text.contains(line), "{line} in {text}");
    }
}

#[test]
fn the_administrator_takes_the_place_of_stocks_own() {
    let access = json!({ "access": { "admin-user": "boss", "admin-password": "plain:admin" } });
    let edits = file(access.clone(), "analytics-1");
    let stock = "auth.configs:\n  type: 'local'  # kind\n  userManager:\n    adminRole: admin\n    userStore:\n      users:\n       -\n         user:\n           username: admin\n           password: YWRtaW4=\n           roles: 1\n      roles:\n       -\n         role:\n           id: 1\n           displayName: admin\n";
    let patched = patch(&Document::parse(stock).unwrap(), &edits).text;
    let expected = "      users:\n       - user:\n           username: boss\n           password: \"YWRtaW4=\"\n           roles: 1\n      roles:\n";
    assert!(patched.contains(expected), "{patched}");
    assert!(patched.contains("  type: 'local'  # kind\n"), "{patched}");
    let again = patch(&Document::parse(&patched).unwrap(), &edits).text;
    assert_eq!(again, patched);
    let text = fragment(&file(access, "dashboard-1"));
    assert!(
        text.contains(
            "workerAccessCredentials:\n    # dashboards ask the workers as the administrator\n    username: boss\n"
        ),
        "{text}"
    );
}

#[test]
fn an_alias_of_the_vault_is_looked_up_by_the_product() {
    let database =
        json!({ "database": { "mysql": { "schemas": { "coordination": { "password": "vault:cluster.db" } } } } });
    let text = fragment(&file(database, "analytics-1"));
    assert!(text.contains("password: \"${sec:cluster.db}\"\n"), "{text}");
}
