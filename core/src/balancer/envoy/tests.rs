use crate::balancer;
use crate::bundle::Content;
use crate::design::Design;
use crate::format::yaml::{Document, Node};
use crate::plan;
use expect_test::expect;
use serde_json::{Value, json};

/// The files of a design with some settings changed, as folder, path and text.
fn files(changes: Value) -> Vec<(String, String)> {
    let mut design = json!({
        "format": 1, "name": "test", "product": "esb", "release": "5.0.0", "pattern": "worker-manager-2",
        "balancers": [{ "program": "envoy" }],
        "nodes": [{ "role": "manager", "addresses": "192.0.2.11-12" }, { "role": "worker", "addresses": "192.0.2.21-22" }],
    });
    for (key, value) in changes.as_object().unwrap() {
        design[key] = value.clone();
    }
    let design: Design = serde_json::from_value(design).unwrap();
    let files = balancer::artifacts(&plan::resolve(&design).output.unwrap());
    let text = |content| match content {
        Content::Whole(text) => text.to_string(),
        Content::Stock(_) => panic!("not a file of our own"),
    };
    files.into_iter().map(|file| (format!("{}{}", file.owner.folder(), file.path), text(file.content))).collect()
}

fn file(changes: Value, path: &str) -> String {
    let files = files(changes);
    files.into_iter().find(|(at, _)| at.ends_with(path)).unwrap_or_else(|| panic!("no file {path}")).1
}

/// The lines from one with a text on until another one, as far to the left as the first of them.
fn between(text: &str, from: &str, until: &str) -> String {
    let lines: Vec<&str> =
        text.lines().skip_while(|line| !line.contains(from)).take_while(|line| !line.contains(until)).collect();
    let indent = lines[0].len() - lines[0].trim_start().len();
    let lines: Vec<&str> = lines.iter().map(|line| line.get(indent..).unwrap_or_default()).collect();
    lines.join("\n").trim_end().to_owned()
}

