use super::group::{Group, Stickiness};
use super::plus;
use super::{Draft, deny};
use crate::format::nginx::{Argument, Block, set};
use crate::plan::{Action, Purpose, VirtualHost};
use crate::value::{HostName, Port};

/// The virtual hosts of one file.
pub(super) fn body(draft: &Draft<'_>, hosts: &[&VirtualHost]) -> Block {
    let mut file = Block::new();
    for host in hosts {
        file.gap();
        if let Some(obstacle) = draft.front.obstacle(host) {
            file.say(format!("{}, port {}: left out, because {obstacle}.", host.name, host.port));
            continue;
        }
        match host.action {
            Action::Redirect(port) => redirect(draft, host, port, &mut file),
            Action::Proxy(upstream) => {
                if let Some(group) = draft.groups.get(upstream) {
                    proxy(draft, host, group, &mut file);
                }
            }
        }
    }
    file
}

/// The sockets of a port.
pub(super) fn listen(draft: &Draft<'_>, port: Port, tls: bool, default: bool, server: &mut Block) {
    let mut sockets = vec![Argument::of(&port)];
    if draft.front.address.as_ref().and_then(|address| address.ip()).is_some_and(|ip| ip.is_ipv6()) {
        sockets.push(Argument::from("[::]:").and(&port));
    }
    for socket in sockets {
        let mut listen = set("listen").arg(socket);
        if tls {
            listen = listen.words(if draft.can.http2_directive { "ssl" } else { "ssl http2" });
        }
        server.add(if default { listen.words("default_server") } else { listen });
    }
    if tls && draft.can.http2_directive {
        server.add(set("http2").words("on"));
    }
}

pub(super) fn certificate(purpose: Purpose, server: &mut Block) {
    let file = |ending| Argument::from("ssl/").then(purpose.certificate()).then(ending);
    server.add(set("ssl_certificate").arg(file(".crt")));
    server.add(set("ssl_certificate_key").arg(file(".key")));
}

fn redirect(draft: &Draft<'_>, host: &VirtualHost, to: Port, file: &mut Block) {
    file.say("308 lets a POST stay a POST; the name is fixed, so that no request decides where it leads.");
    file.add(set("server").block(|server| {
        listen(draft, host.port, host.tls, false, server);
        server.add(set("server_name").arg(&host.name));
        server.add(log(draft, host, "access_log").words("wso2"));
        server.add(set("return").words("308").arg(origin(true, &host.name, to).then("$request_uri")));
    }));
}

fn proxy(draft: &Draft<'_>, host: &VirtualHost, group: &Group<'_>, file: &mut Block) {
    file.add(set("server").block(|server| {
        listen(draft, host.port, host.tls, false, server);
        server.add(set("server_name").arg(&host.name));
        if host.purpose == Purpose::Console {
            server.add(log(draft, host, "error_log").words("warn"));
        }
        server.add(log(draft, host, "access_log").words("wso2"));
        server.gap();
        if host.tls {
            certificate(host.purpose, server);
            server.add(set("include").words("snippets/wso2-tls.conf"));
            server.gap();
            server.say("A TLS session that was opened for another name must not lead here.");
            let other = Argument::from("^").matching(&host.name).then("$)");
            let other = set("if").words("($ssl_server_name !~*").arg(other);
            server.add(other.block(|other| other.add(set("return").words("421"))));
            server.gap();
        }
        server.add(set("client_max_body_size").arg(Argument::of(&host.body_limit).then("m")).why(body_reason(host)));
        server.add(set("include").words("snippets/wso2-errors.conf"));
        if !host.refusals.is_empty() {
            server.add(set("include").arg(deny::file(host)));
        }
        server.gap();
        server.add(set("location").words("/").block(|location| {
            content(draft, host, group, location);
        }));
    }));
}

fn body_reason(host: &VirtualHost) -> &'static str {
    match host.purpose {
        Purpose::Console => "composite applications are large, and NGINX's own limit is 1 MB",
        _ => "NGINX's own limit is 1 MB; larger messages are refused with 413",
    }
}

