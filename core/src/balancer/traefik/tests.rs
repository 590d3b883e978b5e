use crate::bundle::Content;
use crate::design::Design;
use crate::plan;
use expect_test::expect;
use serde_json::{Value, json};

/// The static and the dynamic file of a design, of which `more` says something else.
fn files(more: Value) -> (String, String) {
    let mut design = json!({
        "format": 1, "name": "esb", "product": "esb", "release": "5.0.0", "pattern": "worker-manager-2",
        "hosts": { "service": "esb.example.com", "console": "mgt.esb.example.com" },
        "nodes": [{ "role": "manager", "addresses": "192.0.2.11-12" }, { "role": "worker", "addresses": "192.0.2.21-22" }],
        "balancers": [{ "program": "traefik" }],
    });
    for (key, value) in more.as_object().unwrap() {
        design[key] = value.clone();
    }
    let design: Design = serde_json::from_value(design).unwrap();
    let files = super::super::artifacts(&plan::resolve(&design).output.unwrap());
    let texts: Vec<String> = files
        .iter()
        .map(|file| match &file.content {
            Content::Whole(text) => text.to_string(),
            Content::Stock(_) => panic!(),
        })
        .collect();
    let [fixed, dynamic] = texts.as_slice() else { panic!("{files:?}") };
    (fixed.clone(), dynamic.clone())
}

/// From the line that begins so, to the end of what stands below it.
fn block(file: &str, begin: &str) -> String {
    let mut lines = file.lines().skip_while(|line| !line.trim_start().starts_with(begin));
    let first = lines.next().unwrap();
    let indent = first.len() - first.trim_start().len();
    let below = lines.take_while(|line| line.len() - line.trim_start().len() > indent);
    std::iter::once(first).chain(below).fold(String::new(), |out, line| out + &line[indent..] + "\n")
}

#[test]
fn the_static_file_says_little() {
    let (fixed, _) = files(json!({}));
    expect![[""]].assert_eq(&fixed);
}

#[test]
fn the_console_is_for_some_networks_and_has_a_standby() {
    let (_, dynamic) = files(json!({ "access": { "console": ["203.0.113.0/28"] } }));
    expect![[""]].assert_eq(&block(&dynamic, "console-https:"));
    expect![[""]].assert_eq(&block(&dynamic, "console-https-networks:"));
    expect![[""]].assert_eq(&block(&dynamic, "wso2_esb_console:"));
    expect![[""]].assert_eq(&block(&dynamic, "wso2_esb_console_active:"));
}

#[test]
fn paths_are_refused_before_hosts_are_served() {
    let (_, dynamic) = files(json!({}));
    expect![[""]].assert_eq(&block(&dynamic, "service-https-refused-0:"));
    expect![[""]].assert_eq(&block(&dynamic, "service-https-refused-1:"));
    expect![[""]].assert_eq(&block(&dynamic, "unknown-https:"));
}

#[test]
fn clients_stay_with_their_node() {
    let (_, dynamic) = files(json!({}));
    expect![[""]].assert_eq(&block(&dynamic, "wso2_esb_https:"));
}

#[test]
fn headers_are_ours_whatever_client_and_node_say() {
    let (_, dynamic) = files(json!({ "balancers": [{ "program": "traefik", "https-port": 8443 }] }));
    expect![[""]].assert_eq(&block(&dynamic, "console-https-headers:"));
}

#[test]
fn hosts_without_nodes_are_left_out() {
    let (_, dynamic) = files(json!({ "nodes": [{ "role": "worker", "address": "192.0.2.21" }] }));
    assert!(dynamic.contains("# mgt.esb.example.com, port 443: left out, because the design has no node with an address for it."));
    assert!(!dynamic.contains("Host(`mgt.esb.example.com`)") && !dynamic.contains("retry"));
    let (fixed, dynamic) = files(json!({ "nodes": [] }));
    assert!(!fixed.contains("entryPoints") && !dynamic.contains("http:"), "{fixed}\n{dynamic}");
}
