//! What belongs to the controller.

use super::{Draft, Host};
use crate::format::yaml::Map;
use crate::plan::front::conduct::{self, tls};

/// Where the controller is, as its manifests and its Helm chart have it.
const NAMESPACE: &str = "ingress-nginx";
/// Its ConfigMap.
const CONFIG: &str = "ingress-nginx-controller";
/// The headers that it takes away from requests.
const REMOVED: &str = "wso2-removed-headers";
/// This header is set for all names over TLS, by a setting of its own.
const HSTS: &str = "Strict-Transport-Security";

/// What a host's answers carry that the controller has no setting for.
pub(super) fn headers<'h>(host: &'h Host<'_>) -> impl Iterator<Item = &'h (&'static str, &'static str)> {
    host.main.headers.iter().filter(|(header, _)| *header != HSTS)
}

pub(super) fn body(draft: &Draft<'_>, hosts: &[Host<'_>]) -> Vec<Map> {
    let mut config = object(CONFIG);
    config.map("data", |data| settings(draft, hosts, data));
    let mut removed = object(REMOVED);
    removed.map("data", |data| {
        data.say("Empty: the header is taken away. Nodes, and filters in front of web applications, believe them.");
        for header in conduct::PLANTED.into_iter().chain(["X-Forwarded-Server"]) {
            data.set(header, "");
        }
    });
    vec![config, removed]
}

fn object(name: &'static str) -> Map {
    let mut map = Map::new();
    map.set("apiVersion", "v1");
    map.set("kind", "ConfigMap");
    map.map("metadata", |metadata| {
        metadata.set("name", name);
        metadata.set("namespace", NAMESPACE);
    });
    map
}

fn settings(draft: &Draft<'_>, hosts: &[Host<'_>], data: &mut Map) {
    data.say("What Ingresses may say.");
    data.because("allow-snippet-annotations", "false", "nobody who writes an Ingress writes NGINX's own language");
    data.because("annotations-risk-level", "High", "names of nodes' certificates count as high");
    data.because("strict-validate-path-type", "true", "expressions only where a path says that it is one");
    let mut allowed: Vec<&'static str> = Vec::new();
    for (header, _) in hosts.iter().flat_map(headers) {
        if !allowed.contains(header) {
            allowed.push(header);
        }
    }
    if !allowed.is_empty() {
        data.because("global-allowed-response-headers", allowed.join(","), "what `custom-headers` may set");
    }
    data.gap();
    data.say("What clients say of themselves.");
    data.because("use-forwarded-headers", "false", "true only behind a proxy that replaces X-Forwarded-For");
    data.set("compute-full-forwarded-for", "false");
    data.because("enable-underscores-in-headers", "false", "`X_Real_IP` is not taken for `X-Real-IP`");
    data.set("proxy-set-headers", format!("{NAMESPACE}/{REMOVED}"));
    data.gap();
    data.say("What nodes say of themselves.");
    data.set("server-tokens", "false");
    data.set("hide-headers", conduct::HIDDEN.join(","));
    data.gap();
    data.say("Times and sizes.");
    data.because("large-client-header-buffers", format!("4 {}k", conduct::HEADER_LINE), "tokens make long headers");
    data.set("client-header-timeout", conduct::HEADER.to_string());
    data.set("client-body-timeout", conduct::BODY_GAP.to_string());
    data.set("keep-alive", conduct::CLIENT_IDLE.to_string());
    let idle = draft.front.upstreams.iter().map(|upstream| upstream.idle).min().unwrap_or(conduct::CLIENT_IDLE);
    let why = "shorter than the nodes' own: they never close one that is just being used";
    data.because("upstream-keepalive-timeout", idle.to_string(), why);
    data.because("worker-shutdown-timeout", format!("{}s", conduct::SHUTDOWN), "for WebSockets and long calls");
    data.because("retry-non-idempotent", "false", "a POST is made once");
    data.gap();
    data.say(format!("TLS towards clients. {}", tls::REASON));
    data.set("ssl-protocols", "TLSv1.2 TLSv1.3");
    data.set("ssl-ciphers", tls::CIPHERS.join(":"));
    data.set("ssl-ecdh-curve", tls::GROUPS.join(":"));
    data.because("ssl-reject-handshake", "true", "a name that nobody serves is shown no certificate");
    data.set("http-redirect-code", "308");
    data.set("hsts", "true");
    data.set("hsts-max-age", tls::HSTS.trim_start_matches("max-age="));
    data.because("hsts-include-subdomains", "false", "others may live below these names");
    data.gap();
    data.say("`$uri`, never `$request` or `$request_uri`: query strings carry tokens.");
    data.set("log-format-escape-json", "true");
    data.set("log-format-upstream", LOG);
}

/// One line of the log.
const LOG: &str = concat!(
    r#"{"time":"$time_iso8601","id":"$req_id","client":"$remote_addr","host":"$host","method":"$request_method","#,
    r#""uri":"$uri","status":"$status","bytes":"$body_bytes_sent","seconds":"$request_time","tls":"$ssl_protocol","#,
    r#""service":"$proxy_upstream_name","node_address":"$upstream_addr","node_status":"$upstream_status","#,
    r#""node_seconds":"$upstream_response_time"}"#
);
