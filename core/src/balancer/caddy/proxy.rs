//! The way to the nodes of an upstream.

use super::global::seconds;
use super::{Draft, retries, site, snippets};
use crate::format::Inert;
use crate::format::caddyfile::{Argument, Block, Caddyfile, Directive, set};
use crate::plan::front::conduct::{self, Fact};
use crate::plan::{Server, Upstream, VirtualHost};
use std::fmt;

/// The directive that sends what is left of a virtual host's requests to its nodes.
pub(super) fn directive(draft: &Draft<'_>, host: &VirtualHost, upstream: &Upstream) -> Directive {
    set("reverse_proxy").block(|proxy| {
        nodes(upstream, proxy);
        proxy.gap();
        choice(upstream, proxy);
        health(upstream, proxy);
        proxy.gap();
        headers(host, proxy);
        proxy.gap();
        proxy.say("Redirects of a node name its own ports: the client gets the public ones, each scheme its own.");
        for (tls, port) in [(false, draft.front.http_port), (true, draft.front.https_port)] {
            let public = site::origin(tls, host, port).then("$1");
            proxy.add(set("header_down").words("Location").arg(own_origin(host, tls)).arg(public));
        }
        proxy.gap();
        proxy.add(
            set("stream_close_delay").arg(seconds(conduct::SHUTDOWN)).why("WebSockets outlive new files for so long"),
        );
        proxy.add(set("transport").words("http").block(|transport| transport_to(draft, upstream, transport)));
    })
}

fn nodes(upstream: &Upstream, proxy: &mut Block) {
    let to = |server: &Server| {
        let scheme = Argument::from(if upstream.tls { "https://" } else { "http://" });
        set("to").arg(scheme.join(&Argument::endpoint(&server.address, server.port))).why(server.node.to_string())
    };
    upstream.active().for_each(|server| proxy.add(to(server)));
    if upstream.standby().next().is_some() {
        proxy.say("On standby: asked while those above are down. Sessions start anew there.");
        upstream.standby().for_each(|server| proxy.add(to(server)));
    }
}

/// Which node gets a request, and what happens when it is gone.
fn choice(upstream: &Upstream, proxy: &mut Block) {
    if upstream.servers.len() < 2 {
        return;
    }
    if upstream.standby().next().is_some() {
        proxy.add(set("lb_policy").words("first").why("the first of the list that is up"));
    } else if let Some(affinity) = upstream.affinity {
        proxy.say(format!("A client stays with its node: {}.", affinity.reason));
        proxy.add(set("import").words("wso2_sticky").arg(&Cookie(upstream)));
    } else {
        proxy.add(
            set("lb_policy")
                .words("least_conn")
                .why("a hung node keeps its share of connections; in turn it would get all"),
        );
    }
    proxy.add(set("import").arg(retries::snippet(upstream)));
}

fn health(upstream: &Upstream, proxy: &mut Block) {
    let (Some(path), true) = (upstream.health.path(), snippets::asks(upstream) && upstream.servers.len() > 1) else {
        return;
    };
    proxy.gap();
    proxy.add(set("health_uri").arg(path));
    proxy.add(set("health_status").words("200"));
    proxy.add(set("health_headers").block(|headers| headers.add(set("Host").arg(&upstream.host))));
    proxy.add(set("health_interval").arg(seconds(conduct::HEALTH_EVERY)));
    proxy.add(set("health_timeout").arg(seconds(conduct::HEALTH_WITHIN)));
    proxy.add(set("health_fails").arg(&conduct::HEALTH_FAILS));
    proxy.add(set("health_passes").arg(&conduct::HEALTH_PASSES));
}

/// What a node is told of this host; the rest is the same for all.
fn headers(host: &VirtualHost, proxy: &mut Block) {
    proxy.add(set("import").words("wso2_node"));
    let name = Argument::of(&host.name);
    let authority = if host.has_usual_port() { name.clone() } else { name.clone().then(":").and(&host.port) };
    for (header, fact) in conduct::FORWARDED {
        let value = match fact {
            Fact::Authority => authority.clone(),
            Fact::Host => name.clone(),
            Fact::Port => Argument::of(&host.port),
            Fact::Client | Fact::Scheme | Fact::Request => continue,
        };
        let directive = set("header_up").words(header).arg(value);
        proxy.add(if header == "Host" {
            directive.why("the public name, whatever the client wrote")
        } else {
            directive
        });
    }
}

/// What matches this host's own origin in a redirect, with any port of a node or of a load balancer; the rest is `$1`.
fn own_origin(host: &VirtualHost, tls: bool) -> Argument {
    let scheme = if tls { "(?i)^https://" } else { "(?i)^http://" };
    let mut pattern = Argument::from(scheme).matching(&host.name).then("(?::(?:");
    for (number, port) in host.redirect_ports.iter().enumerate() {
        pattern = pattern.then(if number > 0 { "|" } else { "" }).and(port);
    }
    pattern.then("))?([/?#].*)?$")
}

fn transport_to(draft: &Draft<'_>, upstream: &Upstream, transport: &mut Block) {
    transport.add(set("dial_timeout").arg(seconds(conduct::CONNECT)).why("a host that is gone must not cost a minute"));
    transport.add(
        set("response_header_timeout")
            .arg(seconds(draft.front.limits.answer))
            .why("then 504, and no other node is tried"),
    );
    transport.add(
        set("keepalive").arg(seconds(upstream.idle)).why("shorter than the node's own: it never closes one in use"),
    );
    transport.add(set("versions").words("1.1").why("WebSocket needs it"));
    if upstream.tls {
        snippets::tls_to_nodes(upstream, transport);
    }
}

/// Whether clients stay with a node by Caddy's cookie.
pub(super) fn is_sticky(upstream: &Upstream) -> bool {
    upstream.affinity.is_some() && upstream.servers.len() > 1 && upstream.standby().next().is_none()
}

/// The cookie that names a client's node: made of a product's key, so it holds letters, digits and `_` only.
pub(super) struct Cookie<'p>(pub(super) &'p Upstream);

impl fmt::Display for Cookie<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.cookie())
    }
}

impl Inert<Caddyfile> for Cookie<'_> {}
