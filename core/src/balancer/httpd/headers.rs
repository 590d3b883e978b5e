//! What a node is told of a request, and what a client is told of a node.

use super::{Draft, Sticky, sticky};
use crate::format::httpd::{Argument, Block, set};
use crate::plan::front::conduct::{self, Fact};
use crate::plan::{Upstream, VirtualHost};
use crate::value::{HostName, Port};

/// For every host.
pub(super) fn of_everyone(file: &mut Block) {
    file.say(
        "Not for a client to set at all; the two with certificates sign in where a node trusts its load balancer.",
    );
    for name in conduct::PLANTED {
        file.add(set("RequestHeader").words("unset").words(name).words("early"));
    }
    file.gap();
    file.say(
        "httpd drops what Connection names before it sends a request on: `Connection: close, X-Forwarded-For` would undo what \
         is set for the node. So what remains of it is what httpd itself has to know. WebSocket is passed on, and no other \
         protocol that a client asks to change to.",
    );
    let says = |word: &'static str| {
        Argument::from(r"req_novary('Connection') =~ /(?:^|,)\s*").then(word).then(r"\s*(?:,|$)/i")
    };
    let websocket = says("upgrade").then(" && req_novary('Upgrade') =~ /^websocket$/i");
    for (value, when) in [("close", says("close")), ("Upgrade", websocket)] {
        file.add(set("RequestHeader").words("set Connection").words(value).arg(Argument::from("expr=").join(&when)));
    }
    file.add(
        set("RequestHeader")
            .words("unset Connection")
            .arg("expr=! req_novary('Connection') =~ /^(?:close|keep-alive|upgrade)$/i"),
    );
    file.add(set("RequestHeader").words("unset Upgrade").arg("expr=! req_novary('Connection') =~ /^upgrade$/i"));
    file.gap();
    file.say("What tells an attacker what runs on a node.");
    for name in conduct::HIDDEN {
        file.add(set("Header").words("unset").words(name));
    }
}

/// What the node is told of a request.
pub(super) fn forwarded(host: &VirtualHost, file: &mut Block) {
    file.say(
        "Set here, never taken over from a client. Behind another proxy let mod_remoteip find the client's address first.",
    );
    for (name, fact) in conduct::FORWARDED {
        let value = match fact {
            Fact::Client => Argument::from("expr=%{REMOTE_ADDR}"),
            Fact::Authority => authority(host),
            Fact::Host => Argument::of(&host.name),
            Fact::Scheme => Argument::from(host.scheme()),
            Fact::Port => Argument::of(&host.port),
            Fact::Request => Argument::from("expr=%{reqenv:UNIQUE_ID}"),
        };
        file.add(set("RequestHeader").words("set").words(name).arg(value));
    }
}

/// What an answer carries besides what the node says, and what is mended in it.
pub(super) fn answers(draft: &Draft<'_>, host: &VirtualHost, upstream: &Upstream, file: &mut Block) {
    if !host.headers.is_empty() {
        file.say("Ours instead of the node's: browsers ignore some headers that come twice.");
    }
    for (name, _) in &host.headers {
        file.add(set("Header").words("unset").words(name));
    }
    for (name, value) in &host.headers {
        file.add(set("Header").words("always set").words(name).arg(*value));
    }
    if sticky(upstream) == Some(Sticky::Cookie) {
        file.gap();
        file.say("The cookie that ties a client to its node: what follows the dot. Nothing where the client has it.");
        let cookie = Argument::symbol(&upstream.cookie())
            .then("=.%{BALANCER_WORKER_ROUTE}e; Path=/; HttpOnly; SameSite=Lax")
            .then(if host.tls { "; Secure" } else { "" });
        file.add(set("Header").words("always add Set-Cookie").arg(cookie).words("env=BALANCER_ROUTE_CHANGED"));
    }
    file.gap();
    file.say("Redirects of a node name its own ports: the client gets the public ones, each scheme its own.");
    for (tls, port) in [(false, draft.front.http_port), (true, draft.front.https_port)] {
        let to = origin(tls, &host.name, port).then("$1");
        file.add(set("Header").words("edit Location").arg(own_origin(host, tls)).arg(to));
    }
}

/// The host as clients write it: with the port where it is not the scheme's own.
fn authority(host: &VirtualHost) -> Argument {
    with_port(Argument::of(&host.name), host.tls, host.port)
}

/// Where a host is on a port, as the beginning of a URL.
pub(super) fn origin(tls: bool, name: &HostName, port: Port) -> Argument {
    with_port(Argument::from(if tls { "https://" } else { "http://" }).and(name), tls, port)
}

fn with_port(argument: Argument, tls: bool, port: Port) -> Argument {
    if port.get() == if tls { 443 } else { 80 } { argument } else { argument.then(":").and(&port) }
}

/// What matches this host's own origin in a redirect, with any port of a node or of a load balancer; the rest is `$1`.
fn own_origin(host: &VirtualHost, tls: bool) -> Argument {
    let mut pattern =
        Argument::from(if tls { "(?i)^https://" } else { "(?i)^http://" }).matching(&host.name).then("(?::(?:");
    for (number, port) in host.redirect_ports.iter().enumerate() {
        pattern = pattern.then(if number > 0 { "|" } else { "" }).and(port);
    }
    pattern.then("))?([/?#].*)?$")
}
