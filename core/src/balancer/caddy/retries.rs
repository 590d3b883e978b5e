//! When a request is tried on another node, and when a node is set aside.
//!
//! Caddy tries anew whatever reached no node, up to `lb_retries`. What reached one and broke off goes by `lb_retry_match`,
//! which has no count of its own: a group that the expression itself fills in says that it has matched before.
//!
//! A cookie's node is tried until it is set aside, so `max_fails` decides how soon its clients move.

use super::Draft;
use super::global::seconds;
use super::snippets::asks;
use crate::format::caddyfile::{Argument, Block, Directive, set};
use crate::plan::Upstream;
use crate::plan::front::conduct;

/// The most milliseconds between two tries: a node that refuses connections is left within a second.
const INTERVAL: u16 = 25;
/// Tries in all: with the interval as long as a client waits for a node when there is none, which is shorter than the time
/// for a connection.
const TRIES: u16 = 100;
/// Failures that set a node aside which is also asked for its health: more than a dozen requests that are tried twice.
const FAILS_ASKED: u16 = 30;
/// The seconds in which they count.
const ASIDE_ASKED: u16 = 2;
/// Milliseconds that a node is set aside after any failure where it is only watched: long enough that the next try goes
/// elsewhere, and short enough that clients wait it out when all nodes are.
const ASIDE_WATCHED: u16 = 250;

/// The snippet for an upstream.
pub(super) fn snippet(upstream: &Upstream) -> Argument {
    Argument::from(if asks(upstream) { "wso2_retry_asked" } else { "wso2_retry_watched" })
}

/// A snippet for each kind of upstream that has several nodes.
pub(super) fn snippets(draft: &Draft<'_>, upstreams: &[&Upstream]) -> Block {
    let within = draft.front.limits.retry_within();
    let mut file = Block::new();
    let several = || upstreams.iter().filter(|upstream| upstream.servers.len() > 1);
    file.say(format!(
        "Whatever no node took is tried again: nothing has been done yet. A call that broke off goes to a node once more, only \
         if its method means the same when it is carried out twice, and only if all of its body is still here. The group \
         wso2_once is filled by the expression itself, and so lets no third call through. After {within} s nothing is tried, \
         so that a call that timed out is not made again.",
    ));
    file.add(set("(wso2_retry)").block(|snippet| {
        snippet.add(set("lb_retries").arg(&TRIES).why("tries that cost nothing: connections that fail, or no node"));
        snippet.add(set("lb_try_interval").arg(Argument::of(&INTERVAL).then("ms")));
        snippet.add(set("lb_try_duration").arg(seconds(within)));
        snippet.add(set("request_buffers").words("100KB").why("as much as five digits of Content-Length can say"));
        snippet.add(set("lb_retry_match").block(|matcher| matcher.add(set("expression").arg(expression()))));
    }));
    if several().any(|upstream| asks(upstream)) {
        file.gap();
        file.say(
            "Nodes that are asked for their health: so many failures in so short a time are a node that is gone, and not a few \
             requests that make nodes drop the connection.",
        );
        file.add(kind("(wso2_retry_asked)", FAILS_ASKED, seconds(ASIDE_ASKED)));
    }
    if several().any(|upstream| !asks(upstream)) {
        file.gap();
        file.say(
            "Nodes that are only watched: one failure sets a node aside, for so short a time that a client waits for it when \
             all are.",
        );
        file.add(kind("(wso2_retry_watched)", 1, Argument::of(&ASIDE_WATCHED).then("ms")));
    }
    file
}

fn kind(name: &'static str, fails: u16, aside: Argument) -> Directive {
    set(name).block(|snippet| {
        snippet.add(set("import").words("wso2_retry"));
        snippet.add(set("max_fails").arg(&fails));
        snippet.add(set("fail_duration").arg(aside));
    })
}

/// In Caddy's language of expressions (CEL), which reads from the left and stops at what is not true. The pattern has no
/// braces: they would be a placeholder.
fn expression() -> Argument {
    let mut text = Argument::from("{http.reverse_proxy.is_transport_error} == true && method(");
    for (number, method) in conduct::IDEMPOTENT.into_iter().enumerate() {
        text = text.then(if number > 0 { ", \"" } else { "\"" }).then(method).then("\"");
    }
    text.then(
        ") && {http.regexp.wso2_once.0} == null && \
         header_regexp(\"wso2_once\", \"Content-Length\", \"^[0-9][0-9]?[0-9]?[0-9]?[0-9]?$\")",
    )
}
