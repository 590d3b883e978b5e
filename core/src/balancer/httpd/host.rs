use super::{Draft, balancer, deny, headers, upstreams};
use crate::format::httpd::{Argument, Block, Directive, set};
use crate::plan::{Action, Purpose, Upstream, VirtualHost};
use crate::value::Port;

/// The virtual hosts of one file.
pub(super) fn body(draft: &Draft<'_>, hosts: &[&VirtualHost]) -> Block {
    let mut file = Block::new();
    for host in hosts {
        file.gap();
        if let Some(obstacle) = draft.front.obstacle(host) {
            file.say(format!("{}, port {}: left out, because {obstacle}.", host.name, host.port));
            continue;
        }
        match (&host.action, draft.front.upstream(host)) {
            (Action::Redirect(port), _) => redirect(draft, host, *port, &mut file),
            (Action::Proxy(_), Some(upstream)) => proxy(draft, host, upstream, &mut file),
            (Action::Proxy(_), None) => {}
        }
    }
    file
}

/// The certificate of a purpose.
pub(super) fn certificate(purpose: Purpose, section: &mut Block) {
    let file = |ending| Argument::from("ssl/").then(purpose.certificate()).then(ending);
    section.add(set("SSLCertificateFile").arg(file(".crt")));
    section.add(set("SSLCertificateKeyFile").arg(file(".key")));
}

fn section(host: &VirtualHost, fill: impl FnOnce(&mut Block)) -> Directive {
    set("VirtualHost").arg(Argument::from("*:").and(&host.port)).section(fill)
}

fn redirect(draft: &Draft<'_>, host: &VirtualHost, to: Port, file: &mut Block) {
    file.say(
        "308 lets a POST stay a POST; the name is fixed, so that no request decides where it leads. The path is as the \
         client wrote it, and its query follows by itself.",
    );
    file.add(section(host, |section| {
        section.add(set("ServerName").arg(&host.name));
        section.add(log(draft, host, "CustomLog").words("wso2"));
        section.add(set("AllowEncodedSlashes").words("On"));
        section.gap();
        section.add(set("Include").words("wso2/errors.conf"));
        section.add(set("RewriteCond").words("%{THE_REQUEST}").arg(r"^\S+ (?:https?://[^/?\s]*)?([^?\s]*)"));
        let origin = headers::origin(true, &host.name, to).then("%1");
        section.add(set("RewriteRule").words("^").arg(origin).words("[R=308,NE]"));
    }));
}

fn proxy(draft: &Draft<'_>, host: &VirtualHost, upstream: &Upstream, file: &mut Block) {
    file.add(section(host, |section| {
        section.add(set("ServerName").arg(&host.name));
        if host.purpose == Purpose::Console {
            section.add(log(draft, host, "ErrorLog"));
        }
        section.add(log(draft, host, "CustomLog").words("wso2"));
        if host.tls {
            section.gap();
            section.add(set("SSLEngine").words("On"));
            certificate(host.purpose, section);
        }
        section.gap();
        rules(draft, host, upstream, section);
        if !host.allow.is_empty() {
            section.gap();
            section.add(set("Location").words("/").section(|location| {
                for network in &host.allow {
                    location.add(set("Require").words("ip").arg(network));
                }
            }));
        }
        section.gap();
        headers::forwarded(host, section);
        section.gap();
        headers::answers(draft, host, upstream, section);
        section.gap();
        section.add(
            set("ProxyTimeout")
                .arg(&upstreams::patience(draft, upstream))
                .why("Between two reads or writes: the longest that a service may think."),
        );
        section.say(
            "Where there is least to do: a hung node keeps its share of requests. The path as the client wrote it: a node \
             shall decode it, once.",
        );
        let pass = set("ProxyPass").words("/").arg(balancer(upstream).then("/"));
        section.add(upstreams::choice(upstream).into_iter().fold(pass, Directive::arg).words("nocanon"));
    }));
}

/// What is decided before a node is asked, in this order.
fn rules(draft: &Draft<'_>, host: &VirtualHost, upstream: &Upstream, section: &mut Block) {
    section.add(
        set("AllowEncodedSlashes")
            .words("On")
            .why("`%2F` is decoded where paths are compared, and else httpd knows no path with it."),
    );
    section.add(set("Include").words("wso2/errors.conf"));
    if host.tls {
        section.say("A TLS session that was opened for another name must not lead here.");
        let other = Argument::from("!^").matching(&host.name).then("$");
        section.add(set("RewriteCond").words("%{SSL:SSL_TLS_SNI}").arg(other).words("[NC]"));
        section.add(set("RewriteRule").words("^ - [R=421]"));
    }
    section.say(format!(
        "{} MB, as far as the length is declared: LimitRequestBody does not heed what is sent on, and what comes in chunks \
         is limited by the node.",
        host.body_limit
    ));
    let bytes = u64::from(host.body_limit) * 1_048_576;
    let larger = Argument::from("req_novary('Content-Length') -gt ").and(&bytes);
    section.add(set("RewriteCond").words("expr").arg(larger));
    section.add(set("RewriteRule").words("^ - [R=413]"));
    if !host.refusals.is_empty() {
        section.add(set("Include").arg(deny::file(host.purpose)));
    }
    if !draft.can.upgrade {
        section.say("WebSocket, which has members of its own before 2.4.47.");
        section.add(set("RewriteCond").words("%{HTTP:Upgrade} ^websocket$ [NC]"));
        let to = balancer(upstream).then("_ws/$1");
        section.add(set("RewriteRule").words("^/(.*)").arg(to).words("[P]"));
    }
}

/// A log of the virtual host's own.
fn log(draft: &Draft<'_>, host: &VirtualHost, kind: &'static str) -> Directive {
    let mut path = Argument::from("${WSO2_LOGS}/");
    match host.purpose {
        Purpose::Service => {}
        Purpose::Console => path = path.then(draft.plan.product.console_label).then("."),
        other => path = path.then(other.key()).then("."),
    }
    let path = path.then(draft.plan.product.id).then(if host.tls { ".https." } else { ".http." });
    set(kind).arg(path.then(if kind == "ErrorLog" { "error.log" } else { "access.log" }))
}
