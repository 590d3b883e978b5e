use crate::bundle::{Content, StockFile};
use crate::config::artifacts;
use crate::design::Design;
use crate::edit::toml::{Item, Want};
use crate::plan::{Plan, resolve};
use serde_json::{Value, json};
use std::collections::BTreeMap;

fn plan(release: &str, pattern: &str, nodes: Value) -> Plan {
    let design = json!({
        "format": 1, "name": "x", "product": "apim", "release": release, "pattern": pattern, "nodes": nodes,
        "hosts": {"service": "gw.example.com", "portal": "api.example.com"},
    });
    resolve(&serde_json::from_value::<Design>(design).unwrap()).output.unwrap()
}

/// What a node's file says, by place.
fn says(plan: &Plan, node: &str) -> BTreeMap<String, String> {
    let mut said = BTreeMap::new();
    for artifact in artifacts(plan) {
        let Content::Stock(stock) = &artifact.content else { continue };
        let StockFile::Toml(edits) = &**stock else { continue };
        if artifact.owner.folder() != format!("nodes/{node}/") {
            continue;
        }
        for edit in edits {
            let value = match &edit.want {
                Want::Value(item) | Want::Present(item) => item.to_string(),
                Want::Tables(tables) => tables.iter().flatten().map(|(_, item): &(_, Item)| item.to_string()).collect(),
                Want::Absent => continue,
            };
            assert_eq!(said.insert(edit.at.to_string(), value), None, "{} twice", edit.at);
        }
    }
    said
}

fn of(plan: &Plan, node: &str, place: &str) -> Option<String> {
    says(plan, node).remove(place)
}

#[test]
fn each_of_a_pair_tells_the_other_and_never_itself() {
    for (release, pattern, nodes, pairs) in [
        ("3.2.0", "symmetric", json!([{"addresses": "192.0.2.11-12"}]), ["node-1", "node-2"]),
        ("4.3.0", "symmetric", json!([{"addresses": "192.0.2.11-12"}]), ["node-1", "node-2"]),
        (
            "4.2.0",
            "distributed",
            json!([{"role": "control-plane", "addresses": "192.0.2.11-12"}, {"role": "gateway", "address": "192.0.2.21"}]),
            ["control-plane-1", "control-plane-2"],
        ),
    ] {
        let plan = plan(release, pattern, nodes);
        for (node, other) in pairs.iter().zip(["192.0.2.12", "192.0.2.11"]) {
            let peer = Some(format!("[\"tcp://{other}:5672\"]"));
            assert_eq!(of(&plan, node, "apim.throttling.event_duplicate_url"), peer, "{release} {node}");
            let own = Some("[\"tcp://localhost:5672\"]".to_owned());
            assert_eq!(of(&plan, node, "apim.throttling.throttle_decision_endpoints"), own, "{release} {node}");
            let hub = of(&plan, node, "apim.event_hub.event_duplicate_url");
            assert_eq!(hub, peer.filter(|_| release.starts_with('4')), "{release} {node}");
        }
    }
}

#[test]
fn ports_move_with_the_offset_and_ipv6_has_brackets() {
    let nodes = json!([{"address": "192.0.2.11"}, {"address": "2001:db8::12", "offset": 3}]);
    let plan = plan("4.3.0", "symmetric", nodes);
    let groups = of(&plan, "node-1", "apim.throttling.url_group").unwrap();
    assert_eq!(
        groups,
        "[\"tcp://192.0.2.11:9611\"][\"ssl://192.0.2.11:9711\"][\"tcp://[2001:db8::12]:9614\"][\"ssl://[2001:db8::12]:9714\"]"
    );
    let own = of(&plan, "node-2", "apim.event_hub.event_listening_endpoints");
    assert_eq!(own.as_deref(), Some("[\"tcp://localhost:5675\"]"));
}

/// Traffic managers of their own count; else the control plane does.
#[test]
fn gateways_ask_those_who_decide() {
    let nodes = |managers: Value| {
        let mut nodes = json!([
            {"role": "control-plane", "addresses": "192.0.2.11-12"},
            {"role": "gateway", "address": "192.0.2.31"},
        ]);
        nodes.as_array_mut().unwrap().extend(managers.as_array().cloned().unwrap_or_default());
        nodes
    };
    let endpoints = "apim.throttling.throttle_decision_endpoints";
    let together = plan("4.2.0", "distributed", nodes(json!([])));
    let planes = Some("[\"tcp://192.0.2.11:5672\", \"tcp://192.0.2.12:5672\"]".to_owned());
    assert_eq!(of(&together, "gateway-1", endpoints), planes);
    let managers = json!([{"role": "traffic-manager", "addresses": "192.0.2.21-22"}]);
    let apart = plan("4.2.0", "distributed", nodes(managers));
    let expected = Some("[\"tcp://192.0.2.21:5672\", \"tcp://192.0.2.22:5672\"]".to_owned());
    assert_eq!(of(&apart, "gateway-1", endpoints), expected);
    assert_eq!(of(&apart, "gateway-1", "apim.event_hub.event_listening_endpoints"), planes);
    assert_eq!(of(&apart, "control-plane-1", endpoints), None);
}

#[test]
fn a_release_has_the_tables_that_it_knows() {
    let nodes = json!([
        {"role": "key-manager", "address": "192.0.2.11"}, {"role": "traffic-manager", "address": "192.0.2.12"},
        {"role": "publisher", "address": "192.0.2.13"}, {"role": "gateway", "address": "192.0.2.15"},
    ]);
    for (release, fetches) in [("3.1.0", false), ("3.2.0", true)] {
        let plan = plan(release, "distributed", nodes.clone());
        let saver = of(&plan, "publisher-1", "apim.sync_runtime_artifacts.publisher.artifact_saver");
        assert_eq!(saver.is_some(), fetches, "{release}");
        assert!(says(&plan, "gateway-1").keys().all(|place| !place.starts_with("apim.event_hub")));
    }
    let nodes = json!([
        {"role": "control-plane", "address": "192.0.2.11"}, {"role": "traffic-manager", "address": "192.0.2.12"},
        {"role": "gateway", "address": "192.0.2.15"},
    ]);
    for (release, own_archives) in [("4.4.0", false), ("4.5.0", true)] {
        let plan = plan(release, "distributed", nodes.clone());
        assert_eq!(of(&plan, "gateway-1", "server.server_role").is_none(), own_archives, "{release}");
        let id = of(&plan, "gateway-1", "apim.gateway_notification.gateway_id");
        assert_eq!(id, own_archives.then(|| "\"gateway-1\"".to_owned()), "{release}");
    }
}

/// Clients are never sent to a node, and nothing that nodes tell each other goes through a load balancer.
#[test]
fn names_are_for_clients_and_addresses_for_brokers() {
    for release in ["3.0.0", "3.2.0", "4.0.0", "4.7.0"] {
        let release = crate::catalogue::product("apim").unwrap().release(release.parse().unwrap()).unwrap();
        for key in release.line.patterns {
            let nodes = json!(crate::sample::nodes(crate::catalogue::pattern(*key), release));
            let plan = plan(&release.version.to_string(), crate::catalogue::pattern(*key).key, nodes);
            for node in &plan.nodes {
                for (place, value) in says(&plan, node.name.as_str()) {
                    let between_nodes = value.contains("tcp://") || value.contains("ssl://");
                    assert!(!between_nodes || !value.contains("example.com"), "{place}: {value}");
                    assert!(!value.contains("https://192.0.2"), "{place}: {value}");
                }
            }
        }
    }
}
