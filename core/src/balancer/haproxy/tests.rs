use crate::balancer;
use crate::bundle::Content;
use crate::design::Design;
use crate::plan;
use expect_test::expect;
use serde_json::{Value, json};

/// The file of a design with some settings changed.
fn file(changes: Value) -> String {
    files(changes).remove(0)
}

fn files(changes: Value) -> Vec<String> {
    let mut design = json!({
        "format": 1, "name": "test", "product": "esb", "release": "5.0.0", "pattern": "worker-manager-2",
        "hosts": { "service": "esb.example.com", "console": "mgt.example.com" },
        "nodes": [{ "role": "manager", "addresses": "192.0.2.11-12" }, { "role": "worker", "addresses": "192.0.2.21-22" }],
        "balancers": [{ "program": "haproxy" }],
    });
    for (key, value) in changes.as_object().unwrap() {
        design[key] = value.clone();
    }
    let design: Design = serde_json::from_value(design).unwrap();
    let files = balancer::artifacts(&plan::resolve(&design).output.unwrap());
    let text = |file: crate::bundle::Artifact| match file.content {
        Content::Whole(text) if file.path == "haproxy.cfg" => text.to_string(),
        _ => panic!("{} is not the one file", file.path),
    };
    files.into_iter().map(text).collect()
}

fn haproxy(more: Value) -> Value {
    let mut balancer = json!({ "program": "haproxy" });
    for (key, value) in more.as_object().unwrap() {
        balancer[key] = value.clone();
    }
    json!({ "balancers": [balancer] })
}

/// What stands from one text on until another one.
fn between<'t>(text: &'t str, from: &str, until: &str) -> &'t str {
    let text = &text[text.find(from).unwrap_or_else(|| panic!("no {from} in {text}"))..];
    &text[..text.find(until).unwrap_or_else(|| panic!("no {until} in {text}"))]
}

/// Lines of a section without the four blanks that each begins with.
fn outdented(lines: &str) -> String {
    lines.trim_start_matches("    ").replace("\n    ", "\n")
}

fn section<'t>(text: &'t str, head: &str) -> &'t str {
    let text = &text[text.find(&format!("\n{head}\n")).unwrap_or_else(|| panic!("no {head} in {text}")) + 1..];
    let end = text.match_indices("\n\n").find(|(at, _)| !text[at + 2..].starts_with(' '));
    end.map_or(text, |(at, _)| &text[..at + 1])
}

