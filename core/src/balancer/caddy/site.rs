//! The virtual hosts, and what happens to host names that are none of them.

use super::{Draft, certificate, proxy, refusals};
use crate::format::caddyfile::{Argument, Block, Directive, set};
use crate::plan::front::conduct;
use crate::plan::{Action, Purpose, Upstream, VirtualHost};
use crate::value::Port;

/// One virtual host.
pub(super) fn body(draft: &Draft<'_>, host: &VirtualHost) -> Block {
    let mut file = Block::new();
    if matches!(host.action, Action::Redirect(_)) {
        file.say("308 lets a POST stay a POST; the name is fixed, so that no request decides where it leads.");
    } else {
        let scheme = host.scheme().to_uppercase();
        file.say(match host.purpose {
            Purpose::Service => format!("The services over {scheme}."),
            other => format!("{} over {scheme}.", other.heading()),
        });
    }
    file.add(set(origin(host.tls, host, host.port)).block(|site| {
        if host.tls {
            site.add(tls(host.purpose));
        }
        site.add(log(draft, host));
        match (host.action.clone(), draft.front.upstream(host)) {
            (Action::Redirect(port), _) => {
                site.add(set("redir").arg(origin(true, host, port).then("{http.request.uri}")).words("308"));
            }
            (Action::Proxy(_), Some(upstream)) => content(draft, host, upstream, site),
            (Action::Proxy(_), None) => {}
        }
    }));
    file
}

fn content(draft: &Draft<'_>, host: &VirtualHost, upstream: &Upstream, site: &mut Block) {
    site.add(set("log_append").words("node {http.reverse_proxy.upstream.hostport}"));
    site.add(set("log_append").words("tries {http.reverse_proxy.retries}"));
    site.add(set("import").words("wso2_errors"));
    site.gap();
    answers(host, upstream, site);
    site.gap();
    site.add(set("route").block(|route| {
        if !host.allow.is_empty() {
            route.add(refusals::of(set("@stranger").words("not remote_ip"), &host.allow));
            route.add(set("respond").words("@stranger 403"));
        }
        if !host.refusals.is_empty() {
            route.add(set("import").arg(refusals::name(host.purpose)));
        }
        let room = set("max_size").arg(Argument::of(&host.body_limit).then("MiB"));
        route.add(set("request_body").block(|body| body.add(room.why("larger messages are refused with 413"))));
        route.gap();
        route.say("WebSocket is passed on, and no other protocol that a client asks to change to.");
        route.add(set("@other_protocol").block(|matcher| {
            matcher.add(set("header").words("Upgrade *"));
            matcher.add(set("not").words("header_regexp Upgrade (?i)^websocket$"));
        }));
        route.add(set("request_header").words("@other_protocol -Upgrade"));
        route.gap();
        route.add(proxy::directive(draft, host, upstream));
    }));
}

/// What answers carry, once they are about to be sent.
fn answers(host: &VirtualHost, upstream: &Upstream, site: &mut Block) {
    site.say("Ours instead of the node's; and neither says what runs there.");
    site.add(set("header").block(|header| {
        header.add(set("defer"));
        for name in conduct::HIDDEN {
            header.add(set(Argument::from("-").then(name)));
        }
        header.add(set("-Via"));
        for (name, value) in &host.headers {
            header.add(set(*name).arg(*value));
        }
        if host.tls && proxy::is_sticky(upstream) {
            let cookie = Argument::from("^(").matching(&proxy::Cookie(upstream)).then("=.*; Secure); SameSite=None$");
            header.add(
                set("Set-Cookie").arg(cookie).arg("$1; SameSite=Lax").why("Caddy's own word lets every site send it"),
            );
        }
    }));
}

fn tls(purpose: Purpose) -> Directive {
    set("tls")
        .arg(certificate(purpose, ".crt"))
        .arg(certificate(purpose, ".key"))
        .block(|tls| tls.add(set("import").words("wso2_tls")))
}

/// A log of the virtual host's own.
fn log(draft: &Draft<'_>, host: &VirtualHost) -> Directive {
    let mut path = Argument::from("/var/log/caddy/");
    match host.purpose {
        Purpose::Service => {}
        Purpose::Console => path = path.then(draft.plan.product.console_label).then("."),
        other => path = path.then(other.key()).then("."),
    }
    let path = path.then(draft.plan.product.id).then(if host.tls { ".https.access.log" } else { ".http.access.log" });
    set("log").block(|log| {
        log.add(set("output").words("file").arg(path));
        log.add(set("import").words("wso2_log"));
    })
}

/// The beginning of a URL: with the port where it is not the scheme's own.
pub(super) fn origin(tls: bool, host: &VirtualHost, port: Port) -> Argument {
    let origin = Argument::from(if tls { "https://" } else { "http://" }).and(&host.name);
    if port.get() == if tls { 443 } else { 80 } { origin } else { origin.then(":").and(&port) }
}

/// Host names that are not served, one site for each port.
pub(super) fn unknown(draft: &Draft<'_>) -> Block {
    let mut file = Block::new();
    for (port, tls) in draft.ports() {
        file.gap();
        file.say(if tls {
            "The same over TLS: without a certificate here, a handshake for an unknown name, or for none, fails."
        } else {
            "A host name that is not served here reaches no node: by itself Caddy would answer 200."
        });
        let address = Argument::from(if tls { "https://:" } else { "http://:" }).and(&port);
        file.add(set(address).block(|site| {
            site.add(set("respond").words("421").block(|respond| respond.add(set("close"))));
        }));
    }
    file
}
