use super::*;
use crate::bundle::Content;
use crate::design::Design;
use crate::plan;
use serde_json::{Value, json};
use std::collections::BTreeSet;

fn plan(more: Value) -> Plan {
    let mut design = json!({
        "format": 1, "name": "esb", "product": "esb", "release": "5.0.0", "pattern": "worker-manager-2",
        "nodes": [
            { "role": "manager", "addresses": "192.0.2.11-12" },
            { "role": "worker", "addresses": "192.0.2.21-22" },
        ],
    });
    for (key, value) in more.as_object().unwrap() {
        design[key] = value.clone();
    }
    plan::resolve(&serde_json::from_value::<Design>(design).unwrap()).output.unwrap()
}

fn text(plan: &Plan, folder: &str, path: &str) -> Option<Arc<str>> {
    let file = artifacts(plan).into_iter().find(|file| file.owner.folder() == folder && file.path == path)?;
    match file.content {
        Content::Whole(text) => Some(text),
        Content::Stock(_) => panic!("{path} is ours"),
    }
}

#[test]
fn a_thousand_nodes_share_a_handful_of_texts() {
    let plan = plan(json!({ "nodes": [{ "role": "manager", "count": 2 }, { "role": "worker", "count": 1000 }] }));
    let files = artifacts(&plan);
    assert_eq!(files.len(), 2004);
    let texts = files.iter().map(|file| match &file.content {
        Content::Whole(text) => text.as_ptr(),
        Content::Stock(_) => panic!("{} is ours", file.path),
    });
    // Managers first and other, workers first and other; one unit.
    assert_eq!(texts.collect::<BTreeSet<_>>().len(), 5);
}

#[test]
fn nodes_on_one_machine_have_homes_of_their_own() {
    let plan = plan(json!({ "nodes": [
        { "role": "manager", "addresses": ["192.0.2.11", "192.0.2.12"] },
        { "role": "worker", "addresses": ["192.0.2.11", "192.0.2.12"] },
    ] }));
    let unit = text(&plan, "nodes/worker-2/", "bin/esb-worker-2.service").unwrap();
    assert!(unit.contains("\nExecStart=/bin/sh /opt/wso2/esb-5.0.0-worker-2/bin/start-node.sh run\n"), "{unit}");
}

#[test]
fn a_shared_folder_is_mounted_before_the_node_starts() {
    let shared = |source: &str| json!({ "artifacts": { "shared-folder": { "source": source } } });
    let plan_of = |source: &str| plan(shared(source));
    let plan = plan_of("nfs.example.com:/a b");
    let line = text(&plan, "nodes/worker-1/", MOUNT).unwrap();
    assert!(
        line.ends_with(
            "\nnfs.example.com:/a\\040b  /opt/wso2/esb-5.0.0/repository/deployment/server  nfs4  rw,hard,_netdev,nofail  0  0\n"
        ),
        "{line}"
    );
    let unit = text(&plan, "nodes/worker-1/", "bin/esb-worker-1.service").unwrap();
    assert!(unit.contains("\nRequiresMountsFor=/opt/wso2/esb-5.0.0/repository/deployment/server\n"), "{unit}");
    assert!(text(&plan, "nodes/worker-1/", START).unwrap().contains("mountpoint"));
    for (source, kind) in [("//files/share", "cifs"), ("/srv/artifacts", "none")] {
        assert!(text(&plan_of(source), "nodes/worker-1/", MOUNT).unwrap().contains(&format!("  {kind}  ")), "{source}");
    }
}

#[test]
fn the_analytics_beside_a_product_have_artifacts_of_their_own() {
    let plan = plan(json!({
        "product": "is", "release": "5.6.0", "pattern": "symmetric-analytics",
        "nodes": [{ "addresses": "192.0.2.11-12" }, { "role": "analytics", "addresses": "192.0.2.21-22" }],
        "artifacts": { "shared-folder": { "source": "nfs.example.com:/is" } },
    }));
    let line = text(&plan, "nodes/analytics-1/", MOUNT).unwrap();
    let beside = "nfs.example.com:/is-analytics  /opt/wso2/is-5.6.0-analytics/repository/deployment/server";
    assert!(line.contains(beside), "{line}");
    assert!(text(&plan, "nodes/node-1/", MOUNT).unwrap().contains("nfs.example.com:/is  "));
}

#[test]
fn tables_are_made_by_the_first_manager_where_there_is_a_database() {
    let setup = |plan: &Plan, folder: &str| text(plan, folder, START).unwrap().contains("-Dsetup");
    let shared = plan(json!({}));
    let nodes = ["nodes/manager-1/", "nodes/manager-2/", "nodes/worker-1/"];
    assert_eq!(nodes.map(|node| setup(&shared, node)), [true, false, false]);
    let apart = plan(json!({ "pattern": "independent", "nodes": [{ "count": 2 }] }));
    assert!(!setup(&apart, "nodes/node-1/"));
}

#[test]
fn a_script_that_says_the_heap_itself_is_overruled() {
    let of = |product: &str, release: &str| {
        let plan = plan(json!({
            "product": product, "release": release, "pattern": "symmetric", "nodes": [{ "count": 2 }], "jvm": { "heap": "4g" },
        }));
        text(&plan, "nodes/node-1/", START).unwrap()
    };
    assert!(of("mb", "3.2.0").contains("\nJAVA_OPTS='-Xms4g -Xmx4g'\" ${JAVA_OPTS-}\"\n"), "{}", of("mb", "3.2.0"));
    let profile = of("ei-broker", "6.5.0");
    assert!(profile.contains("JVM_MEM_OPTS='-Xms4g -Xmx4g'"), "{profile}");
    assert!(profile.contains("\nstart=$home/wso2/broker/bin/wso2server.sh\n"), "{profile}");
    assert!(profile.contains("\nCARBON_HOME=$home/wso2/broker\n"), "{profile}");
}
