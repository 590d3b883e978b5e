//! The nodes behind a virtual host: how they are chosen, asked for their health, and kept.

use crate::design::StayBy;
use crate::format::haproxy::{Argument, File, Line, Section, Symbol, line};
use crate::plan::front::conduct;
use crate::plan::{Affinity, Health, Server, Upstream, VirtualHost};

/// Seconds over which a node that comes back gets its share again: its program is not warm yet.
const EASED_IN: u16 = 30;

pub(super) fn of(host: &VirtualHost, upstream: &Upstream, section: &mut Section) {
    let active = upstream.active().count();
    if active > 1 {
        section
            .add(line("balance leastconn").why("a hung node keeps its share of connections; in turn it would get all"));
    }
    if let Some(affinity) = upstream.affinity {
        stays(host, upstream, affinity, section);
    }
    health(host, upstream, section);
    watched(upstream, section);
    if upstream.tls {
        tls(upstream, section);
    }
    section.gap();
    if upstream.servers.iter().any(|server| server.address.ip().is_none()) {
        section.say(
            "Host names are looked up once, when HAProxy starts or reloads: a node whose name is unknown then is out until the \
             next reload.",
        );
    }
    for node in upstream.active() {
        section.add(server(upstream, node));
    }
    let mut standby = upstream.standby().peekable();
    if standby.peek().is_some() {
        section.say("On standby: asked while those above are down. Sessions of the console start anew there.");
    }
    for node in standby {
        section.add(server(upstream, node).words("backup"));
    }
}

fn server(upstream: &Upstream, server: &Server) -> Line {
    let mut line = line("server").arg(&server.node).arg(Argument::endpoint(&server.address, server.port));
    if upstream.affinity.is_some_and(|affinity| affinity.by == StayBy::BalancerCookie) {
        line = line.words("cookie").arg(&server.node);
    }
    if server.address.ip().is_none() {
        line = line.words("init-addr libc,none");
    }
    line
}

/// How a client is kept on its node.
fn stays(host: &VirtualHost, upstream: &Upstream, affinity: Affinity, section: &mut Section) {
    section.say(format!("A client stays with its node: {}.", affinity.reason));
    match affinity.by {
        StayBy::BalancerCookie => {
            let cookie = line("cookie").arg(&Symbol::new(&upstream.cookie())).words("insert indirect nocache httponly");
            let cookie = if host.tls { cookie.words("secure") } else { cookie };
            section.add(cookie.words("attr SameSite=Lax"));
        }
        StayBy::Session => {
            section
                .say("By the session that a node began, in its cookie or in the path; clients without one are spread.");
            section.add(line("stick-table type string len 128 size 100k expire 1h peers wso2"));
            section.add(line("stick match req.cook(JSESSIONID)"));
            section.add(line("stick match url_param(jsessionid,;)"));
            section.add(line("stick store-response res.cook(JSESSIONID)"));
        }
    }
}

/// How a node is asked for its health.
fn health(host: &VirtualHost, upstream: &Upstream, section: &mut Section) {
    let Some(path) = upstream.health.path() else { return };
    section.gap();
    section.add(line("option httpchk"));
    section.add(
        line("http-check send meth GET uri")
            .arg(path)
            .words("ver HTTP/1.1 hdr Host")
            .arg(super::backend::authority(host)),
    );
    section.add(match upstream.health {
        Health::Succeeds(_) | Health::Connects => line("http-check expect status 200"),
        Health::Answers(_) => line("http-check expect ! status 502-504")
            .why("whatever the transport makes of the path, it is not overloaded or starting"),
    });
}

/// What is learned of a node from the requests to it, besides.
fn watched(upstream: &Upstream, section: &mut Section) {
    let active = upstream.active().count();
    let standby = upstream.standby().next().is_some();
    if active < 2 && !standby {
        return;
    }
    let alone = active == 1;
    section.add(
        line("default-server observe layer4 error-limit")
            .arg(if alone { &1 } else { &conduct::FAILS })
            .words("on-error mark-down")
            .why("failed connections put a node aside at once"),
    );
    if alone {
        section.say(
            "Once more to the active node, which may have just died with the request: that puts it aside, and the next one is \
             on standby.",
        );
        section.add(line("retries").arg(&conduct::TRIES));
    } else {
        let time = Argument::of(&EASED_IN).then("s");
        section.add(line("default-server slowstart").arg(time).why("a node that comes back is not warm yet"));
    }
}

fn tls(upstream: &Upstream, section: &mut Section) {
    let sni = Argument::from("str(").and(&upstream.host).then(")");
    if upstream.verified {
        section.say("A node proves itself by a certificate of the cluster's own authority, for the public host name.");
        section.add(
            line("default-server ssl verify required ca-file ssl/ca.crt verifyhost")
                .arg(&upstream.host)
                .words("sni")
                .arg(sni)
                .words("check-sni")
                .arg(&upstream.host),
        );
    } else {
        section.say(
            "NOT verified, as the design says (tls.nodes): whoever takes a node's address can read and change what is sent to \
             it. The certificate that the products come with proves nothing: its key is public.",
        );
        section.add(line("default-server ssl verify none sni").arg(sni).words("check-sni").arg(&upstream.host));
    }
}

/// By which a new process learns at a reload what the old one remembers of sessions. An abstract socket, which needs no port
/// and no folder.
pub(super) fn peers(file: &mut File) {
    file.gap();
    file.say("At a reload the old process tells the new one which session is on which node.");
    file.section(line("peers wso2"), |peers| {
        peers.add(line("peer wso2 abns@wso2-peers"));
    });
}
