use super::*;

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

                keepalive         32;
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
fn sessions_over_http_are_kept_where_they_are_in_memory() {
    let sticky = |changes| file(changes, "-upstreams.conf").matches("sticky cookie").count();
    let nodes = json!([{ "addresses": "192.0.2.21-22" }]);
    assert_eq!(sticky(json!({})), 1);
    assert_eq!(sticky(json!({ "product": "as", "release": "5.3.0" })), 2);
    assert_eq!(sticky(json!({ "pattern": "sticky-sessions", "nodes": nodes })), 3);
}

#[test]
fn a_client_stays_by_its_session_where_the_design_says_so() {
    let upstreams = |version: &str, program: &str| {
        let balancers = json!([{ "program": program, "version": version, "stay-by": "session", "sticky": "always" }]);
        file(json!({ "balancers": balancers }), "10-esb-upstreams.conf")
    };
    let text = upstreams("1.29.6", "nginx");
    expect![[r#"
        upstream wso2_esb_https {
            zone       wso2_esb_https 64k;
            least_conn;

            server 192.0.2.21:8243 max_fails=3 fail_timeout=10s;  # worker-1
            server 192.0.2.22:8243 max_fails=3 fail_timeout=10s;  # worker-2

            # The same nodes again, for when all are set aside.
            server 192.0.2.21:8243 backup max_fails=0;
            server 192.0.2.22:8243 backup max_fails=0;

            # from the node's own cookie: room for about 8 000 sessions, which a restart forgets
            sticky learn create=$upstream_cookie_jsessionid lookup=$cookie_jsessionid zone=wso2_esb_https_sessions:1m
                timeout=1h;
    "#]]
    .assert_eq(between(&text, "upstream wso2_esb_https {", "\n    keepalive"));
    assert!(text.contains("zone=wso2_esb_http_sessions:1m") && !text.contains("route="), "{text}");
    assert!(upstreams("24", "nginx-plus").contains("sticky learn "));
    // Nothing of NGINX's own learns before: the cookie of ours takes its place.
    let before = upstreams("1.29.5", "nginx");
    assert!(!before.contains("sticky learn") && before.contains("map $cookie_wso2_esb_https_node "), "{before}");
}
