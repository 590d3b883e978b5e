use super::Draft;
use crate::format::nginx::{Argument, Block, set};
use crate::plan::front::conduct::{self, Fact};

/// What every request to a node needs.
pub(super) fn proxy(draft: &Draft<'_>) -> Block {
    let mut file = Block::new();
    file.add(set("proxy_http_version").words("1.1").why("keeps connections to nodes open; WebSocket needs it"));
    file.gap();
    file.say(
        "Set here, never taken over from a client. Behind another proxy let the real_ip module find the client's address \
         first.",
    );
    file.add(set("proxy_set_header").words("Connection $wso2_connection"));
    file.add(set("proxy_set_header").words("Upgrade $wso2_upgrade"));
    for (name, fact) in conduct::FORWARDED {
        if let Some(variable) = variable(fact) {
            file.add(set("proxy_set_header").arg(name).arg(variable));
        }
    }
    file.gap();
    file.say("Not for a client to set at all; the two with certificates log in where a node trusts its load balancer.");
    for name in conduct::PLANTED {
        file.add(set("proxy_set_header").arg(name).arg(""));
    }
    file.gap();
    file.say(
        "Another node is tried only when a connection fails, and then with a request that was sent already only if its \
         method is idempotent: a POST is never carried out twice. A 5xx is an answer: a service behind the node may have \
         given it, and counting it against nodes would take all of them out.",
    );
    file.add(set("proxy_next_upstream").words("error timeout"));
    file.add(set("proxy_next_upstream_tries").arg(&conduct::TRIES));
    file.add(
        set("proxy_next_upstream_timeout")
            .arg(Argument::seconds(draft.front.limits.retry_within()))
            .why("a call that timed out is not made again"),
    );
    file.gap();
    file.say(format!(
        "Headers of an answer may have {} kB; NGINX's own 4 kB turn single sign-on into 502.",
        conduct::ANSWER_HEADERS
    ));
    file.add(set("proxy_buffer_size").arg(Argument::kilobytes(conduct::ANSWER_HEADERS)));
    file.add(set("proxy_buffers").words("8 16k"));
    file.add(set("proxy_busy_buffers_size").arg(Argument::kilobytes(conduct::ANSWER_HEADERS)));
    file.gap();
    for name in conduct::HIDDEN {
        file.add(set("proxy_hide_header").arg(name));
    }
    file
}

/// What holds a fact of a request; none for what the virtual host writes itself.
fn variable(fact: Fact) -> Option<&'static str> {
    match fact {
        Fact::Client => Some("$remote_addr"),
        Fact::Authority => None,
        Fact::Host => Some("$server_name"),
        Fact::Scheme => Some("$scheme"),
        Fact::Port => Some("$server_port"),
        Fact::Request => Some("$request_id"),
    }
}

/// Where TLS towards nodes is said, for those that prove themselves and those that do not.
pub(super) fn node_tls_file(verified: bool) -> &'static str {
    if verified { "snippets/wso2-upstream-tls.conf" } else { "snippets/wso2-upstream-tls-unverified.conf" }
}

/// TLS towards nodes.
pub(super) fn node_tls(verified: bool) -> Block {
    let mut file = Block::new();
    file.add(set("proxy_ssl_server_name").words("on").why("says the name in the handshake; off by default"));
    file.add(set("proxy_ssl_protocols").words("TLSv1.2 TLSv1.3"));
    file.gap();
    if verified {
        file.say(
            "A node proves itself by a certificate of the cluster's own authority, for the public host name: NGINX compares \
             DNS names only, never addresses.",
        );
        file.add(set("proxy_ssl_verify").words("on").why("off by default"));
        file.add(set("proxy_ssl_verify_depth").words("2"));
        file.add(set("proxy_ssl_trusted_certificate").words("ssl/ca.crt"));
    } else {
        file.say(
            "NOT VERIFIED, as the design says (tls.nodes): whoever takes a node's address can read and change what is sent to \
             it. The certificate that the products come with proves nothing: its key is public.",
        );
        file.add(set("proxy_ssl_verify").words("off"));
    }
    file
}

/// TLS towards clients.
pub(super) fn tls(draft: &Draft<'_>) -> Block {
    let mut file = Block::new();
    file.say(conduct::tls::REASON);
    file.add(set("ssl_protocols").words("TLSv1.2 TLSv1.3"));
    file.add(set("ssl_ciphers").arg(Argument::joined(&conduct::tls::CIPHERS, ":")));
    file.add(set("ssl_prefer_server_ciphers").words("off"));
    file.add(
        set("ssl_ecdh_curve")
            .arg(Argument::joined(&conduct::tls::GROUPS, ":"))
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

/// What a client reads when no node answers.
pub(super) fn errors() -> Block {
    let mut file = Block::new();
    file.say("Only errors of the load balancer itself: an answer of a node passes as it is.");
    file.add(set("error_page").words("502 = $wso2_on_502"));
    file.add(set("error_page").words("504 = $wso2_on_504"));
    for (location, reason, status, said, again) in [
        ("@wso2_no_node", "No node took the request: it may be made again.", 503_u16, conduct::NO_NODE, true),
        (
            "@wso2_broken_off",
            "A node broke off, or answered what is no HTTP. No Retry-After: the request may have been carried out.",
            502,
            conduct::BROKEN_OFF,
            false,
        ),
        (
            "@wso2_no_answer",
            "No answer in time. No Retry-After: the request may have been carried out.",
            504,
            conduct::NO_ANSWER,
            false,
        ),
    ] {
        file.gap();
        file.say(reason);
        file.add(set("location").arg(location).block(|it| {
            it.add(set("internal"));
            it.add(set("default_type").words("application/json"));
            if again {
                it.add(set("add_header").words("Retry-After").arg(&conduct::RETRY_AFTER).words("always"));
            }
            it.add(set("add_header").words("Cache-Control no-store always"));
            let body = Argument::from("{\"error\":\"").then(said).then("\",\"id\":\"$request_id\"}\n");
            it.add(set("return").arg(&status).arg(body));
        }));
    }
    file
}