#[test]
fn each_front_has_its_own_hosts_only() {
    let both = json!([{ "program": "envoy" }, { "program": "envoy" }]);
    let names: Vec<String> =
        files(json!({ "pattern": "worker-manager-3", "balancers": both })).into_iter().map(|(path, _)| path).collect();
    expect![[r#"
        balancers/worker-lb/envoy.yaml
        balancers/worker-lb/listeners.yaml
        balancers/worker-lb/clusters.yaml
        balancers/worker-lb/secrets/wrk.yaml
        balancers/worker-lb/secrets/ca.yaml
        balancers/worker-lb/wso2.lua
        balancers/worker-lb/test.sh
        balancers/worker-lb/envoy.service
        balancers/manager-lb/envoy.yaml
        balancers/manager-lb/listeners.yaml
        balancers/manager-lb/clusters.yaml
        balancers/manager-lb/secrets/mgt.yaml
        balancers/manager-lb/secrets/ca.yaml
        balancers/manager-lb/wso2.lua
        balancers/manager-lb/test.sh
        balancers/manager-lb/envoy.service"#]]
    .assert_eq(&names.join("\n"));
}

#[test]
fn says_what_it_is() {
    let text = file(json!({ "balancers": [{ "program": "envoy", "version": "1.38.0" }] }), "listeners.yaml");
    expect![[r#"
        # What clients reach: ports, host names, and what happens to a request.
        #
        # WSO2 Enterprise Service Bus 5.0.0, worker/manager pattern 2; design `test`, load balancer `lb`.
        # Written for Envoy 1.38.0 by wso2-design: change the design, not this file."#]]
    .assert_eq(text.split_once("\n\n").unwrap().0);
}

#[test]
fn every_file_is_yaml_with_unique_keys() {
    for (path, text) in files(json!({})).into_iter().filter(|(path, _)| path.ends_with(".yaml")) {
        let document = Document::parse(&text).unwrap_or_else(|fault| panic!("{path}: {fault:?}"));
        unique(document.root().unwrap(), &path);
    }
}

/// Of two equal keys Envoy takes the last one without a word.
fn unique(node: &Node, path: &str) {
    for (number, pair) in node.pairs().iter().enumerate() {
        let key = pair.key.scalar();
        assert!(node.pairs()[..number].iter().all(|other| other.key.scalar() != key), "{path}: {key:?} twice");
        unique(&pair.value, path);
    }
    node.items().iter().for_each(|item| unique(item, path));
}

#[test]
fn tells_the_script_what_it_must_know() {
    let nodes = json!([
        { "role": "manager", "addresses": "192.0.2.11-12" },
        { "role": "worker", "name": "null", "address": "worker.example.com" },
        { "role": "worker", "name": "y", "address": "2001:db8::22" },
    ]);
    let text = file(json!({ "nodes": nodes }), "listeners.yaml");
    let secure = &text[text.find("name: wrk-443\n").unwrap()..];
    expect![[r#"
        filter_context:
          # Redirects of a node name its own ports: where they lead to this host, the client gets the
          # public ones, each scheme its own.
          host: esb.wso2.com
          "to http": "http://esb.wso2.com"
          "to https": "https://esb.wso2.com"
          "port 80": true
          "port 443": true
          "port 8243": true
          "port 8280": true

          # A client stays with its node: a session that a service behind the transport keeps is known
          # to one node only.
          cookie: wso2_esb_https_node
          attributes: "; Path=/; HttpOnly; SameSite=Lax; Secure"
          # Nodes that are named by host names are not here: only Envoy knows their addresses, which
          # it writes into the cookie.
          "node y": "[2001:db8::22]:8243""#]]
    .assert_eq(&between(secure, "filter_context", "# Set here"));
    let session = json!({ "product": "as", "release": "5.3.0", "pattern": "symmetric", "nodes": [{ "addresses": "192.0.2.21-22" }],
                          "balancers": [{ "program": "envoy", "stay-by": "session" }] });
    let text = file(session, "listeners.yaml");
    let secure = &text[text.find("name: wrk-443\n").unwrap()..];
    expect![[r##"
        # A client stays with its node: HTTP sessions of web applications are in one node's memory.
        # The id of a session ends with its node's name (jvmRoute of catalina-server.xml).
        cookie: JSESSIONID
        "in session": true
        "node node-1": "192.0.2.21:9443"
        "node node-2": "192.0.2.22:9443""##]]
    .assert_eq(&between(secure, "# A client stays", "# Set here"));
}

#[test]
fn a_session_that_names_its_node_is_of_no_use_where_only_envoy_knows_the_address() {
    let session = json!({ "product": "as", "release": "5.3.0", "pattern": "symmetric",
                          "nodes": [{ "address": "192.0.2.21" }, { "address": "worker.example.com" }],
                          "balancers": [{ "program": "envoy", "stay-by": "session" }] });
    let text = file(session, "listeners.yaml");
    assert!(text.contains("cookie: wso2_as_https_node") && !text.contains("JSESSIONID"));
}

#[test]
fn networks_that_may_do_more_are_tagged() {
    let text = file(json!({ "access": { "console": ["192.0.2.0/24", "2001:db8::/32"] } }), "listeners.yaml");
    let console = &text[text.find("stat_prefix: mgt-443\n").unwrap()..];
    expect![[r#"
        - name: envoy.filters.http.ip_tagging
          typed_config:
            "@type": type.googleapis.com/envoy.extensions.filters.http.ip_tagging.v3.IPTagging
            request_type: BOTH
            ip_tags:
              - ip_tag_name: networks-0
                ip_list:
                  - {address_prefix: 192.0.2.0, prefix_len: 24}
                  - {address_prefix: "2001:db8::", prefix_len: 32}"#]]
    .assert_eq(&between(console, "- name: envoy.filters.http.ip_tagging", "# Keeps"));
    expect![[r##"
        # Open to some networks only.
        - match:
            prefix: /
            headers:
              - name: x-envoy-ip-tags
                string_match: {safe_regex: {regex: "(?:.*,)?networks-0(?:,.*)?"}}
                invert_match: true
                treat_missing_header_as_empty: true
          direct_response: {status: 403}"##]]
    .assert_eq(&between(console, "# Open to", "# A body"));
    assert!(!file(json!({}), "listeners.yaml").contains("ip_tagging"));
}

#[test]
fn a_node_on_standby_is_of_a_second_rank() {
    let text = file(json!({}), "clusters.yaml");
    let console = &text[text.find("cluster_name: wso2_esb_console\n").unwrap()..];
    expect![[r#"
        cluster_name: wso2_esb_console
              endpoints:
                - priority: 0
                  lb_endpoints:
                    - endpoint: {address: {socket_address: {address: 192.0.2.11, port_value: 9443}}}
                      metadata: {filter_metadata: {wso2: {node: manager-1}}}
                # Asked only while the others are down.
                - priority: 1
                  lb_endpoints:
                    - endpoint: {address: {socket_address: {address: 192.0.2.12, port_value: 9443}}}
                      metadata: {filter_metadata: {wso2: {node: manager-2}}}
    "#]]
    .assert_eq(console);
    assert!(file(json!({}), "listeners.yaml").contains("previous_priorities"));
    let active = json!({ "managers": "active-active" });
    assert!(!file(active.clone(), "clusters.yaml").contains("priority: 1"));
    assert!(!file(active, "listeners.yaml").contains("previous_priorities"));
}

#[test]
fn a_certificate_that_proves_nothing_is_not_asked_for() {
    let text = file(json!({ "tls": { "nodes": "unverified" } }), "clusters.yaml");
    assert!(text.contains("# NOT verified") && !text.contains("combined_validation_context"));
    let paths: Vec<String> =
        files(json!({ "tls": { "nodes": "unverified" } })).into_iter().map(|(path, _)| path).collect();
    assert!(!paths.iter().any(|path| path.ends_with("secrets/ca.yaml")), "{paths:?}");
}

#[test]
fn sends_http_on_to_the_port_that_https_has() {
    let text = file(
        json!({ "balancers": [{ "program": "envoy", "redirect-http": true, "http-port": 8080, "https-port": 8443 }] }),
        "listeners.yaml",
    );
    let plain = between(&text, "name: wrk-8080", "- name: mgt-8080");
    expect![[r#"
        - name: wrk-8080
          domains: [esb.wso2.com]
          # 308 lets a POST stay a POST; the name is fixed, so that no request decides where it leads.
          routes:
            - match: {prefix: /}
              redirect:
                https_redirect: true
                host_redirect: esb.wso2.com
                port_redirect: 8443
                response_code: PERMANENT_REDIRECT"#]]
    .assert_eq(&plain);
}

#[test]
fn what_has_no_node_is_left_out_and_said() {
    let only = json!({ "nodes": [{ "role": "worker", "addresses": "192.0.2.21-22" }] });
    let text = file(only.clone(), "listeners.yaml");
    expect![[r#"
        # mgt.esb.wso2.com, port 80: left out, because the design has no node with an address for it.
        # mgt.esb.wso2.com, port 443: left out, because the design has no node with an address for it."#]]
    .assert_eq(&between(&text, "# mgt", "resources:"));
    assert!(!text.contains("name: mgt-"));
    assert!(file(only, "clusters.yaml").contains("# wso2_esb_console is left out"));
}

#[test]
fn bodies_that_are_held_have_room() {
    let large = json!({ "balancers": [{ "program": "envoy", "body-limit": 4096 }] });
    let text = file(large, "listeners.yaml");
    assert!(text.contains("{start: 4294967297, end: 9223372036854775807}"));
    assert!(text.contains("max_request_bytes: 67108864") && text.contains("longer than 64 MB"));
}

#[test]
fn listens_on_both_families_where_it_has_an_address_of_the_second() {
    let text = file(json!({ "balancers": [{ "program": "envoy", "address": "2001:db8::1" }] }), "listeners.yaml");
    expect![[r#"
        address:
          socket_address:
            address: "::"
            ipv4_compat: true  # IPv4 as well
            port_value: 80"#]]
    .assert_eq(&between(&text, "    address:", "    per_connection"));
}

#[test]
fn a_version_that_does_not_read_these_files_is_named() {
    let too_old = super::BALANCER.too_old;
    assert_eq!(too_old(crate::value::Version::new(1, 35, 9)), Some(super::OLDEST));
    assert_eq!(too_old(crate::value::Version::new(1, 36, 0)), None);
}
