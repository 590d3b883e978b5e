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
    expect![[r##"
        # The static file: ports, logs, and where the rest is. Traefik reads it when it starts.
        #
        # WSO2 Enterprise Service Bus 5.0.0, worker/manager pattern 2; design `esb`, load balancer `lb`.
        # Written for Traefik 3.7.15 by wso2-design: change the design, not this file.

        global:
          checkNewVersion: false
          sendAnonymousUsage: false

        # What a client says in X-Forwarded headers is not trusted: forwardedHeaders.trustedIPs is not set.
        entryPoints:
          http:
            address: ":80"
            transport:
              respondingTimeouts:
                readTimeout: 600s  # header and body together; a minute would cut large uploads
                writeTimeout: 0s  # an answer may take long; nodes are waited for as long as the design says
                idleTimeout: 65s
              lifeCycle:
                graceTimeOut: 300s  # for calls that are under way when Traefik stops
            http:
              maxHeaderBytes: 65536  # in all: tokens of single sign-on are long
              encodeQuerySemicolons: true  # else `;` becomes `&`, and one parameter two
              aliasHeadersStrategy: delete  # X_Forwarded_For is X-Forwarded-For to many a program
              # Paths are compared and passed on without `..` and `//`. What an encoded `;`, `\` or NUL becomes is up to the
              # node, and no service needs one.
              sanitizePath: true
              encodedCharacters:
                allowEncodedSlash: true
                allowEncodedBackSlash: false
                allowEncodedSemicolon: false
                allowEncodedNullCharacter: false
                allowEncodedPercent: true
                allowEncodedQuestionMark: true
                allowEncodedHash: true
          https:
            address: ":443"
            transport:
              respondingTimeouts:
                readTimeout: 600s  # header and body together; a minute would cut large uploads
                writeTimeout: 0s  # an answer may take long; nodes are waited for as long as the design says
                idleTimeout: 65s
              lifeCycle:
                graceTimeOut: 300s  # for calls that are under way when Traefik stops
            http:
              maxHeaderBytes: 65536  # in all: tokens of single sign-on are long
              encodeQuerySemicolons: true  # else `;` becomes `&`, and one parameter two
              aliasHeadersStrategy: delete  # X_Forwarded_For is X-Forwarded-For to many a program
              # Paths are compared and passed on without `..` and `//`. What an encoded `;`, `\` or NUL becomes is up to the
              # node, and no service needs one.
              sanitizePath: true
              encodedCharacters:
                allowEncodedSlash: true
                allowEncodedBackSlash: false
                allowEncodedSemicolon: false
                allowEncodedNullCharacter: false
                allowEncodedPercent: true
                allowEncodedQuestionMark: true
                allowEncodedHash: true

        providers:
          file:
            directory: /etc/traefik/dynamic
            watch: true

        log:
          level: WARN
        accessLog:
          filePath: /var/log/traefik/access.log
          format: json
          fields:
            # Query strings and headers carry tokens.
            queryParameters:
              defaultMode: drop
            headers:
              defaultMode: drop
    "##]].assert_eq(&fixed);
}

#[test]
fn the_console_is_for_some_networks_and_has_a_standby() {
    let (_, dynamic) = files(json!({ "access": { "console": ["203.0.113.0/28"] } }));
    expect![[r#"
        console-https:
          entryPoints: [https]
          rule: "Host(`mgt.esb.example.com`)"
          priority: 10
          tls:
            options: console
          middlewares: [console-https-networks, console-https-headers, console-https-body, retry]
          service: wso2_esb_console
    "#]]
    .assert_eq(&block(&dynamic, "console-https:"));
    expect![[r#"
        console-https-networks:
          ipAllowList:
            sourceRange: [203.0.113.0/28]
            rejectStatusCode: 403
    "#]]
    .assert_eq(&block(&dynamic, "console-https-networks:"));
    expect![[r#"
        wso2_esb_console:
          failover:
            service: wso2_esb_console_active
            fallback: wso2_esb_console_standby
            healthCheck: {}
    "#]]
    .assert_eq(&block(&dynamic, "wso2_esb_console:"));
    expect![[r#"
        wso2_esb_console_active:
          loadBalancer:
            servers:
              # manager-1
              - {url: "https://192.0.2.11:9443"}
            healthCheck:
              path: /services/Version
              status: 200
              followRedirects: false
              hostname: mgt.esb.example.com
              interval: 2s
              timeout: 2s
            # So many failures in a row, in so short a time, are a node that is gone. Traefik counts answers from 500 on
            # as well: fewer would let one broken service take the nodes out for all others.
            passiveHealthCheck:
              maxFailedAttempts: 20
              failureWindow: 1s
            serversTransport: wso2_esb_console
    "#]]
    .assert_eq(&block(&dynamic, "wso2_esb_console_active:"));
}

#[test]
fn paths_are_refused_before_hosts_are_served() {
    let (_, dynamic) = files(json!({}));
    expect![[r#"
        service-https-refused-0:
          entryPoints: [https]
          rule: "Host(`esb.example.com`) && (PathRegexp(`(?i)^(?:[^/]*/)*\\.{0,2};`) && !PathRegexp(`(?i)^[^;]*/;jsessionid=[0-9A-Za-z._!-]*$`))"
          priority: 103
          tls:
            options: service
          middlewares: [service-https-refused-0]
          service: "noop@internal"
    "#]].assert_eq(&block(&dynamic, "service-https-refused-0:"));
    expect![[r#"
        service-https-refused-1:
          entryPoints: [https]
          rule: "Host(`esb.example.com`) && (PathRegexp(`(?i)^(?:/t(?:;[^/]*)?/[^/]+)?/(?:carbon|fileupload|filedownload)(?:[/;]|$)`) || (PathRegexp(`(?i)%2F`) && PathRegexp(`(?i)(?:/|%2F)(?:carbon|fileupload|filedownload)(?:[/;]|%2F|$)`)))"
          priority: 102
          tls:
            options: service
          middlewares: [service-https-refused-1]
          service: "noop@internal"
    "#]].assert_eq(&block(&dynamic, "service-https-refused-1:"));
    expect![[r#"
        unknown-https:
          entryPoints: [https]
          rule: "PathPrefix(`/`)"
          priority: 1
          tls: {}
          middlewares: [unknown]
          service: "noop@internal"
    "#]]
    .assert_eq(&block(&dynamic, "unknown-https:"));
}

#[test]
fn clients_stay_with_their_node() {
    let (_, dynamic) = files(json!({}));
    expect![[r#"
        wso2_esb_https:
          loadBalancer:
            strategy: p2c  # a hung node keeps its share of connections; in turn it would get all
            servers:
              # worker-1
              - {url: "https://192.0.2.21:8243"}
              # worker-2
              - {url: "https://192.0.2.22:8243"}
            # A client stays with its node: a session that a service behind the transport keeps is known to one node only.
            sticky:
              cookie:
                name: wso2_esb_https_node
                path: /
                httpOnly: true
                secure: true
                sameSite: lax
            # Nodes are not asked for their health: Traefik takes nothing but success for it.
            # So many failures in a row, in so short a time, are a node that is gone. Traefik counts answers from 500 on
            # as well: fewer would let one broken service take the nodes out for all others.
            passiveHealthCheck:
              maxFailedAttempts: 20
              failureWindow: 1s
            serversTransport: wso2_esb_https
    "#]].assert_eq(&block(&dynamic, "wso2_esb_https:"));
}

#[test]
fn headers_are_ours_whatever_client_and_node_say() {
    let (_, dynamic) = files(json!({ "balancers": [{ "program": "traefik", "https-port": 8443 }] }));
    expect![[r#"
        console-https-headers:
          headers:
            # For the node, whatever the client sent; what is empty is removed. Traefik itself sets the client's address.
            customRequestHeaders:
              Host: "mgt.esb.example.com:8443"
              X-Forwarded-Host: "mgt.esb.example.com:8443"
              X-Forwarded-Server: mgt.esb.example.com
              X-Forwarded-Proto: https
              X-Forwarded-Port: "8443"
              X-Request-ID: ""  # Traefik has no numbers of requests
              Forwarded: ""
              X-Forwarded-Prefix: ""
              X-Forwarded-Ssl: ""
              X-Original-URL: ""
              X-Rewrite-URL: ""
              X-SSL-CERT: ""
              X-WSO2-CLIENT-CERTIFICATE: ""
              Proxy: ""
            # Ours instead of the node's.
            customResponseHeaders:
              Server: ""
              X-Powered-By: ""
              X-Content-Type-Options: nosniff
              X-Frame-Options: SAMEORIGIN
              Referrer-Policy: strict-origin-when-cross-origin
    "#]].assert_eq(&block(&dynamic, "console-https-headers:"));
}

#[test]
fn hosts_without_nodes_are_left_out() {
    let (_, dynamic) = files(json!({ "nodes": [{ "role": "worker", "address": "192.0.2.21" }] }));
    assert!(
        dynamic.contains(
            "# mgt.esb.example.com, port 443: left out, because the design has no node with an address for it."
        )
    );
    assert!(!dynamic.contains("Host(`mgt.esb.example.com`)") && !dynamic.contains("retry"));
    let (fixed, dynamic) = files(json!({ "nodes": [] }));
    assert!(!fixed.contains("entryPoints") && !dynamic.contains("http:"), "{fixed}\n{dynamic}");
}
