use crate::bundle::{Content, StockFile};
use crate::config::artifacts;
use crate::design::Design;
use crate::edit::toml::fragment;
use crate::plan::{Plan, resolve};
use expect_test::expect;
use serde_json::{Value, json};

fn plan(release: &str, more: Value) -> Plan {
    let mut design = json!({
        "format": 1, "name": "x", "product": "mi", "release": release, "pattern": "symmetric",
        "hosts": {"service": "mi.example.com"}, "nodes": [{"addresses": "192.0.2.11-12"}],
    });
    for (key, value) in more.as_object().unwrap() {
        design[key] = value.clone();
    }
    resolve(&serde_json::from_value::<Design>(design).unwrap()).output.unwrap()
}

/// The file of the second node from `[cluster_config]` on, without the reasons.
fn coordination(plan: &Plan) -> String {
    let artifacts = artifacts(plan);
    let artifact = artifacts.iter().find(|it| it.owner.folder() == "nodes/node-2/").unwrap();
    let Content::Stock(stock) = &artifact.content else { panic!("deployment.toml is a stock file") };
    let StockFile::Toml(edits) = &**stock else { panic!("deployment.toml is TOML") };
    let text = fragment(edits);
    let from = text.find("[cluster_config]").unwrap_or(text.len());
    text[from..].lines().filter(|line| !line.starts_with('#')).map(|line| format!("{line}\n")).collect()
}

#[test]
fn nodes_share_tasks_under_names_of_their_own() {
    expect![[r#"
        [cluster_config]
        node_id = "node-2"

        [task_handling]
        resolver_class = "org.wso2.micro.integrator.ntask.coordination.task.resolver.RoundRobinResolver"

        [[task_resolver]]
        task_server_count = "1"
    "#]]
    .assert_eq(&coordination(&plan("4.2.0", json!({"tasks": {"server-count": 1}}))));
}

#[test]
fn nodes_without_a_database_share_nothing() {
    let alone = json!({"pattern": "independent"});
    assert_eq!(coordination(&plan("4.2.0", alone.clone())), "");
    assert_eq!(coordination(&plan("1.1.0", alone)), "");
}

/// The offset that is built in goes on; one that is said replaces it.
#[test]
fn ports_begin_at_the_offset_that_is_built_in() {
    let ports = |more: Value| plan("4.2.0", more).nodes[0].ports.service_http.get();
    assert_eq!(ports(json!({})), 8290);
    assert_eq!(ports(json!({"nodes": [{"address": "192.0.2.11", "offset": 3}]})), 8283);
}

#[test]
fn the_group_is_said_again() {
    let said = plan("4.2.0", json!({"cluster": {"domain": "orders"}, "tasks": {"server-count": 1}})).to_design();
    assert_eq!(said.cluster.domain.map(|domain| domain.to_string()).as_deref(), Some("orders"));
    assert_eq!(said.tasks.server_count.map(|count| count.get()), Some(1));
    let unused = plan("4.2.0", json!({"cluster": {"membership": {"multicast": {}}}})).unused;
    assert_eq!(unused.iter().map(|it| it.at.to_string()).collect::<Vec<_>>(), ["cluster.membership"]);
}
