use crate::balancer;
use crate::bundle::Content;
use crate::design::Design;
use crate::plan;
use expect_test::{Expect, expect};
use serde_json::{Value, json};

mod affinity;
mod hostile;
mod refusals;
mod versions;

/// The files of a design with one setting changed, as folder, path and text.
fn files(changes: Value) -> Vec<(String, String)> {
    let mut design = json!({
        "format": 1, "name": "test", "product": "esb", "release": "5.0.0", "pattern": "worker-manager-2",
        "nodes": [{ "role": "manager", "addresses": "192.0.2.11-12" }, { "role": "worker", "addresses": "192.0.2.21-22" }],
    });
    for (key, value) in changes.as_object().unwrap() {
        design[key] = value.clone();
    }
    let design: Design = serde_json::from_value(design).unwrap();
    texts(&plan::resolve(&design).output.unwrap())
}

fn texts(plan: &plan::Plan) -> Vec<(String, String)> {
    let text = |content| match content {
        Content::Whole(text) => text.to_string(),
        Content::Stock(_) => panic!("not a file of our own"),
    };
    let files = balancer::artifacts(plan);
    files.into_iter().map(|file| (format!("{}{}", file.owner.folder(), file.path), text(file.content))).collect()
}

fn file(changes: Value, path: &str) -> String {
    let files = files(changes);
    files.into_iter().find(|(at, _)| at.ends_with(path)).unwrap_or_else(|| panic!("no file {path}")).1
}

/// A file without what it says of itself, up to and with the first blank line.
fn body(changes: Value, path: &str, expected: &Expect) {
    let text = file(changes, path);
    expected.assert_eq(text.split_once("\n\n").unwrap().1);
}

/// What stands from one text on until another one.
fn between<'t>(text: &'t str, from: &str, until: &str) -> &'t str {
    let text = &text[text.find(from).unwrap()..];
    &text[..text.find(until).unwrap()]
}

fn nginx(version: &str) -> Value {
    json!({ "balancers": [{ "version": version }] })
}

