use crate::bundle::Content;
use crate::design::Design;
use crate::plan;
use expect_test::expect;
use serde_json::{Value, json};

/// The Caddyfile of a design, of which `more` says something else.
fn caddyfile(more: Value) -> String {
    let mut design = json!({
        "format": 1, "name": "esb", "product": "esb", "release": "5.0.0", "pattern": "worker-manager-2",
        "hosts": { "service": "esb.example.com", "console": "mgt.esb.example.com" },
        "nodes": [{ "role": "manager", "addresses": "192.0.2.11-12" }, { "role": "worker", "addresses": "192.0.2.21-22" }],
        "balancers": [{ "program": "caddy" }],
    });
    for (key, value) in more.as_object().unwrap() {
        design[key] = value.clone();
    }
    let design: Design = serde_json::from_value(design).unwrap();
    let files = super::super::artifacts(&plan::resolve(&design).output.unwrap());
    let [file] = files.as_slice() else { panic!("{files:?}") };
    assert_eq!(file.path, "Caddyfile");
    match &file.content {
        Content::Whole(text) => text.to_string(),
        Content::Stock(_) => panic!(),
    }
}

/// From the line that begins so, to the end of its block.
fn block(file: &str, begin: &str) -> String {
    let lines = file.lines().skip_while(|line| !line.trim_start().starts_with(begin));
    let mut out = String::new();
    let mut indent = None;
    for line in lines {
        let tabs = line.len() - line.trim_start().len();
        out.push_str(line.get(*indent.get_or_insert(tabs)..).unwrap_or_default());
        out.push('\n');
        if line.trim_start() == "}" && Some(tabs) == indent {
            break;
        }
    }
    out
}

#[test]
fn the_console_is_for_some_networks_and_has_a_standby() {
    let file = caddyfile(json!({ "access": { "console": ["203.0.113.0/28", "2001:db8::/32"] } }));
    let site = block(&file, "https://mgt.esb.example.com {");
    expect![[""]].assert_eq(&block(&site, "route {"));
}

#[test]
fn what_broke_off_is_done_once_more_at_most() {
    let file = caddyfile(json!({}));
    expect![[""]].assert_eq(&block(&file, "(wso2_retry) {"));
    expect![[""]].assert_eq(&block(&file, "(wso2_retry_asked) {"));
    expect![[""]].assert_eq(&block(&file, "(wso2_retry_watched) {"));
}

#[test]
fn clients_read_what_went_wrong() {
    expect![[""]].assert_eq(&block(&caddyfile(json!({})), "(wso2_errors) {"));
}

#[test]
fn other_ports_are_named_wherever_a_client_reads_them() {
    let file = caddyfile(json!({ "balancers": [{ "program": "caddy", "http-port": 8080, "https-port": 8443 }] }));
    for expected in [
        "http://mgt.esb.example.com:8080 {",
        "\tredir https://mgt.esb.example.com:8443{http.request.uri} 308",
        "https://esb.example.com:8443 {",
        "header_up Host esb.example.com:8443",
        "header_up X-Forwarded-Server esb.example.com",
        "header_up X-Forwarded-Port 8443",
        "`(?i)^http://esb\\.example\\.com(?::(?:8080|8243|8280|8443))?([/?#].*)?$` http://esb.example.com:8080$1",
        "http://:8080 {",
        "https://:8443 {",
        "servers :8443 {",
    ] {
        assert!(file.contains(expected), "{expected}\n{file}");
    }
    // Browsers would go to 443.
    assert!(!file.contains("Strict-Transport-Security"));
}

#[test]
fn nodes_that_are_asked_for_their_health_are_not_set_aside_lightly() {
    let asked = caddyfile(json!({ "balancers": [{ "program": "caddy", "health-path": "/health" }] }));
    assert_eq!(asked.matches("import wso2_retry_asked").count(), 3);
    assert_eq!(asked.matches("health_uri /health").count(), 3);
    assert!(!asked.contains("wso2_retry_watched"));
}

#[test]
fn a_node_alone_is_neither_asked_nor_set_aside() {
    let nodes = json!([{ "role": "manager", "address": "192.0.2.11" }, { "role": "worker", "address": "192.0.2.21" }]);
    let file = caddyfile(json!({ "nodes": nodes }));
    for absent in ["wso2_retry", "health_", "lb_policy", "Set-Cookie \""] {
        assert!(!file.contains(absent), "{absent}\n{file}");
    }
}

#[test]
fn certificates_that_are_not_checked_are_said_loudly() {
    let file = caddyfile(json!({ "tls": { "nodes": "unverified" } }));
    assert!(file.contains("# NOT verified") && file.contains("tls_insecure_skip_verify") && !file.contains("ca.crt"));
}

#[test]
fn hosts_without_nodes_are_left_out() {
    let file = caddyfile(json!({ "nodes": [{ "role": "worker", "address": "192.0.2.21" }] }));
    assert!(file.contains("# mgt.esb.example.com, port 443: left out, because the design has no node with an address for it."));
    assert!(!file.contains("mgt.esb.example.com {"));
    let file = caddyfile(json!({ "nodes": [] }));
    assert!(!file.contains("servers :") && !file.contains("http://:80"), "{file}");
}
