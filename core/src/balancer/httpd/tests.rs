use crate::balancer::{self, Need};
use crate::bundle::Content;
use crate::design::Design;
use crate::plan::{self, Plan};
use crate::rules;
use expect_test::{Expect, expect};
use serde_json::{Value, json};

mod affinity;

fn plan(changes: Value) -> Plan {
    let mut design = json!({
        "format": 1, "name": "test", "product": "esb", "release": "5.0.0", "pattern": "worker-manager-2",
        "nodes": [{ "role": "manager", "addresses": "192.0.2.11-12" }, { "role": "worker", "addresses": "192.0.2.21-22" }],
        "balancers": [{ "program": "httpd" }],
    });
    for (key, value) in changes.as_object().unwrap() {
        design[key] = value.clone();
    }
    let design: Design = serde_json::from_value(design).unwrap();
    plan::resolve(&design).output.unwrap()
}

/// The files of a design with some settings changed, as path and text.
fn files(changes: Value) -> Vec<(String, String)> {
    let text = |content| match content {
        Content::Whole(text) => text.to_string(),
        Content::Stock(_) => panic!("not a file of our own"),
    };
    let files = balancer::artifacts(&plan(changes));
    files.into_iter().map(|file| (file.path, text(file.content))).collect()
}

fn file(changes: Value, path: &str) -> String {
    files(changes).into_iter().find(|(at, _)| at == path).unwrap_or_else(|| panic!("no file {path}")).1
}

/// A file without what it says of itself, up to and with the first blank line.
fn body(changes: Value, path: &str, expected: &Expect) {
    let text = file(changes, path);
    expected.assert_eq(text.split_once("\n\n").unwrap().1);
}

/// The lines that hold one of these.
fn lines(text: &str, with: &[&str]) -> String {
    let wanted = |line: &&str| with.iter().any(|with| line.contains(with));
    text.lines().filter(wanted).map(|line| format!("{}\n", line.trim())).collect()
}

