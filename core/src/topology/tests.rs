use super::*;
use crate::design::Design;
use crate::plan::resolve;
use expect_test::expect;
use serde_json::{Value, json};

fn shown(more: Value) -> String {
    let mut design = json!({"format": 1, "name": "x", "product": "ei", "release": "6.5.0", "pattern": "symmetric"});
    let (Value::Object(design), Value::Object(more)) = (&mut design, more) else { panic!("tables") };
    design.extend(more);
    let design: Design = serde_json::from_value(Value::Object(design.clone())).unwrap();
    let plan = resolve(&design).output.unwrap();
    let topology = Topology::of(&plan);
    let line = |edge: &Edge| {
        let ends = format!("{} -> {}", topology.label(edge.from), topology.label(edge.to));
        format!("{ends} {} {} {}\n", edge.targets, edge.protocol, edge.ports)
    };
    topology.edges.iter().map(line).collect()
}

#[test]
fn multicast_and_shared_folder() {
    let edges = shown(json!({
        "nodes": [{"addresses": "192.0.2.1-3"}],
        "cluster": {"membership": {"multicast": {}}},
        "artifacts": {"shared-folder": {"source": "nfs.example.com:/wso2"}},
    }));
    expect![[r#"
        Clients -> Load balancer lb address not in the design HTTP 80
        Clients -> Load balancer lb address not in the design HTTPS 443
        Administrators -> Load balancer lb address not in the design HTTP 80
        Administrators -> Load balancer lb address not in the design HTTPS 443
        Load balancer lb -> Nodes 192.0.2.1-192.0.2.3 HTTP 8280
        Load balancer lb -> Nodes 192.0.2.1-192.0.2.3 HTTPS 8243
        Load balancer lb -> Nodes 192.0.2.1-192.0.2.3 HTTPS 9443
        Every node -> Every node 192.0.2.1-192.0.2.3 Hazelcast 4100
        Every node -> Multicast group 228.0.0.4 multicast 45564
        Every node -> Database carbondb.mysql-wso2.com MySQL 3306
        Every node -> File server nfs.example.com NFS 2049
        Every node -> Time servers the time servers NTP 123
    "#]]
    .assert_eq(&edges);
}

#[test]
fn nodes_of_a_platform_have_no_load_balancer_of_ours() {
    let edges = shown(json!({"nodes": [{"count": 3}], "cluster": {"membership": {"aws": {}}}}));
    expect![[r#"
        Administrators -> Nodes 3 addresses, not in the design HTTPS 9443
        Clients -> Nodes 3 addresses, not in the design HTTP 8280
        Clients -> Nodes 3 addresses, not in the design HTTPS 8243
        Every node -> Every node 3 addresses, not in the design Hazelcast 5701-5800
        Every node -> Amazon EC2 the EC2 endpoint of the region HTTPS 443
        Every node -> Database carbondb.mysql-wso2.com MySQL 3306
        Deployment pipeline -> Every node 3 addresses, not in the design SSH 22
        Every node -> Time servers the time servers NTP 123
    "#]]
    .assert_eq(&edges);
}

#[test]
fn many_ports_become_one_row() {
    let nodes: Vec<Value> = (0..20).map(|_| json!({"address": "192.0.2.1"})).collect();
    let edges = shown(json!({"nodes": nodes}));
    assert!(edges.contains("Load balancer lb -> Nodes 192.0.2.1 HTTP 8280-8299\n"), "{edges}");
    assert_eq!(edges.matches("Every node -> Every node").count(), 1);
}

#[test]
fn nodes_take_what_their_line_says_and_groups_keep_to_themselves() {
    let edges = shown(json!({
        "release": "6.1.1", "pattern": "symmetric-analytics",
        "networks": [{"name": "a"}, {"name": "b"}],
        "nodes": [
            {"role": "node", "address": "192.0.2.1", "network": "a"}, {"role": "node", "address": "192.0.2.2", "network": "b"},
            {"role": "analytics", "addresses": ["192.0.2.31", "192.0.2.31"], "network": "a"},
        ],
    }));
    let links: String = edges
        .lines()
        .filter(|line| line.contains("Hazelcast") || line.contains("event"))
        .fold(String::new(), |all, line| all + line + "\n");
    expect![[r#"
        Nodes -> Nodes 192.0.2.1-192.0.2.2 Hazelcast 4100
        Analytics -> Analytics 192.0.2.31 Hazelcast 4000
        Analytics -> Analytics 192.0.2.31 Hazelcast 4001
        Nodes -> Analytics 192.0.2.31 binary events 9612, 9712
        Nodes -> Analytics 192.0.2.31 binary events 9613, 9713
        Analytics -> Analytics 192.0.2.31 event synchronization 11224-11225
        Analytics -> Analytics 192.0.2.31 event synchronization 11225, 11227
    "#]]
    .assert_eq(&links);
}