fn content(draft: &Draft<'_>, host: &VirtualHost, group: &Group<'_>, location: &mut Block) {
    if !host.allow.is_empty() {
        for network in &host.allow {
            location.add(set("allow").arg(network));
        }
        location.add(set("deny").words("all"));
        location.gap();
    }
    location.add(set("include").words("snippets/wso2-proxy.conf"));
    let name = public_name(host);
    location
        .add(set("proxy_set_header").words("Host").arg(name.clone()).why("the public name, whatever the client wrote"));
    location.add(set("proxy_set_header").words("X-Forwarded-Host").arg(name));
    location.gap();
    if group.upstream.tls {
        location.add(set("include").words("snippets/wso2-upstream-tls.conf"));
        location.add(
            set("proxy_ssl_name").arg(&host.name).why("asked for, and checked: else it is the name of the upstream"),
        );
        location.gap();
    }
    headers(host, group, location);
    location.gap();
    location.say("Redirects of a node name its own ports: the client gets the public ones, each scheme its own.");
    for (tls, port) in [(false, draft.front.http_port), (true, draft.front.https_port)] {
        location.add(set("proxy_redirect").arg(own_origin(host, tls)).arg(origin(tls, &host.name, port).then("$1")));
    }
    location.gap();
    let scheme = Argument::from(if group.upstream.tls { "https://" } else { "http://" });
    let target = match group.stickiness {
        Stickiness::Maps => scheme.then("$").and(&group.choice()),
        _ => scheme.and(&group.name),
    };
    location.add(set("proxy_pass").arg(target));
    if draft.can.plus
        && let Some(path) = group.upstream.health.path()
    {
        location.add(plus::health_check(group, path));
    }
}

/// What answers carry besides what the node says.
fn headers(host: &VirtualHost, group: &Group<'_>, location: &mut Block) {
    let ours = &host.headers;
    if !ours.is_empty() {
        location.say("Ours instead of the node's: browsers ignore some headers that come twice.");
    }
    for (name, _) in ours {
        location.add(set("proxy_hide_header").words(name));
    }
    for (name, value) in ours {
        location.add(set("add_header").words(name).words(value).words("always"));
    }
    if group.stickiness == Stickiness::Maps {
        location.gap();
        location.say("The cookie that ties a client to its node; nothing where the client has it.");
        location.add(set("add_header").words("Set-Cookie").arg(Argument::variable(&group.reply())).words("always"));
    }
}

/// The host as clients write it: with the port where it is not the scheme's own.
fn public_name(host: &VirtualHost) -> Argument {
    with_port(Argument::of(&host.name), host.tls, host.port)
}

fn origin(tls: bool, name: &HostName, port: Port) -> Argument {
    with_port(Argument::from(if tls { "https://" } else { "http://" }).and(name), tls, port)
}

fn with_port(argument: Argument, tls: bool, port: Port) -> Argument {
    if port.get() == if tls { 443 } else { 80 } { argument } else { argument.then(":").and(&port) }
}

/// What matches this host's own origin in a redirect, with any port of a node or of a load balancer; the rest is `$1`.
fn own_origin(host: &VirtualHost, tls: bool) -> Argument {
    let mut pattern =
        Argument::from(if tls { "~*^https://" } else { "~*^http://" }).matching(&host.name).then("(?::(?:");
    for (number, port) in host.redirect_ports.iter().enumerate() {
        pattern = pattern.then(if number > 0 { "|" } else { "" }).and(port);
    }
    pattern.then("))?([/?#].*)?$")
}

/// A log of the virtual host's own.
fn log(draft: &Draft<'_>, host: &VirtualHost, kind: &'static str) -> crate::format::nginx::Directive {
    let mut path = Argument::from("/var/log/nginx/");
    match host.purpose {
        Purpose::Service => {}
        Purpose::Console => path = path.then(draft.plan.product.console_label).then("."),
        other => path = path.then(other.key()).then("."),
    }
    let path = path.then(draft.plan.product.id).then(if host.tls { ".https." } else { ".http." });
    set(kind).arg(path.then(if kind == "error_log" { "error.log" } else { "access.log" }))
}
