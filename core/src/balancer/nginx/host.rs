use super::Draft;
use super::group::{Group, Stickiness};
use super::{plus, refusals, snippets};
use crate::catalogue::Transport;
use crate::format::nginx::{Argument, Block, Directive, Symbol, set, when};
use crate::plan::front::conduct::{self, Fact};
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
    if draft.front.listens_on_ipv6() {
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
            let own = Argument::from("^").matching(&host.name).then("$");
            server.add(when("$ssl_server_name", "!~*", own).block(|other| other.add(set("return").words("421"))));
            server.gap();
        }
        let limit = set("client_max_body_size").arg(Argument::megabytes(host.body_limit));
        server.add(limit.why(match host.purpose {
            Purpose::Console => "composite applications are large, and NGINX's own limit is 1 MB",
            _ => "NGINX's own limit is 1 MB; larger messages are refused with 413",
        }));
        server.add(set("include").words("snippets/wso2-errors.conf"));
        if !host.refusals.is_empty() {
            server.add(set("include").arg(refusals::file(draft, host)));
        }
        server.gap();
        server.add(set("location").words("/").block(|location| content(draft, host, group, location)));
        if draft.can.plus
            && let Some(health) = plus::health(draft, host, group)
        {
            server.gap();
            server.add(health);
        }
    }));
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
    let mut why = Some("the public name, whatever the client wrote");
    for (name, _) in conduct::FORWARDED.iter().filter(|(_, fact)| *fact == Fact::Authority) {
        let header = set("proxy_set_header").words(name).arg(authority(host));
        location.add(match why.take() {
            Some(why) => header.why(why),
            None => header,
        });
    }
    location.gap();
    if group.upstream.transport == Transport::WebSocket {
        location.say("A WebSocket may be silent for longer than a service may think.");
        for timeout in ["proxy_send_timeout", "proxy_read_timeout"] {
            location.add(set(timeout).arg(Argument::seconds(conduct::TUNNEL)));
        }
        location.gap();
    }
    if group.upstream.tls {
        node_tls(group, location);
        location.gap();
    }
    headers(host, group, location);
    location.gap();
    location.say("Redirects of a node name its own ports: the client gets the public ones, each scheme its own.");
    for (tls, port) in [(false, draft.front.http_port), (true, draft.front.https_port)] {
        location.add(set("proxy_redirect").arg(own_origin(host, tls)).arg(origin(tls, &host.name, port).then("$1")));
    }
    location.gap();
    location.add(match group.stickiness {
        Stickiness::Maps => {
            let scheme = if group.upstream.tls { "https://$" } else { "http://$" };
            set("proxy_pass").arg(Argument::from(scheme).and(&group.choice()))
        }
        _ => pass(group, &group.name),
    });
}

/// TLS towards the nodes of a group. One group has one policy, whichever location uses it: NGINX keeps a node's TLS session,
/// and with it what was found out about its certificate, for all of them.
pub(super) fn node_tls(group: &Group<'_>, location: &mut Block) {
    location.add(set("include").words(snippets::node_tls_file(group.upstream.verified)));
    let name = set("proxy_ssl_name").arg(&group.upstream.host);
    location.add(match group.upstream.verified {
        true => name.why("asked for, and checked: else it is the name of the upstream"),
        false => name.why("asked for: else it is the name of the upstream"),
    });
}

pub(super) fn pass(group: &Group<'_>, to: &Symbol) -> Directive {
    let scheme = if group.upstream.tls { "https://" } else { "http://" };
    set("proxy_pass").arg(Argument::from(scheme).and(to))
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
        location.add(set("add_header").arg(*name).arg(*value).words("always"));
    }
    if group.stickiness == Stickiness::Maps {
        location.gap();
        location.say("The cookie that ties a client to its node; nothing where the client has it.");
        location.add(set("add_header").words("Set-Cookie").arg(Argument::variable(&group.reply())).words("always"));
    }
}

/// The host as clients write it: with the port where it is not the scheme's own.
pub(super) fn authority(host: &VirtualHost) -> Argument {
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
fn log(draft: &Draft<'_>, host: &VirtualHost, kind: &'static str) -> Directive {
    let mut path = Argument::from("/var/log/nginx/");
    match host.purpose {
        Purpose::Service => {}
        Purpose::Console => path = path.then(draft.plan.product.console_label).then("."),
        other => path = path.then(other.key()).then("."),
    }
    let path = path.then(draft.plan.product.id).then(if host.tls { ".https." } else { ".http." });
    set(kind).arg(path.then(if kind == "error_log" { "error.log" } else { "access.log" }))
}
