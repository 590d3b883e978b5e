use super::{Draft, Host};
use crate::catalogue::Transport;
use crate::format::yaml::Map;
use crate::plan::front::conduct;

/// Sets an annotation of the controller; its values are texts, whatever they say.
fn set(annotations: &mut Map, name: &str, value: impl std::fmt::Display, why: &'static str) {
    let name = format!("nginx.ingress.kubernetes.io/{name}");
    match why {
        "" => annotations.set(name, value.to_string()),
        why => annotations.because(name, value.to_string(), why),
    }
}

/// Who is refused all the same: everyone, or whoever is in none of some networks.
pub(super) enum Closed<'n> {
    ToAll,
    ButFor(&'n [crate::value::Cidr]),
}

/// What holds for every request that goes on to a node.
pub(super) fn proxied(draft: &Draft<'_>, host: &Host<'_>) -> Map {
    let mut all = Map::new();
    redirects(&mut all, host);
    if !host.main.refusals.is_empty() {
        let why = "for every path of the name, as soon as one Ingress of it says so: some are refused by expressions";
        set(&mut all, "use-regex", true, why);
    }
    all.gap();
    towards_nodes(draft, host, &mut all);
    all.gap();
    limits(draft, host, &mut all);
    all.gap();
    retries(&mut all);
    if let Some(affinity) = host.backend.upstream.affinity {
        all.gap();
        all.say(format!("A client stays with its node: {}.", affinity.reason));
        set(&mut all, "affinity", "cookie", "");
        set(&mut all, "affinity-mode", "persistent", "none is moved when nodes come");
        set(&mut all, "session-cookie-name", host.backend.upstream.cookie(), "");
        set(&mut all, "session-cookie-path", "/", "must be said where paths are expressions");
        set(&mut all, "session-cookie-samesite", "Lax", "");
        set(&mut all, "session-cookie-change-on-failure", true, "who was sent to another node stays there");
        all.say("HttpOnly it always is, and Secure over HTTPS.");
    }
    if !host.main.allow.is_empty() {
        all.gap();
        let why = "the load balancer before the controller must leave the client's address as it is";
        set(&mut all, "allowlist-source-range", joined(&host.main.allow), why);
    }
    if super::controller::headers(host).next().is_some() {
        all.gap();
        let map = format!("{}/{}", draft.names.namespace, headers_name(draft, host));
        set(&mut all, "custom-headers", map, "instead of the node's; the controller must allow them by name");
    }
    all
}

/// What holds for refused paths.
pub(super) fn refused(draft: &Draft<'_>, host: &Host<'_>, closed: &Closed<'_>) -> Map {
    match closed {
        Closed::ToAll => {
            let mut all = Map::new();
            redirects(&mut all, host);
            set(&mut all, "use-regex", true, "");
            set(
                &mut all,
                "denylist-source-range",
                "0.0.0.0/0,::/0",
                "everyone: 403, before anything else is looked at",
            );
            all
        }
        Closed::ButFor(networks) => {
            let mut all = proxied(draft, host);
            all.gap();
            set(&mut all, "allowlist-source-range", joined(networks), "everyone else: 403");
            all
        }
    }
}

/// The ConfigMap with what answers of a host carry.
pub(super) fn headers_name(draft: &Draft<'_>, host: &Host<'_>) -> String {
    draft.names.of(&format!("{}-headers", host.main.purpose.key()))
}

fn redirects(all: &mut Map, host: &Host<'_>) {
    let why = if host.redirects { "HTTP leads to HTTPS, by 308" } else { "HTTP is served as well" };
    set(all, "ssl-redirect", host.redirects || !host.plain && host.main.tls, why);
}

fn towards_nodes(draft: &Draft<'_>, host: &Host<'_>, all: &mut Map) {
    let upstream = host.backend.upstream;
    set(all, "backend-protocol", if upstream.tls { "HTTPS" } else { "HTTP" }, "");
    set(all, "upstream-vhost", host.main.authority(), "the public name, whatever the client wrote");
    if upstream.tls {
        if upstream.verified {
            let authority = format!("{}/{}", draft.names.namespace, draft.names.authority());
            set(all, "proxy-ssl-secret", authority, "the cluster's authority; the secret holds no key");
            set(all, "proxy-ssl-verify", "on", "else any certificate of a node is taken");
            set(all, "proxy-ssl-verify-depth", 2, "");
        } else {
            all.say(
                "UNVERIFIED: the design takes any certificate of a node. Whoever is between can read and change all.",
            );
            set(all, "proxy-ssl-verify", "off", "");
        }
        set(all, "proxy-ssl-name", &upstream.host, "asked for, and checked");
        set(all, "proxy-ssl-server-name", "on", "");
        set(all, "proxy-ssl-protocols", "TLSv1.2 TLSv1.3", "");
    }
    let scheme = if upstream.tls { "https" } else { "http" };
    let why = "redirects to the node's own port; the controller mends one origin only";
    set(all, "proxy-redirect-from", format!("{scheme}://{}:{}/", host.main.name, host.backend.port), why);
    set(all, "proxy-redirect-to", format!("{}/", host.main.origin()), "");
}

fn limits(draft: &Draft<'_>, host: &Host<'_>, all: &mut Map) {
    let answer = match host.backend.upstream.transport {
        Transport::WebSocket => draft.front.limits.answer.max(conduct::TUNNEL),
        Transport::Services | Transport::Servlet => draft.front.limits.answer,
    };
    set(all, "proxy-body-size", format!("{}m", host.main.body_limit), "the controller's own limit is 1 MB");
    set(all, "proxy-connect-timeout", conduct::CONNECT, "");
    set(all, "proxy-read-timeout", answer, "between two reads, WebSockets too");
    set(all, "proxy-send-timeout", conduct::BODY_GAP, "");
    set(all, "proxy-buffer-size", format!("{}k", conduct::ANSWER_HEADERS), "headers of answers: tokens are long");
}

fn retries(all: &mut Map) {
    set(all, "proxy-next-upstream", "error timeout", "no status: an API's 5xx is an answer");
    set(all, "proxy-next-upstream-tries", conduct::TRIES, "");
    let why = "a call that timed out is not made again";
    set(all, "proxy-next-upstream-timeout", conduct::RETRY_WITHIN, why);
}

fn joined(networks: &[crate::value::Cidr]) -> String {
    networks.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
}
