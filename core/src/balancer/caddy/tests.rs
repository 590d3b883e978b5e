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
    expect![[r#"
        route {
        	@stranger not remote_ip 203.0.113.0/28 2001:db8::/32
        	respond @stranger 403
        	request_body {
        		max_size 512MiB # larger messages are refused with 413
        	}

        	# WebSocket is passed on, and no other protocol that a client asks to change to.
        	@other_protocol {
        		header Upgrade *
        		not header_regexp Upgrade (?i)^websocket$
        	}
        	request_header @other_protocol -Upgrade

        	reverse_proxy {
        		to https://192.0.2.11:9443 # manager-1
        		# On standby: asked while those above are down. Sessions start anew there.
        		to https://192.0.2.12:9443 # manager-2

        		lb_policy first # the first of the list that is up
        		import wso2_retry_asked

        		health_uri /services/Version
        		health_status 200
        		health_headers {
        			Host mgt.esb.example.com
        		}
        		health_interval 2s
        		health_timeout 2s
        		health_fails 2
        		health_passes 2

        		import wso2_node
        		header_up Host mgt.esb.example.com # the public name, whatever the client wrote
        		header_up X-Forwarded-Host mgt.esb.example.com
        		header_up X-Forwarded-Server mgt.esb.example.com
        		header_up X-Forwarded-Port 443

        		# Redirects of a node name its own ports: the client gets the public ones, each scheme its own.
        		header_down Location `(?i)^http://mgt\.esb\.example\.com(?::(?:80|443|9443|9763))?([/?#].*)?$` http://mgt.esb.example.com$1
        		header_down Location `(?i)^https://mgt\.esb\.example\.com(?::(?:80|443|9443|9763))?([/?#].*)?$` https://mgt.esb.example.com$1

        		stream_close_delay 300s # WebSockets outlive new files for so long
        		transport http {
        			dial_timeout 3s # a host that is gone must not cost a minute
        			response_header_timeout 300s # then 504, and no other node is tried
        			keepalive 15s # shorter than the node's own: it never closes one in use
        			versions 1.1 # WebSocket needs it
        			tls_trust_pool file /etc/caddy/ssl/ca.crt
        			tls_server_name mgt.esb.example.com # asked for, and checked: else it is the node's address
        		}
        	}
        }
    "#]].assert_eq(&block(&site, "route {"));
}

#[test]
fn what_broke_off_is_done_once_more_at_most() {
    let file = caddyfile(json!({}));
    expect![[r#"
        (wso2_retry) {
        	lb_retries 100 # tries that cost nothing: connections that fail, or no node
        	lb_try_interval 25ms
        	lb_try_duration 10s
        	request_buffers 100KB # as much as five digits of Content-Length can say
        	lb_retry_match {
        		expression `{http.reverse_proxy.is_transport_error} == true && method("GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE") && {http.regexp.wso2_once.0} == null && header_regexp("wso2_once", "Content-Length", "^[0-9][0-9]?[0-9]?[0-9]?[0-9]?$")`
        	}
        }
    "#]].assert_eq(&block(&file, "(wso2_retry) {"));
    expect![[r#"
        (wso2_retry_asked) {
        	import wso2_retry
        	max_fails 30
        	fail_duration 2s
        }
    "#]]
    .assert_eq(&block(&file, "(wso2_retry_asked) {"));
    expect![[r#"
        (wso2_retry_watched) {
        	import wso2_retry
        	max_fails 1
        	fail_duration 250ms
        }
    "#]]
    .assert_eq(&block(&file, "(wso2_retry_watched) {"));
}

#[test]
fn clients_read_what_went_wrong() {
    expect![[r#"
        (wso2_errors) {
        	handle_errors 502 503 504 {
        		route {
        			header {
        				Content-Type application/json
        				Cache-Control no-store
        				-Server
        				-Set-Cookie # of nodes that were tried in vain
        			}

        			# No Retry-After where the request may have been carried out.
        			@no_answer expression "{http.error.status_code} == 504"
        			respond @no_answer `{"error":"no answer in time","id":"{http.request.uuid}"}` 504
        			@broken_off expression `{http.error.status_code} == 502 && !string({http.error.message}).startsWith("dial ")`
        			respond @broken_off `{"error":"no whole answer","id":"{http.request.uuid}"}` 502

        			header Retry-After 10
        			respond * `{"error":"service unavailable","id":"{http.request.uuid}"}` 503
        		}
        	}
        }
    "#]]
    .assert_eq(&block(&caddyfile(json!({})), "(wso2_errors) {"));
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
    assert!(
        file.contains(
            "# mgt.esb.example.com, port 443: left out, because the design has no node with an address for it."
        )
    );
    assert!(!file.contains("mgt.esb.example.com {"));
    let file = caddyfile(json!({ "nodes": [] }));
    assert!(!file.contains("servers :") && !file.contains("http://:80"), "{file}");
}
