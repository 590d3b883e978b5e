use crate::balancer;
use crate::bundle::Content;
use crate::design::Design;
use crate::plan;
use expect_test::expect;
use serde_json::{Value, json};

/// A file of a design with some settings changed.
fn file(program: &str, changes: Value, path: &str) -> String {
    let mut design = json!({
        "format": 1, "name": "esb", "product": "esb", "release": "5.0.0", "pattern": "worker-manager-2",
        "hosts": { "service": "esb.example.com" },
        "access": { "console": ["10.0.9.0/24"] },
        "nodes": [{ "role": "manager", "addresses": "10.0.1.11-12" }, { "role": "worker", "addresses": "10.0.2.21-22" }],
        "balancers": [{ "program": program }],
    });
    for (key, value) in changes.as_object().unwrap() {
        design[key] = value.clone();
    }
    let design: Design = serde_json::from_value(design).unwrap();
    let files = balancer::artifacts(&plan::resolve(&design).output.unwrap());
    let file = files.into_iter().find(|file| file.path == path).unwrap_or_else(|| panic!("no file {path}"));
    match file.content {
        Content::Whole(text) => text.to_string(),
        Content::Stock(_) => panic!("not a file of our own"),
    }
}

#[test]
fn pods_are_found_by_labels_where_no_address_is_known() {
    let nodes = json!([{ "role": "manager", "count": 1 }, { "role": "worker", "count": 2 }]);
    let membership = json!({ "membership": { "kubernetes": { "services": ["esb"], "namespace": "integration" } } });
    let changes = json!({ "nodes": nodes, "cluster": membership });
    let text = file("kubernetes-ingress", changes.clone(), "nodes.yaml");
    assert!(!text.contains("EndpointSlice"));
    expect![[r#"
        selector:
            app.kubernetes.io/name: esb
            app.kubernetes.io/instance: esb
            app.kubernetes.io/component: worker
    "#]]
    .assert_eq(&format!("{}\n", &text[text.find("selector:").unwrap()..text.find("\n---\n# The management").unwrap()]));
    assert!(file("kubernetes-gateway", changes, "kustomization.yaml").contains("namespace: integration"));
}

#[test]
fn addresses_of_both_kinds_and_many_ports_have_slices_of_their_own() {
    let nodes = json!([
        { "role": "manager", "addresses": ["2001:db8::11"] },
        { "role": "worker", "addresses": ["10.0.2.21", "10.0.2.21", "2001:db8::21"] },
    ]);
    let text = file("kubernetes-gateway", json!({ "nodes": nodes }), "nodes.yaml");
    for name in ["wso2-lb-service-https-1", "wso2-lb-service-https-2", "wso2-lb-service-https-3", "wso2-lb-console-1"] {
        assert!(text.contains(&format!("name: {name}\n")), "{name} in {text}");
    }
    assert!(text.contains("- {name: https, port: 8244}") && text.contains("- {addresses: [\"2001:db8::21\"]"));
}

#[test]
fn a_standby_is_not_ready() {
    let text = file("kubernetes-gateway", json!({}), "nodes.yaml");
    assert!(text.contains("- {addresses: [10.0.1.11], conditions: {ready: true}}"));
    assert!(text.contains("- {addresses: [10.0.1.12], conditions: {ready: false}}"));
}

#[test]
fn longer_expressions_come_first_and_are_more_special() {
    let text = file("kubernetes-ingress", json!({}), "ingress.yaml");
    let paths: Vec<&str> = text.lines().filter_map(|line| line.trim_start().strip_prefix("- path: ")).collect();
    let unquoted = |path: &&str| path.replace("\\\\", "\\").trim_matches('"').len();
    let of = |part: &str| paths.iter().find(|path| path.contains(part)).map(unquoted).unwrap();
    assert!(of("Admin") > of("jsessionid") && of("carbon") > of("jsessionid") && of("jsessionid") > of("{0,2};"));
}

#[test]
fn nodes_are_verified_or_loudly_not() {
    let ingress = file("kubernetes-ingress", json!({}), "ingress.yaml");
    assert!(ingress.contains("proxy-ssl-verify: \"on\"") && ingress.contains("proxy-ssl-name: mgt.esb.example.com"));
    let unverified = json!({ "tls": { "nodes": "unverified" } });
    assert!(file("kubernetes-ingress", unverified.clone(), "ingress.yaml").contains("# UNVERIFIED: "));
    let gateway = file("kubernetes-gateway", unverified.clone(), "nodes.yaml");
    assert!(gateway.contains("hostname: localhost") && gateway.contains("it proves nothing"));
    assert!(file("kubernetes-gateway", unverified, "kustomization.yaml").contains("ca.crt=ssl/nodes.crt"));
}

#[test]
fn hosts_for_some_networks_have_a_gateway_of_their_own() {
    let text = file("kubernetes-gateway", json!({}), "gateway.yaml");
    assert!(text.contains("service.beta.kubernetes.io/load-balancer-source-ranges: 10.0.9.0/24"));
    assert_eq!(text.matches("kind: Gateway\n").count(), 2);
    let open = file("kubernetes-gateway", json!({ "access": {} }), "gateway.yaml");
    assert!(open.matches("kind: Gateway\n").count() == 1 && !open.contains("infrastructure"));
}
