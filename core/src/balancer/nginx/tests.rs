use crate::balancer;
use crate::bundle::Content;
use crate::design::Design;
use crate::plan;
use expect_test::{Expect, expect};
use serde_json::{Value, json};

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
fn a_client_stays_by_sticky_where_there_is_one() {
    body(
        nginx("1.29.6"),
        "10-esb-upstreams.conf",
        &expect![[r##"
        # The services over HTTP.
        upstream wso2_esb_http {
            zone       wso2_esb_http 64k;  # what one process learns of a node, all know
            least_conn;                    # a hung node keeps its share of connections; in turn it would get all

            server 192.0.2.21:8280 max_fails=3 fail_timeout=10s;  # worker-1
            server 192.0.2.22:8280 max_fails=3 fail_timeout=10s;  # worker-2

            # The same nodes again, asked only when all above are set aside: a few requests that make nodes drop the
            # connection must not end in 10 s without any node for everybody.
            server 192.0.2.21:8280 backup max_fails=0;
            server 192.0.2.22:8280 backup max_fails=0;

            keepalive         32;   # idle connections that each process keeps
            keepalive_timeout 55s;  # shorter than the node's own: it never closes one that is just being used
        }

        # The services over HTTPS.
        # A client stays with its node: a session that a service behind the transport keeps is known to one node only.
        upstream wso2_esb_https {
            zone       wso2_esb_https 64k;
            least_conn;

            server 192.0.2.21:8243 max_fails=3 fail_timeout=10s route=worker-1;  # worker-1
            server 192.0.2.22:8243 max_fails=3 fail_timeout=10s route=worker-2;  # worker-2

            # The same nodes again, for when all are set aside.
            server 192.0.2.21:8243 backup max_fails=0 route=worker-1;
            server 192.0.2.22:8243 backup max_fails=0 route=worker-2;

            sticky cookie wso2_esb_https_node path=/ httponly secure samesite=lax;

            keepalive         32;
            keepalive_timeout 55s;
        }

        # The management console.
        upstream wso2_esb_console {
            zone wso2_esb_console 64k;

            server 192.0.2.11:9443 max_fails=3 fail_timeout=10s;  # manager-1

            # On standby: asked while those above are down. Sessions of the console start anew there.
            server 192.0.2.12:9443 backup max_fails=0;  # manager-2

            keepalive         16;
            keepalive_timeout 15s;
        }

        # The node that answered, by name; after a retry the last of several addresses. Volatile, because nobody has
        # answered yet when a request comes in.
        map $upstream_addr $wso2_node_address {
            volatile;
            default                         "";
            "~(?<wso2_last_address>[^ ]+)$" $wso2_last_address;
        }
        map $wso2_node_address $wso2_node {
            volatile;
            default         "";
            192.0.2.21:8280 worker-1;
            192.0.2.22:8280 worker-2;
            192.0.2.21:8243 worker-1;
            192.0.2.22:8243 worker-2;
            192.0.2.11:9443 manager-1;
            192.0.2.12:9443 manager-2;
        }
    "##]],
    );
}

#[test]
fn a_client_stays_by_maps_before() {
    let text = file(nginx("1.29.5"), "10-esb-upstreams.conf");
    expect![[r##"
        # NGINX has no `sticky` before 1.29.6. Instead a cookie names the client's node, and each node has a group in which
        # it comes first.

        upstream wso2_esb_https_worker-1 {
            zone              wso2_esb_https_worker-1 64k;
            server            192.0.2.21:8243 max_fails=3 fail_timeout=10s;
            server            192.0.2.22:8243 backup      max_fails=0;
            keepalive         32;
            keepalive_timeout 55s;
        }

        upstream wso2_esb_https_worker-2 {
            zone              wso2_esb_https_worker-2 64k;
            server            192.0.2.22:8243 max_fails=3 fail_timeout=10s;
            server            192.0.2.21:8243 backup      max_fails=0;
            keepalive         32;
            keepalive_timeout 55s;
        }

        # From the cookie to the group; without it, or with one that names no node, wherever there is least to do.
        map $cookie_wso2_esb_https_node $wso2_esb_https_group {
            default  wso2_esb_https;
            worker-1 wso2_esb_https_worker-1;
            worker-2 wso2_esb_https_worker-2;
        }

        # The cookie is sent when another node answered than it names.
        map $wso2_node:$cookie_wso2_esb_https_node $wso2_esb_https_cookie {
            volatile;
            default       "wso2_esb_https_node=$wso2_node; Path=/; HttpOnly; SameSite=Lax; Secure";
            ~^:           "";  # no node answered
            ~^([^:]+):\1$ "";  # the same node
        }
    "##]].assert_eq(between(&text, "# NGINX has no `sticky`", "\n# The management console"));
}

#[test]
fn nodes_by_host_name_are_tied_by_the_clients_address_before() {
    let nodes = json!([{ "role": "worker", "addresses": ["w1.example.com", "w2.example.com"] }]);
    let text = file(json!({ "nodes": nodes, "balancers": [{ "version": "1.22.1" }] }), "10-esb-upstreams.conf");
    expect![[r#"
        upstream wso2_esb_https {
            zone wso2_esb_https 64k;

            # By the client's address: before 1.29.6 NGINX cannot tell which node answered if nodes are known by host name.
            # Clients of one /24 network share a node.
            ip_hash;

            server w1.example.com:8243 max_fails=3 fail_timeout=10s;  # worker-1
            server w2.example.com:8243 max_fails=3 fail_timeout=10s;  # worker-2
    "#]].assert_eq(between(&text, "upstream wso2_esb_https {", "\n    keepalive"));
    assert!(text.contains("wso2_esb_console: left out"), "{text}");
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
fn plus_asks_nodes_for_their_health() {
    let plus = json!({ "balancers": [{ "program": "nginx-plus", "version": "33" }] });
    let services = file(plus.clone(), "esb.https.conf");
    expect![[r#"
        proxy_pass   https://wso2_esb_https;
                # asked before its first request; a reload keeps what is known
                health_check uri=/services/Version interval=5s jitter=1s fails=3 passes=2 match=wso2_transport_alive
                    mandatory persistent;
    "#]]
    .assert_eq(between(&services, "proxy_pass", "    }\n}"));
    let upstreams = file(plus, "10-esb-upstreams.conf");
    assert_eq!(upstreams.matches(" slow_start=30s").count(), 4, "{upstreams}");
    assert!(upstreams.contains("match wso2_servlet_alive") && upstreams.contains("match wso2_transport_alive"));
}

#[test]
fn only_the_products_own_surfaces_are_refused() {
    let deny = |product: &str, release: &str| {
        file(json!({ "product": product, "release": release }), "snippets/wso2-deny.conf")
    };
    let (bus, server, processes) = (deny("esb", "5.0.0"), deny("as", "5.3.0"), deny("bps", "3.6.0"));
    assert!(!bus.contains("registry") && server.contains("|registry)"));
    assert!(!server.contains("BPMN") && processes.contains("BPMN"));
}

#[test]
fn what_a_version_lacks_is_not_written() {
    let common = |version| file(nginx(version), "00-wso2-common.conf");
    assert!(common("1.19.4").contains("ssl_reject_handshake") && !common("1.19.3").contains("ssl_reject_handshake"));
    assert!(common("1.19.3").contains("ssl_certificate     ssl/wrk.crt"));
    assert!(common("1.19.6").contains("http2_max_field_size") && !common("1.19.7").contains("http2_max_field_size"));
    let main = |version| file(nginx(version), "nginx.conf");
    assert!(main("1.9.2").contains("1.15.3 or later") && !main("1.15.3").contains("1.15.3 or later"));
}

#[test]
fn nodes_are_verified_or_said_not_to_be() {
    let towards = |changes| file(changes, "snippets/wso2-upstream-tls.conf");
    assert!(towards(json!({})).contains("proxy_ssl_verify              on;"));
    let unverified = towards(json!({ "tls": { "nodes": "unverified" } }));
    assert!(unverified.contains("NOT verified") && unverified.contains("proxy_ssl_verify off;"));
}

#[test]
fn two_hosts_of_one_name_do_not_meet_on_a_port() {
    let hosts = json!({ "service": "esb.example.com", "console": "esb.example.com" });
    let console = file(json!({ "hosts": hosts }), "mgt.esb.https.conf");
    assert_eq!(console.matches("left out, because another virtual host has this name").count(), 2, "{console}");
    assert!(!console.contains("server {"));
}

#[test]
fn sessions_over_http_are_kept_where_they_are_in_memory() {
    let sticky = |changes| file(changes, "-upstreams.conf").matches("sticky cookie").count();
    let nodes = json!([{ "addresses": "192.0.2.21-22" }]);
    assert_eq!(sticky(json!({})), 1);
    assert_eq!(sticky(json!({ "product": "as", "release": "5.3.0" })), 2);
    assert_eq!(sticky(json!({ "pattern": "sticky-sessions", "nodes": nodes })), 3);
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

#[test]
fn a_session_in_the_address_is_no_trick() {
    let deny = file(json!({ "product": "as", "release": "5.3.0" }), "wso2-deny.conf");
    let trick = between(&deny, "location ~* ", " {");
    assert_eq!(trick, r#"location ~* "(?!^[^;]*/;jsessionid=[0-9A-Za-z._!-]*$)^(?:.*/)?\.{0,2};""#);
}

#[test]
fn nodes_may_ask_admin_services_where_clients_may_not() {
    let design = |name| {
        let nodes = json!([{ "addresses": "192.0.2.11-12" }]);
        file(json!({ "product": "is", "release": "5.7.0", "pattern": "symmetric", "nodes": nodes }), name)
    };
    let common = design("00-wso2-common.conf");
    assert!(common.contains("    192.0.2.11/32 0;\n    192.0.2.12/32 0;\n"), "{common}");
    let refused = between(&common, "map $wso2_stranger_0$uri", "\n}");
    assert!(refused.contains("~*^1") && refused.contains("/services"), "{refused}");
    assert!(refused.contains("|RemoteUserStoreManagerService|"), "{refused}");
    let deny = design("wso2-deny.conf");
    assert!(deny.contains("if ($wso2_refused_0) { return 404; }") && deny.contains("carbon|"), "{deny}");
}
