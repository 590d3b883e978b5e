use super::Draft;
use crate::design::NodeTls;
use crate::format::nginx::{Block, set};

/// Headers that a client must not be able to plant: nodes, and filters in front of web applications, believe them.
const PLANTED: [&str; 8] = [
    "Forwarded",
    "X-Forwarded-Prefix",
    "X-Forwarded-Ssl",
    "X-Original-URL",
    "X-Rewrite-URL",
    "X-SSL-CERT",
    "X-WSO2-CLIENT-CERTIFICATE",
    "Proxy",
];

pub(super) fn proxy() -> Block {
    let mut file = Block::new();
    file.add(set("proxy_http_version").words("1.1").why("keeps connections to nodes open; WebSocket needs it"));
    file.gap();
    file.say(
        "Set here, never taken over from a client. Behind another proxy let the real_ip module find the client's address \
         first.",
    );
    for (name, value) in [
        ("Connection", "$wso2_connection"),
        ("Upgrade", "$wso2_upgrade"),
        ("X-Real-IP", "$remote_addr"),
        ("X-Forwarded-For", "$remote_addr"),
        ("X-Forwarded-Server", "$server_name"),
        ("X-Forwarded-Proto", "$scheme"),
        ("X-Forwarded-Port", "$server_port"),
        ("X-Request-ID", "$request_id"),
    ] {
        file.add(set("proxy_set_header").words(name).arg(value));
    }
    file.gap();
    file.say("Not for a client to set at all; the two with certificates log in where a node trusts its load balancer.");
    for name in PLANTED {
        file.add(set("proxy_set_header").words(name).arg(""));
    }
    file.gap();
    file.add(set("proxy_connect_timeout").words("3s").why("a host that is gone must not cost a minute"));
    file.add(set("proxy_send_timeout").words("5m").why("between two writes"));
    file.add(set("proxy_read_timeout").words("5m").why("between two reads: the longest a service may think"));
    file.gap();
    file.say(
        "Another node is tried only when a connection fails, and then with a request that was sent already only if its \
         method is idempotent: a POST is never carried out twice. A 5xx is an answer: a service behind the node may have \
         given it, and counting it against nodes would take all of them out.",
    );
    file.add(set("proxy_next_upstream").words("error timeout"));
    file.add(set("proxy_next_upstream_tries").words("2"));
    file.add(
        set("proxy_next_upstream_timeout").words("10s").why("so a call that timed out after 5 m is not made again"),
    );
    file.gap();
    file.say("Headers of an answer may have 32 kB; NGINX's own 4 kB turn single sign-on into 502.");
    file.add(set("proxy_buffer_size").words("32k"));
    file.add(set("proxy_buffers").words("8 16k"));
    file.add(set("proxy_busy_buffers_size").words("32k"));
    file.gap();
    file.add(set("proxy_hide_header").words("Server"));
    file.add(set("proxy_hide_header").words("X-Powered-By"));
    file
}

pub(super) fn upstream_tls(draft: &Draft<'_>) -> Block {
    let mut file = Block::new();
    file.add(set("proxy_ssl_server_name").words("on").why("says the name in the handshake; off by default"));
    file.add(set("proxy_ssl_protocols").words("TLSv1.2 TLSv1.3"));
    file.gap();
    match draft.plan.tls.nodes {
        NodeTls::Verified => {
            file.say(
                "A node proves itself by a certificate of the cluster's own authority, for the public host name: NGINX \
                 compares DNS names only, never addresses.",
            );
            file.add(set("proxy_ssl_verify").words("on").why("off by default"));
            file.add(set("proxy_ssl_verify_depth").words("2"));
            file.add(set("proxy_ssl_trusted_certificate").words("ssl/ca.crt"));
        }
        NodeTls::Unverified => {
            file.say(
                "NOT verified, as the design says (tls.nodes): whoever takes a node's address can read and change what \
                 is sent to it. The certificate that the products come with proves nothing: its key is public.",
            );
            file.add(set("proxy_ssl_verify").words("off"));
        }
    }
    file
}

pub(super) fn tls(draft: &Draft<'_>) -> Block {
    let mut file = Block::new();
    file.say(
        "Mozilla's «intermediate», guideline 6.0: everything since Java 8u161, OpenSSL 1.0.1l, Firefox 31, Chrome 49. \
         Forward secrecy only; clients choose, as their hardware knows best what is fast.",
    );
    file.add(set("ssl_protocols").words("TLSv1.2 TLSv1.3"));
    file.add(set("ssl_ciphers").words(
        "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:\
         ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305",
    ));
    file.add(set("ssl_prefer_server_ciphers").words("off"));
    file.add(
        set("ssl_ecdh_curve")
            .words("X25519:prime256v1:secp384r1")
            .why("with OpenSSL 3.5 or later put X25519MLKEM768 first"),
    );
    file.gap();
    file.add(set("ssl_session_cache").words("shared:wso2_tls:10m").why("about 40 000 sessions"));
    file.add(set("ssl_session_timeout").words("1d"));
    if !draft.can.rotates_ticket_keys {
        file.add(
            set("ssl_session_tickets")
                .words("off")
                .why("before 1.23.2 their key stays the same, against forward secrecy"),
        );
    }
    file
}

pub(super) fn errors() -> Block {
    let mut file = Block::new();
    file.say("Only errors of the load balancer itself: an answer of a node passes as it is.");
    file.add(set("error_page").words("502 =503 @wso2_no_node"));
    file.add(set("error_page").words("504 @wso2_no_answer"));
    file.gap();
    file.say("No node took the request, or it went away with it: try again later.");
    file.add(set("location").words("@wso2_no_node").block(|location| {
        location.add(set("internal"));
        location.add(set("default_type").words("application/json"));
        location.add(set("add_header").words("Retry-After 10 always"));
        location.add(set("add_header").words("Cache-Control no-store always"));
        location.add(set("return").words("503").arg("{\"error\":\"service unavailable\",\"id\":\"$request_id\"}\n"));
    }));
    file.gap();
    file.say("No answer in time. No Retry-After: the request may have been carried out.");
    file.add(set("location").words("@wso2_no_answer").block(|location| {
        location.add(set("internal"));
        location.add(set("default_type").words("application/json"));
        location.add(set("add_header").words("Cache-Control no-store always"));
        location.add(set("return").words("504").arg("{\"error\":\"no answer in time\",\"id\":\"$request_id\"}\n"));
    }));
    file
}