#[test]
fn each_front_has_its_own_hosts_only() {
    let names: Vec<String> =
        files(json!({ "pattern": "worker-manager-3" })).into_iter().map(|(path, _)| path).collect();
    expect![[r#"
        balancers/worker-lb/nginx.conf
        balancers/worker-lb/conf.d/00-wso2-common.conf
        balancers/worker-lb/conf.d/10-esb-upstreams.conf
        balancers/worker-lb/conf.d/esb.http.conf
        balancers/worker-lb/conf.d/esb.https.conf
        balancers/worker-lb/snippets/wso2-proxy.conf
        balancers/worker-lb/snippets/wso2-upstream-tls.conf
        balancers/worker-lb/snippets/wso2-tls.conf
        balancers/worker-lb/snippets/wso2-errors.conf
        balancers/worker-lb/snippets/wso2-deny.conf
        balancers/manager-lb/nginx.conf
        balancers/manager-lb/conf.d/00-wso2-common.conf
        balancers/manager-lb/conf.d/10-esb-upstreams.conf
        balancers/manager-lb/conf.d/mgt.esb.https.conf
        balancers/manager-lb/snippets/wso2-proxy.conf
        balancers/manager-lb/snippets/wso2-upstream-tls.conf
        balancers/manager-lb/snippets/wso2-tls.conf
        balancers/manager-lb/snippets/wso2-errors.conf"#]]
    .assert_eq(&names.join("\n"));
}

#[test]
fn says_what_it_is() {
    let text = file(nginx("1.22.1"), "esb.https.conf");
    expect![[r#"
        # The services over HTTPS.
        #
        # WSO2 Enterprise Service Bus 5.0.0, worker/manager pattern 2; design `test`, load balancer `lb`.
        # Written for NGINX 1.22.1 by wso2-design: change the design, not this file."#]]
    .assert_eq(text.split_once("\n\n").unwrap().0);
}

#[test]
fn the_service_host_over_tls() {
    body(
        nginx("1.25.1"),
        "esb.https.conf",
        &expect![[r#"
        server {
            listen      443 ssl;
            http2       on;
            server_name esb.wso2.com;
            access_log  /var/log/nginx/esb.https.access.log wso2;

            ssl_certificate     ssl/wrk.crt;
            ssl_certificate_key ssl/wrk.key;
            include             snippets/wso2-tls.conf;

            # A TLS session that was opened for another name must not lead here.
            if ($ssl_server_name !~* ^esb\.wso2\.com$) { return 421; }

            client_max_body_size 20m;  # NGINX's own limit is 1 MB; larger messages are refused with 413
            include              snippets/wso2-errors.conf;
            include              snippets/wso2-deny.conf;

            location / {
                include          snippets/wso2-proxy.conf;
                proxy_set_header Host             esb.wso2.com;  # the public name, whatever the client wrote
                proxy_set_header X-Forwarded-Host esb.wso2.com;

                include        snippets/wso2-upstream-tls.conf;
                proxy_ssl_name esb.wso2.com;  # asked for, and checked: else it is the name of the upstream

                # Ours instead of the node's: browsers ignore some headers that come twice.
                proxy_hide_header Strict-Transport-Security;
                add_header        Strict-Transport-Security max-age=63072000 always;

                # The cookie that ties a client to its node; nothing where the client has it.
                add_header Set-Cookie $wso2_esb_https_cookie always;

                # Redirects of a node name its own ports: the client gets the public ones, each scheme its own.
                proxy_redirect "~*^http://esb\.wso2\.com(?::(?:80|443|8243|8280))?([/?#].*)?$"  http://esb.wso2.com$1;
                proxy_redirect "~*^https://esb\.wso2\.com(?::(?:80|443|8243|8280))?([/?#].*)?$" https://esb.wso2.com$1;

                proxy_pass https://$wso2_esb_https_group;
            }
        }
    "#]],
    );
}

#[test]
fn the_console_host_is_for_some_networks_and_other_ports() {
    let changes = json!({
        "access": { "console": ["192.0.2.0/24"] },
        "balancers": [{ "version": "1.22.1", "https-port": 8443, "address": "2001:db8::1" }],
    });
    body(
        changes,
        "mgt.esb.https.conf",
        &expect![[r##"
        # 308 lets a POST stay a POST; the name is fixed, so that no request decides where it leads.
        server {
            listen      80;
            listen      [::]:80;
            server_name mgt.esb.wso2.com;
            access_log  /var/log/nginx/mgt.esb.http.access.log wso2;
            return      308 https://mgt.esb.wso2.com:8443$request_uri;
        }

        server {
            listen      8443      ssl http2;
            listen      [::]:8443 ssl http2;
            server_name mgt.esb.wso2.com;
            error_log   /var/log/nginx/mgt.esb.https.error.log warn;
            access_log  /var/log/nginx/mgt.esb.https.access.log wso2;

            ssl_certificate     ssl/mgt.crt;
            ssl_certificate_key ssl/mgt.key;
            include             snippets/wso2-tls.conf;

            # A TLS session that was opened for another name must not lead here.
            if ($ssl_server_name !~* ^mgt\.esb\.wso2\.com$) { return 421; }

            client_max_body_size 512m;  # composite applications are large, and NGINX's own limit is 1 MB
            include              snippets/wso2-errors.conf;

            location / {
                allow 192.0.2.0/24;
                deny  all;

                include          snippets/wso2-proxy.conf;
                proxy_set_header Host             mgt.esb.wso2.com:8443;  # the public name, whatever the client wrote
                proxy_set_header X-Forwarded-Host mgt.esb.wso2.com:8443;

                include        snippets/wso2-upstream-tls.conf;
                proxy_ssl_name mgt.esb.wso2.com;  # asked for, and checked: else it is the name of the upstream

                # Ours instead of the node's: browsers ignore some headers that come twice.
                proxy_hide_header X-Content-Type-Options;
                proxy_hide_header X-Frame-Options;
                proxy_hide_header Referrer-Policy;
                add_header        X-Content-Type-Options nosniff                         always;
                add_header        X-Frame-Options        SAMEORIGIN                      always;
                add_header        Referrer-Policy        strict-origin-when-cross-origin always;

                # Redirects of a node name its own ports: the client gets the public ones, each scheme its own.
                proxy_redirect "~*^http://mgt\.esb\.wso2\.com(?::(?:80|8443|9443|9763))?([/?#].*)?$"  http://mgt.esb.wso2.com$1;
                proxy_redirect "~*^https://mgt\.esb\.wso2\.com(?::(?:80|8443|9443|9763))?([/?#].*)?$" https://mgt.esb.wso2.com:8443$1;

                proxy_pass https://wso2_esb_console;
            }
        }
    "##]],
    );
}

#[test]
fn nodes_are_verified_or_said_not_to_be() {
    let verified = file(json!({}), "snippets/wso2-upstream-tls.conf");
    assert!(verified.contains("proxy_ssl_verify              on;"), "{verified}");
    let unverified = file(json!({ "tls": { "nodes": "unverified" } }), "snippets/wso2-upstream-tls-unverified.conf");
    assert!(unverified.contains("NOT VERIFIED") && unverified.contains("proxy_ssl_verify off;"), "{unverified}");
}

#[test]
fn each_upstream_says_for_itself_whether_its_nodes_are_verified() {
    let design = json!({
        "format": 1, "name": "test", "product": "esb", "release": "5.0.0", "pattern": "worker-manager-2",
        "nodes": [{ "role": "manager", "address": "192.0.2.11" }, { "role": "worker", "address": "192.0.2.21" }],
    });
    let mut plan = plan::resolve(&serde_json::from_value(design).unwrap()).output.unwrap();
    let console = plan.fronts[0].upstreams.iter_mut().find(|upstream| upstream.purpose == plan::Purpose::Console);
    console.unwrap().verified = false;
    let texts = texts(&plan);
    let including = |snippet: &str| -> Vec<&str> {
        let including = format!(" snippets/{snippet};");
        texts.iter().filter(|(_, text)| text.contains(&including)).map(|(path, _)| path.as_str()).collect()
    };
    assert_eq!(including("wso2-upstream-tls.conf"), ["balancers/lb/conf.d/esb.https.conf"]);
    assert_eq!(including("wso2-upstream-tls-unverified.conf"), ["balancers/lb/conf.d/mgt.esb.https.conf"]);
    assert_eq!(texts.iter().filter(|(path, _)| path.contains("wso2-upstream-tls")).count(), 2);
}

#[test]
fn a_request_that_was_never_sent_may_be_made_again() {
    let common = file(json!({}), "00-wso2-common.conf");
    expect![[r#"
        map $upstream_connect_time $wso2_on_502 {
            volatile;
            default      @wso2_broken_off;
            "~^[-,: ]*$" @wso2_no_node;
        }
        map $upstream_connect_time $wso2_on_504 {
            volatile;
            default      @wso2_no_answer;
            "~^[-,: ]*$" @wso2_no_node;
        }
    "#]]
    .assert_eq(between(&common, "map $upstream_connect_time $wso2_on_502", "\n# A host name"));
    let expected = expect![[r##"
        # Only errors of the load balancer itself: an answer of a node passes as it is.
        error_page 502 = $wso2_on_502;
        error_page 504 = $wso2_on_504;

        # No node took the request: it may be made again.
        location @wso2_no_node {
            internal;
            default_type application/json;
            add_header   Retry-After   10       always;
            add_header   Cache-Control no-store always;
            return       503 '{"error":"service unavailable","id":"$request_id"}\n';
        }

        # A node broke off, or answered what is no HTTP. No Retry-After: the request may have been carried out.
        location @wso2_broken_off {
            internal;
            default_type application/json;
            add_header   Cache-Control no-store always;
            return       502 '{"error":"no whole answer","id":"$request_id"}\n';
        }

        # No answer in time. No Retry-After: the request may have been carried out.
        location @wso2_no_answer {
            internal;
            default_type application/json;
            add_header   Cache-Control no-store always;
            return       504 '{"error":"no answer in time","id":"$request_id"}\n';
        }
    "##]];
    body(json!({}), "snippets/wso2-errors.conf", &expected);
}

#[test]
fn times_and_sizes_are_those_of_the_design() {
    let changes = json!({ "balancers": [{ "answer-timeout": 61, "body-limit": 7 }] });
    let common = file(changes.clone(), "00-wso2-common.conf");
    assert!(common.contains("proxy_send_timeout    61s;") && common.contains("proxy_read_timeout    61s;"), "{common}");
    // What timed out is not asked of another node, however short that is.
    let again = |seconds: u16| {
        let changes = json!({ "balancers": [{ "answer-timeout": seconds }] });
        let proxy = file(changes, "snippets/wso2-proxy.conf");
        between(&proxy, "proxy_next_upstream_timeout", ";").split_once(' ').unwrap().1.trim().to_owned()
    };
    assert_eq!((again(6).as_str(), again(300).as_str()), ("6s", "10s"));
    assert!(file(changes.clone(), "esb.https.conf").contains("client_max_body_size 7m;"));
    assert!(file(changes, "mgt.esb.https.conf").contains("client_max_body_size 512m;"));
}

#[test]
fn a_web_socket_may_be_silent_for_longer() {
    let nodes = json!([{ "addresses": "192.0.2.11-12" }]);
    let design = json!({ "product": "apim", "release": "3.2.0", "pattern": "symmetric", "nodes": nodes });
    let sockets: Vec<String> =
        files(design).into_iter().filter(|(_, text)| text.contains("3600s")).map(|(path, _)| path).collect();
    assert_eq!(sockets, ["balancers/lb/conf.d/web-socket.apim.https.conf"]);
}

#[test]
fn two_hosts_of_one_name_do_not_meet_on_a_port() {
    let hosts = json!({ "service": "esb.example.com", "console": "esb.example.com" });
    let console = file(json!({ "hosts": hosts }), "mgt.esb.https.conf");
    assert_eq!(console.matches("left out, because another virtual host has this name").count(), 2, "{console}");
    assert!(!console.contains("server {"));
}

#[test]
fn a_redirect_may_name_the_port_of_the_other_load_balancer() {
    let console = file(
        json!({
            "product": "dss", "release": "3.5.1", "pattern": "symmetric", "nodes": [{ "addresses": "192.0.2.11-12" }],
            "balancers": [{ "serves": "services", "https-port": 8444 }, { "serves": "console", "https-port": 8445 }],
        }),
        "mgt.dss.https.conf",
    );
    assert!(console.contains("(?::(?:80|8444|8445|9443|9763))?"), "{console}");
}