#[test]
fn is_one_folder_for_every_package() {
    let paths: Vec<String> = files(json!({})).into_iter().map(|(path, _)| path).collect();
    expect![[r#"
        apache2.conf
        conf/httpd.conf
        wso2/common.conf
        wso2/upstreams.conf
        wso2/unknown.conf
        wso2/errors.conf
        wso2/deny.conf
        wso2/esb.http.conf
        wso2/esb.https.conf
        wso2/mgt.esb.https.conf
        wso2/errors/no-node.asis
        wso2/errors/no-answer.asis"#]]
    .assert_eq(&paths.join("\n"));
    body(
        json!({}),
        "conf/httpd.conf",
        &expect![[r#"
        Include apache2.conf
    "#]],
    );
}

#[test]
fn standby_members_wait_one_behind_the_other() {
    let nodes = json!([
        { "role": "manager", "addresses": "192.0.2.11-13" }, { "role": "worker", "addresses": ["2001:db8::21", "worker.example.com"] },
    ]);
    body(
        json!({ "nodes": nodes }),
        "wso2/upstreams.conf",
        &expect![[r#"
            # Host names are looked up anew every minute; requests go elsewhere while one is unknown.

            # Health checks at a time.
            ProxyHCTPsize 16

            # The services over HTTP.
            ProxyHCTemplate wso2_esb_http hcmethod=GET hcuri=/services/Version hcexpr=wso2_answers hcinterval=2 hcfails=2 hcpasses=2
            # connectiontimeout: a host that is gone must not cost a minute. retry: seconds that a node is passed over when it
            # takes no connection, unless all do. ttl: idle connections end here before they end there. responsefieldsize:
            # headers of single sign-on are longer than httpd's 8 kB. No failonstatus: a 5xx of a node is an answer, which a
            # service behind it may have given, and counting it against nodes would take all of them out.
            <Proxy balancer://wso2_esb_http>
                BalancerMember http://[2001:db8::21]:8280 route=worker-1 connectiontimeout=3 retry=10 ttl=55 responsefieldsize=32768 upgrade=websocket hctemplate=wso2_esb_http
                BalancerMember http://worker.example.com:8280 route=worker-2 connectiontimeout=3 retry=10 ttl=55 responsefieldsize=32768 upgrade=websocket addressttl=60 hctemplate=wso2_esb_http
            </Proxy>

            # The services over HTTPS.
            # A client stays with its node: a session that a service behind the transport keeps is known to one node only.
            ProxyHCTemplate wso2_esb_https hcmethod=GET hcuri=/services/Version hcexpr=wso2_answers hcinterval=2 hcfails=2 hcpasses=2
            <Proxy balancer://wso2_esb_https>
                BalancerMember https://[2001:db8::21]:8243 route=worker-1 connectiontimeout=3 retry=10 ttl=55 responsefieldsize=32768 upgrade=websocket hctemplate=wso2_esb_https
                BalancerMember https://worker.example.com:8243 route=worker-2 connectiontimeout=3 retry=10 ttl=55 responsefieldsize=32768 upgrade=websocket addressttl=60 hctemplate=wso2_esb_https
            </Proxy>

            # The management console.
            ProxyHCTemplate wso2_esb_console hcmethod=GET hcuri=/services/Version hcexpr=wso2_succeeds hcinterval=2 hcfails=2 hcpasses=2
            <Proxy balancer://wso2_esb_console>
                BalancerMember https://192.0.2.11:9443 route=manager-1 connectiontimeout=3 retry=10 ttl=15 responsefieldsize=32768 upgrade=websocket hctemplate=wso2_esb_console
                # On standby, one behind the other: asked while those before are down. Sessions of the console start anew there.
                BalancerMember https://192.0.2.12:9443 route=manager-2 lbset=1 connectiontimeout=3 retry=10 ttl=15 responsefieldsize=32768 upgrade=websocket hctemplate=wso2_esb_console
                BalancerMember https://192.0.2.13:9443 route=manager-3 lbset=2 connectiontimeout=3 retry=10 ttl=15 responsefieldsize=32768 upgrade=websocket hctemplate=wso2_esb_console
            </Proxy>

            # Seconds for a health check, so that a hung node does not hang it: it goes by the server's own limit, and a request
            # by its host's. Here at the end, because a member takes over what stands before it, or has a `timeout` of its own,
            # and hands it to its health check.
            ProxyTimeout 2
        "#]],
    );
}

#[test]
fn a_member_has_no_timeout_of_its_own_as_its_health_check_would_take_it() {
    let all = json!([{ "program": "httpd", "answer-timeout": 77 }]);
    let upstreams = file(json!({ "balancers": all }), "wso2/upstreams.conf");
    assert!(!upstreams.contains(" timeout="), "{upstreams}");
    assert!(upstreams.find("ProxyTimeout 2\n").unwrap() > upstreams.rfind("BalancerMember").unwrap());
    assert!(file(json!({ "balancers": all }), "wso2/esb.https.conf").contains("ProxyTimeout 77\n"));
    assert!(!file(json!({ "balancers": all }), "wso2/common.conf").contains("ProxyTimeout"));
}

#[test]
fn the_method_stands_where_httpd_heeds_it() {
    let heard = file(json!({}), "wso2/esb.http.conf");
    assert!(
        heard.contains("ProxyPass / balancer://wso2_esb_http/ lbmethod=bybusyness maxattempts=1 nocanon\n"),
        "{heard}"
    );
    assert!(!file(json!({}), "wso2/upstreams.conf").contains("lbmethod"));
}

#[test]
fn web_sockets_have_members_of_their_own_before_2_4_47() {
    let of = |version: &str| json!({ "balancers": [{ "program": "httpd", "version": version }] });
    let tunnel = |version| lines(&file(of(version), "wso2/upstreams.conf"), &["_ws", "wss://", "upgrade="]);
    expect![[r#"
        <Proxy balancer://wso2_esb_http_ws>
        <Proxy balancer://wso2_esb_https_ws>
        BalancerMember wss://192.0.2.21:8243 route=worker-1 connectiontimeout=3 retry=10 ttl=55
        BalancerMember wss://192.0.2.22:8243 route=worker-2 connectiontimeout=3 retry=10 ttl=55
        <Proxy balancer://wso2_esb_console_ws>
        BalancerMember wss://192.0.2.11:9443 route=manager-1 connectiontimeout=3 retry=10 ttl=15
        BalancerMember wss://192.0.2.12:9443 route=manager-2 lbset=1 connectiontimeout=3 retry=10 ttl=15
    "#]]
    .assert_eq(&tunnel("2.4.46"));
    expect![[r#"
        BalancerMember http://192.0.2.21:8280 route=worker-1 connectiontimeout=3 retry=10 ttl=55 responsefieldsize=32768 upgrade=websocket hctemplate=wso2_esb_http
        BalancerMember http://192.0.2.22:8280 route=worker-2 connectiontimeout=3 retry=10 ttl=55 responsefieldsize=32768 upgrade=websocket hctemplate=wso2_esb_http
        BalancerMember https://192.0.2.21:8243 route=worker-1 connectiontimeout=3 retry=10 ttl=55 responsefieldsize=32768 upgrade=websocket hctemplate=wso2_esb_https
        BalancerMember https://192.0.2.22:8243 route=worker-2 connectiontimeout=3 retry=10 ttl=55 responsefieldsize=32768 upgrade=websocket hctemplate=wso2_esb_https
        BalancerMember https://192.0.2.11:9443 route=manager-1 connectiontimeout=3 retry=10 ttl=15 responsefieldsize=32768 upgrade=websocket hctemplate=wso2_esb_console
        BalancerMember https://192.0.2.12:9443 route=manager-2 lbset=1 connectiontimeout=3 retry=10 ttl=15 responsefieldsize=32768 upgrade=websocket hctemplate=wso2_esb_console
    "#]].assert_eq(&tunnel("2.4.47"));
    let host = |version| lines(&file(of(version), "wso2/esb.https.conf"), &["_ws", "websocket"]);
    expect![[r#"
        RewriteCond %{HTTP:Upgrade} ^websocket$ [NC]
        RewriteRule ^/(.*) balancer://wso2_esb_https_ws/$1 [P]
    "#]]
    .assert_eq(&host("2.4.46"));
    assert_eq!(host("2.4.47"), "");
    assert!(file(of("2.4.46"), "apache2.conf").contains("mod_proxy_wstunnel.so"));
}

#[test]
fn a_service_host_over_tls() {
    let said = json!({ "access": { "console": ["198.51.100.0/24", "2001:db8::/32"] } });
    body(
        said.clone(),
        "wso2/esb.https.conf",
        &expect![[r#"
            <VirtualHost *:443>
                ServerName esb.wso2.com
                CustomLog  ${WSO2_LOGS}/esb.https.access.log wso2

                SSLEngine             On
                SSLCertificateFile    ssl/wrk.crt
                SSLCertificateKeyFile ssl/wrk.key

                # `%2F` is decoded where paths are compared, and else httpd knows no path with it.
                AllowEncodedSlashes On
                Include             wso2/errors.conf
                # A TLS session that was opened for another name must not lead here.
                RewriteCond %{SSL:SSL_TLS_SNI} "!^esb\.wso2\.com$" [NC]
                RewriteRule ^ - [R=421]
                # 20 MB, as far as the length is declared: LimitRequestBody does not heed what is sent on, and what comes in
                # chunks is limited by the node.
                RewriteCond expr "req_novary('Content-Length') -gt 20971520"
                RewriteRule ^ - [R=413]
                Include     wso2/deny.conf

                # Set here, never taken over from a client. Behind another proxy let mod_remoteip find the client's address
                # first.
                RequestHeader set Host esb.wso2.com
                RequestHeader set X-Real-IP expr=%{REMOTE_ADDR}
                RequestHeader set X-Forwarded-For expr=%{REMOTE_ADDR}
                RequestHeader set X-Forwarded-Host esb.wso2.com
                RequestHeader set X-Forwarded-Server esb.wso2.com
                RequestHeader set X-Forwarded-Proto https
                RequestHeader set X-Forwarded-Port 443
                RequestHeader set X-Request-ID expr=%{reqenv:UNIQUE_ID}

                # Ours instead of the node's: browsers ignore some headers that come twice.
                Header unset Strict-Transport-Security
                Header always set Strict-Transport-Security max-age=63072000

                # The cookie that ties a client to its node: what follows the dot. Nothing where the client has it.
                Header always add Set-Cookie "wso2_esb_https_node=.%{BALANCER_WORKER_ROUTE}e; Path=/; HttpOnly; SameSite=Lax; Secure" env=BALANCER_ROUTE_CHANGED

                # Redirects of a node name its own ports: the client gets the public ones, each scheme its own.
                Header edit Location "(?i)^http://esb\.wso2\.com(?::(?:80|443|8243|8280))?([/?#].*)?$" http://esb.wso2.com$1
                Header edit Location "(?i)^https://esb\.wso2\.com(?::(?:80|443|8243|8280))?([/?#].*)?$" https://esb.wso2.com$1

                # Between two reads or writes: the longest that a service may think.
                ProxyTimeout 300
                # Where there is least to do: a hung node keeps its share of requests. The path as the client wrote it: a node
                # shall decode it, once.
                ProxyPass / balancer://wso2_esb_https/ lbmethod=bybusyness maxattempts=1 stickysession=wso2_esb_https_node nocanon
            </VirtualHost>
        "#]],
    );
    let console = file(said, "wso2/mgt.esb.https.conf");
    expect![[r#"
        Include     wso2/errors.conf
        RewriteCond %{THE_REQUEST} "^\S+ (?:https?://[^/?\s]*)?([^?\s]*)"
        RewriteRule ^ https://mgt.esb.wso2.com%1 [R=308,NE]
        Include             wso2/errors.conf
        RewriteCond expr "req_novary('Content-Length') -gt 536870912"
        RewriteRule ^ - [R=413]
        Require ip 198.51.100.0/24
        Require ip 2001:db8::/32
        # Redirects of a node name its own ports: the client gets the public ones, each scheme its own.
    "#]]
    .assert_eq(&lines(&console, &["Require", "Redirect", "R=308", "THE_REQUEST", "Include", "13", "-gt"]));
}

#[test]
fn refusals_let_some_networks_through() {
    let identity = json!({
        "product": "is", "release": "5.8.0", "pattern": "symmetric", "nodes": [{ "addresses": ["192.0.2.21", "2001:db8::22"] }],
    });
    let deny = file(identity, "wso2/deny.conf");
    expect![[r#"
        RewriteCond %{REQUEST_URI} !^[^;]*/;jsessionid=[0-9A-Za-z._!-]*$ [NC]
        RewriteRule ^(?:/t(?:;[^/]*)?/[^/]+)?/(?:carbon|fileupload|filedownload|registry)(?:[/;]|$) - [NC,R=404]
        RewriteCond expr "! -R '192.0.2.21/32'"
        RewriteCond expr "! -R '2001:db8::22/128'"
    "#]]
    .assert_eq(&lines(&deny, &["RewriteCond", "Parameters", "carbon"]));
}

#[test]
fn nothing_is_verified_where_the_design_says_so() {
    let nodes = lines(&file(json!({ "tls": { "nodes": "unverified" } }), "wso2/common.conf"), &["SSLProxy", "NOT"]);
    expect![[r#"
        SSLProxyEngine   On
        SSLProxyProtocol -all +TLSv1.2 +TLSv1.3
        # NOT verified, as the design says (tls.nodes): whoever takes a node's address can read and change what is sent to
        SSLProxyVerify          none
        SSLProxyCheckPeerName   Off
        SSLProxyCheckPeerCN     Off
        SSLProxyCheckPeerExpire Off
    "#]].assert_eq(&nodes);
}

#[test]
fn listens_on_both_kinds_of_addresses_where_its_own_is_ipv6() {
    let on = |address: &str| json!({ "balancers": [{ "program": "httpd", "address": address, "https-port": 8443 }] });
    let listens = |address| lines(&file(on(address), "wso2/common.conf"), &["Listen "]);
    assert_eq!(listens("192.0.2.5"), "Listen 0.0.0.0:80 http\nListen 0.0.0.0:8443 https\n");
    assert_eq!(listens("2001:db8::5"), "Listen 80 http\nListen 8443 https\n");
    let host = file(on("192.0.2.5"), "wso2/esb.https.conf");
    assert!(host.contains("RequestHeader set Host esb.wso2.com:8443\n"), "{host}");
}

#[test]
fn no_file_holds_what_the_design_has_no_node_for() {
    let workers = json!({ "nodes": [{ "role": "worker", "addresses": "192.0.2.21-22" }] });
    assert!(file(workers.clone(), "wso2/upstreams.conf").contains("left out, because the design has no node"));
    assert!(file(workers, "wso2/mgt.esb.https.conf").contains("left out, because"));
}

#[test]
fn an_answer_that_comes_too_late_may_have_been_carried_out() {
    expect![[r#"
        Status: 503 Service Unavailable
        Content-Type: application/json
        Cache-Control: no-store
        Retry-After: 10

        {
          "error": "service unavailable"
        }
    "#]]
    .assert_eq(&file(json!({}), "wso2/errors/no-node.asis"));
    expect![[r#"
        Status: 504 Gateway Timeout
        Content-Type: application/json
        Cache-Control: no-store

        {
          "error": "no answer in time"
        }
    "#]]
    .assert_eq(&file(json!({}), "wso2/errors/no-answer.asis"));
}

#[test]
fn what_it_cannot_do_is_said() {
    let notes = rules::check(&plan(json!({})));
    let said: Vec<&str> =
        notes.iter().filter(|note| note.code == "balancer-lacks").map(|note| note.message.as_str()).collect();
    expect![[r#"
        lb is Apache httpd 2.4.62, which cannot retry what may be retried, and nothing else
        lb is Apache httpd 2.4.62, which cannot limit bodies of undeclared length"#]]
    .assert_eq(&said.join("\n"));
    assert!(super::BALANCER.lacks.iter().all(|lack| matches!(lack.need, Need::Retries | Need::BodyLimit)));
}
