//! What stands between a router and its nodes.

use super::{Draft, name, refusals, seconds};
use crate::format::yaml::Map;
use crate::plan::front::conduct::{self, Fact};
use crate::plan::{Action, VirtualHost};

/// The middleware that refuses host names that are not served.
pub(super) const UNKNOWN: &str = "unknown";
/// The middleware that tries another node.
const RETRY: &str = "retry";

/// Tries of a request that no node has received: more than [`super::services::FAILURES`], so that a client's own node is
/// set aside before they are used up.
const TRIES: u16 = 25;
/// Milliseconds before the second try; the longest wait is twice as long.
const INTERVAL: &str = "15ms";

/// The middlewares of a host, in the order in which a request meets them.
pub(super) fn of(draft: &Draft<'_>, host: &VirtualHost) -> Vec<String> {
    let name = name(host);
    if matches!(host.action, Action::Redirect(_)) {
        return vec![format!("{name}-redirect")];
    }
    let mut all = Vec::new();
    if !host.allow.is_empty() {
        all.push(format!("{name}-networks"));
    }
    all.push(format!("{name}-headers"));
    all.push(format!("{name}-body"));
    if draft.front.upstream(host).is_some_and(|upstream| upstream.servers.len() > 1) {
        all.push(RETRY.to_owned());
    }
    all
}

pub(super) fn all(draft: &Draft<'_>, middlewares: &mut Map) {
    for host in draft.hosts() {
        let name = name(host);
        match host.action {
            Action::Redirect(port) => {
                middlewares.say("308 lets a POST stay a POST (a GET gets 301); the name is fixed.");
                middlewares.map(format!("{name}-redirect"), |it| redirect(host, port, it));
            }
            Action::Proxy(_) => host_middlewares(host, &name, middlewares),
        }
        middlewares.gap();
    }
    if draft.upstreams().any(|upstream| upstream.servers.len() > 1) {
        middlewares.say(
            "Only what no node has received is tried again: any method, as nothing has been done yet. A client's own node is \
             tried until it is set aside.",
        );
        middlewares.map(RETRY, |it| {
            it.map("retry", |retry| {
                retry.set("attempts", TRIES);
                retry.set("initialInterval", INTERVAL);
                retry.set("timeout", seconds(draft.front.limits.retry_within()));
                retry.set("retryNonIdempotentMethod", true);
            });
        });
    }
    middlewares.map(UNKNOWN, |it| refusals::only(&[], 421, it));
}

fn redirect(host: &VirtualHost, port: crate::value::Port, middleware: &mut Map) {
    let port = if port.get() == 443 { String::new() } else { format!(":{port}") };
    middleware.map("redirectRegex", |redirect| {
        redirect.set("regex", "^https?://[^/]+(.*)$");
        redirect.set("replacement", format!("https://{}{port}${{1}}", host.name));
        redirect.set("permanent", true);
    });
}

fn host_middlewares(host: &VirtualHost, name: &str, middlewares: &mut Map) {
    if !host.allow.is_empty() {
        let networks: Vec<String> = host.allow.iter().map(ToString::to_string).collect();
        middlewares.map(format!("{name}-networks"), |it| refusals::only(&networks, 403, it));
    }
    middlewares.map(format!("{name}-headers"), |it| {
        it.map("headers", |headers| {
            headers.say("For the node, whatever the client sent; what is empty is removed. Traefik itself sets the client's address.");
            headers.map("customRequestHeaders", |all| request_headers(host, all));
            headers.say("Ours instead of the node's.");
            headers.map("customResponseHeaders", |all| {
                conduct::HIDDEN.into_iter().for_each(|hidden| all.set(hidden, ""));
                host.headers.iter().for_each(|(header, value)| all.set(*header, *value));
            });
        });
    });
    middlewares.map(format!("{name}-body"), |it| {
        it.map("buffering", |body| {
            let most = u64::from(host.body_limit) * 1024 * 1024;
            body.because("maxRequestBodyBytes", most, "larger messages are refused with 413");
        });
    });
    for (number, refusal) in host.refusals.iter().enumerate() {
        middlewares.map(refusals::name(host, number), |it| refusals::middleware(refusal, it));
    }
}

fn request_headers(host: &VirtualHost, all: &mut Map) {
    for (header, fact) in conduct::FORWARDED {
        match fact {
            Fact::Authority => all.set(header, host.authority()),
            Fact::Host => all.set(header, host.name.to_string()),
            Fact::Scheme => all.set(header, host.scheme()),
            Fact::Port => all.set(header, host.port.to_string()),
            Fact::Request => all.because(header, "", "Traefik has no numbers of requests"),
            // Traefik's own, from the connection.
            Fact::Client => {}
        }
    }
    conduct::PLANTED.into_iter().for_each(|planted| all.set(planted, ""));
}