#[test]
fn says_what_it_is() {
    expect![[r#"
        # Where requests come in, and the nodes that they go to.
        #
        # WSO2 Enterprise Service Bus 5.0.0, worker/manager pattern 2; design `test`, load balancer `lb`.
        # Written for HAProxy 2.6 by wso2-design: change the design, not this file.
    "#]]
    .assert_eq(&(between(&file(haproxy(json!({ "version": "2.6" }))), "# ", "\n\n").to_owned() + "\n"));
}

#[test]
fn each_front_has_its_own_hosts_only() {
    let both =
        json!({ "pattern": "worker-manager-3", "balancers": [{ "program": "haproxy" }, { "program": "haproxy" }] });
    let backends = |text: &String| -> Vec<String> {
        text.lines().filter_map(|line| line.strip_prefix("backend ")).map(str::to_owned).collect()
    };
    let all: Vec<Vec<String>> = files(both).iter().map(backends).collect();
    assert_eq!(all, [vec!["wso2_esb_http", "wso2_esb_https"], vec!["wso2_esb_console"]]);
}

#[test]
fn requests_come_in() {
    let design = haproxy(json!({ "address": "2001:db8::5", "https-port": 8443 }));
    expect![[r#"
        frontend public
            bind :80
            bind [::]:80 v6only
            bind :8443 ssl strict-sni crt ssl/wrk.pem crt ssl/mgt.pem alpn h2,http/1.1
            bind [::]:8443 v6only ssl strict-sni crt ssl/wrk.pem crt ssl/mgt.pem alpn h2,http/1.1

            # A number of each request alone, for logs and nodes.
            unique-id-format %[uuid()]

            # The host name, in whatever way it is written.
            http-request set-var(txn.host) req.fhdr(host),field(1,:),rtrim(.),lower
            acl tls ssl_fc
            acl service_host var(txn.host) -m str -- esb.example.com
            acl console_host var(txn.host) -m str -- mgt.example.com

            # One that is not served here reaches no node, nor does a request over a TLS session for another one.
            http-request deny status 421 content-type application/json lf-string '{"error":"misdirected request","id":"%ID"}' unless service_host or console_host
            http-request deny status 421 content-type application/json lf-string '{"error":"misdirected request","id":"%ID"}' if tls !{ ssl_fc_sni,lower,strcmp(txn.host) eq 0 }

            # The path, decoded once, as a node does it. Refused is one that does not decode, has control characters, or `.`
            # or `..` for a segment: programs resolve those before they ask, and who does not wants to get past what follows.
            http-request set-var(txn.path) 'path,url_dec,regsub("[/\\\\]+",/,g)'
            acl unclear_path var(txn.path) -m reg -- '[\x00-\x1f\x7f]|/\.\.?(?:/|$)'
            http-request deny deny_status 400 unless { var(txn.path) -m found }
            http-request deny deny_status 400 if unclear_path

            # Not for a client to say at all; the two with certificates sign in where a node trusts its load balancer.
            http-request del-header Forwarded
            http-request del-header X-Forwarded-Prefix
            http-request del-header X-Forwarded-Ssl
            http-request del-header X-Original-URL
            http-request del-header X-Rewrite-URL
            http-request del-header X-SSL-CERT
            http-request del-header X-WSO2-CLIENT-CERTIFICATE
            http-request del-header Proxy
            # Said here, whatever the client said; what depends on the host name is said in its back end.
            http-request set-header X-Real-IP       %[src]
            http-request set-header X-Forwarded-For %[src]
            http-request set-header X-Request-ID    %[unique-id]
            # WebSocket, and no other protocol that a client asks to change to: no path would be looked at any more.
            acl websocket req.fhdr(Upgrade) -m str -i -- websocket
            http-request set-header Upgrade websocket if websocket
            http-request del-header Upgrade unless websocket

            # What was sent already is sent to another node only where it may be carried out twice: a POST never is.
            acl idempotent method GET HEAD OPTIONS TRACE PUT DELETE
            http-request disable-l7-retry unless idempotent

            # What tells an attacker what runs on the nodes.
            http-response del-header Server
            http-response del-header X-Powered-By

            # 308 lets a POST stay a POST; the name is fixed, so that no request decides where it leads.
            http-request redirect prefix https://mgt.example.com:8443 code 308 if !tls console_host

            use_backend wso2_esb_http    if !tls service_host  # The services over HTTP
            use_backend wso2_esb_https   if tls  service_host  # The services over HTTPS
            use_backend wso2_esb_console if tls  console_host  # The management console
    "#]].assert_eq(section(&file(design), "frontend public"));
}

#[test]
fn services_over_tls() {
    expect![[r#"
        backend wso2_esb_https
            # A segment that begins with `;`, `.;` or `..;`: Tomcat drops the rest, and may end up in another folder. Only a
            # session id at the very end passes, which is how Tomcat keeps sessions of browsers without cookies.
            acl refused_1 var(txn.path) -m reg -i -- '^(?:[^/]*/)*\.{0,2};'
            acl passes_1  var(txn.path) -m reg -i -- '^[^;]*/;jsessionid=[0-9A-Za-z._!-]*$'
            http-request deny deny_status 400 if refused_1 !passes_1

            # The console, and what it loads and stores; for each tenant too.
            acl refused_2 var(txn.path) -m reg -i -- '^(?:/t(?:;[^/]*)?/[^/]+)?/(?:carbon|fileupload|filedownload)(?:[/;]|$)'
            http-request deny deny_status 404 if refused_2

            # Admin services. One of your own whose name ends so needs another name, or is let through before.
            acl refused_3 var(txn.path) -m reg -i -- '^(?:/t(?:;[^/]*)?/[^/]+)?/services(?:;[^/]*)?/(?:t(?:;[^/]*)?/[^/]+/)?(?:[^/]*(?:Admin|AdminService|Uploader)|RemoteAuthorizationManagerService|RemoteClaimManagerService|RemoteProfileConfigurationManagerService|RemoteTenantManagerService|RemoteUserStoreManagerService|RemoteUserRealmService|UserStoreManagerService|WSRegistryService|LogViewer)(?:[./;]|$)'
            http-request deny deny_status 404 if refused_3

            # 20 MB, where a request declares its length: HAProxy does not count what it passes on in chunks.
            http-request deny deny_status 413 if { req.body_size gt 20971520 }

            http-request set-header Host               esb.example.com
            http-request set-header X-Forwarded-Host   esb.example.com
            http-request set-header X-Forwarded-Server esb.example.com
            http-request set-header X-Forwarded-Proto  https
            http-request set-header X-Forwarded-Port   443

            # Ours instead of the node's, and on errors too.
            http-after-response set-header Strict-Transport-Security max-age=63072000
            # Redirects of a node name its own ports: the client gets the public ones, each scheme its own.
            http-response replace-header Location '(?i)^http://esb\.example\.com(?::(?:80|443|8243|8280))?([/?#].*)?$' 'http://esb.example.com\1'
            http-response replace-header Location '(?i)^https://esb\.example\.com(?::(?:80|443|8243|8280))?([/?#].*)?$' 'https://esb.example.com\1'

            balance leastconn  # a hung node keeps its share of connections; in turn it would get all
            # A client stays with its node: a session that a service behind the transport keeps is known to one node only.
            cookie wso2_esb_https_node insert indirect nocache httponly secure attr SameSite=Lax

            option httpchk
            http-check send meth GET uri /services/Version ver HTTP/1.1 hdr Host esb.example.com
            http-check expect ! status 502-504  # whatever the transport makes of the path, it is not overloaded or starting
            default-server observe layer4 error-limit 3 on-error mark-down  # failed connections put a node aside at once
            default-server slowstart 30s  # a node that comes back is not warm yet
            # A node proves itself by a certificate of the cluster's own authority, for the public host name.
            default-server ssl verify required ca-file ssl/ca.crt verifyhost esb.example.com sni str(esb.example.com) check-sni esb.example.com

            server worker-1 192.0.2.21:8243 cookie worker-1
            server worker-2 192.0.2.22:8243 cookie worker-2
    "#]].assert_eq(section(&file(json!({})), "backend wso2_esb_https"));
}

#[test]
fn the_console_has_a_node_on_standby() {
    let design =
        json!({ "access": { "console": ["192.0.2.0/24", "2001:db8::/32"] }, "tls": { "nodes": "unverified" } });
    expect![[r#"
        backend wso2_esb_console
            # Open to these networks only.
            acl allowed src -- 192.0.2.0/24 2001:db8::/32
            http-request deny deny_status 403 unless allowed

            # 512 MB, where a request declares its length: HAProxy does not count what it passes on in chunks. Composite
            # applications are large.
            http-request deny deny_status 413 if { req.body_size gt 536870912 }

            http-request set-header Host               mgt.example.com
            http-request set-header X-Forwarded-Host   mgt.example.com
            http-request set-header X-Forwarded-Server mgt.example.com
            http-request set-header X-Forwarded-Proto  https
            http-request set-header X-Forwarded-Port   443

            # Ours instead of the node's, and on errors too.
            http-after-response set-header Strict-Transport-Security max-age=63072000
            http-after-response set-header X-Content-Type-Options    nosniff
            http-after-response set-header X-Frame-Options           SAMEORIGIN
            http-after-response set-header Referrer-Policy           strict-origin-when-cross-origin
            # Redirects of a node name its own ports: the client gets the public ones, each scheme its own.
            http-response replace-header Location '(?i)^http://mgt\.example\.com(?::(?:80|443|9443|9763))?([/?#].*)?$' 'http://mgt.example.com\1'
            http-response replace-header Location '(?i)^https://mgt\.example\.com(?::(?:80|443|9443|9763))?([/?#].*)?$' 'https://mgt.example.com\1'

            option httpchk
            http-check send meth GET uri /services/Version ver HTTP/1.1 hdr Host mgt.example.com
            http-check expect status 200
            default-server observe layer4 error-limit 1 on-error mark-down  # failed connections put a node aside at once
            # Once more to the active node, which may have just died with the request: that puts it aside, and the next one is
            # on standby.
            retries 2
            # NOT verified, as the design says (tls.nodes): whoever takes a node's address can read and change what is sent to
            # it. The certificate that the products come with proves nothing: its key is public.
            default-server ssl verify none sni str(mgt.example.com) check-sni mgt.example.com

            server manager-1 192.0.2.11:9443
            # On standby: asked while those above are down. Sessions of the console start anew there.
            server manager-2 192.0.2.12:9443 backup
    "#]].assert_eq(section(&file(design), "backend wso2_esb_console"));
}

#[test]
fn sessions_are_remembered_across_reloads() {
    let text = file(haproxy(json!({ "stay-by": "session" })));
    expect![[r#"
        peers wso2
            peer wso2 abns@wso2-peers
    "#]]
    .assert_eq(section(&text, "peers wso2"));
    assert!(text.contains("\n    localpeer wso2"), "{text}");
    expect![[r#"
            # A client stays with its node: a session that a service behind the transport keeps is known to one node only.
            # By the session that a node began, in its cookie or in the path; clients without one are spread.
            stick-table type string len 128 size 100k expire 1h peers wso2
            stick match          req.cook(JSESSIONID)
            stick match          url_param(jsessionid,;)
            stick store-response res.cook(JSESSIONID)
    "#]]
    .assert_eq(&outdented(between(&text, "    # A client stays", "\n    option httpchk")));
    assert!(!text.contains("\n    cookie ") && !file(json!({})).contains("peer"));
}

#[test]
fn what_a_version_lacks_is_not_written() {
    let with = |version: &str| file(haproxy(json!({ "version": version })));
    assert!(with("2.5.2").contains("error-log-format") && !with("2.4.14").contains("error-log-format"));
    assert!(with("2.4.14").contains("idle-close-on-response") && !with("2.5.1").contains("idle-close-on-response"));
    assert!(with("2.3").contains("2.4.0 or later") && !with("2.4").contains("2.4.0 or later"));
}

#[test]
fn one_node_is_not_put_aside_by_what_is_seen_of_it() {
    let nodes = json!([{ "role": "manager", "address": "192.0.2.11" }, { "role": "worker", "address": "192.0.2.21" }]);
    let text = file(json!({ "nodes": nodes }));
    assert!(!text.contains("mark-down") && !text.contains("balance ") && !text.contains("slowstart"), "{text}");
    assert_eq!(text.matches("\n    server ").count(), 3, "{text}");
}

#[test]
fn who_has_no_node_is_left_out() {
    let text = file(json!({ "nodes": [{ "role": "worker", "addresses": "192.0.2.21-22" }] }));
    assert_eq!(text.matches("left out, because the design has no node").count(), 2, "{text}");
    assert!(
        !text.contains("console_host") && !text.contains("mgt.pem") && !text.contains("wso2_esb_console"),
        "{text}"
    );
}

#[test]
fn nodes_by_host_name_do_not_keep_it_from_starting() {
    let nodes = json!([{ "role": "worker", "addresses": ["w1.example.com", "2001:db8::21"] }]);
    let text = file(json!({ "nodes": nodes }));
    expect![[r#"
            # Host names are looked up once, when HAProxy starts or reloads: a node whose name is unknown then is out until
            # the next reload.
            server worker-1 w1.example.com:8243 cookie worker-1 init-addr libc,none
            server worker-2 [2001:db8::21]:8243 cookie worker-2"#]]
    .assert_eq(&outdented(between(&text[text.find("\nbackend wso2_esb_https").unwrap()..], "    # Host names", "\n\n")));
}

#[test]
fn many_networks_are_on_many_lines() {
    let networks: Vec<String> = (0..100).map(|number| format!("10.{number}.0.0/16")).collect();
    let text = file(json!({ "access": { "console": networks } }));
    let lines: Vec<&str> = text.lines().filter(|line| line.starts_with("    acl allowed ")).collect();
    assert_eq!(lines.len(), 13);
    // HAProxy reads 64 words of a line.
    assert!(text.lines().all(|line| line.trim_start().starts_with('#') || line.split_whitespace().count() < 64));
}

#[test]
fn nodes_may_ask_admin_services_where_clients_may_not() {
    let design = json!({
        "product": "is", "release": "5.7.0", "pattern": "symmetric", "nodes": [{ "addresses": "192.0.2.11-12" }],
    });
    let text = file(design);
    assert!(text.contains("acl but_for_3 src -- 192.0.2.11/32 192.0.2.12/32\n"), "{text}");
    assert!(text.contains("deny_status 404 if refused_3 !but_for_3\n"), "{text}");
}

#[test]
fn a_redirect_may_name_the_port_of_the_other_load_balancer() {
    let design = json!({
        "product": "dss", "release": "3.5.1", "pattern": "symmetric", "nodes": [{ "addresses": "192.0.2.11-12" }],
        "balancers": [
            { "program": "haproxy", "serves": "services", "https-port": 8444 },
            { "program": "haproxy", "serves": "console", "https-port": 8445 },
        ],
    });
    let console = files(design).remove(1);
    let expected =
        r"'(?i)^https://mgt\.example\.com(?::(?:80|8444|8445|9443|9763))?([/?#].*)?$' 'https://mgt.example.com:8445\1'";
    assert!(console.contains(expected), "{console}");
}
