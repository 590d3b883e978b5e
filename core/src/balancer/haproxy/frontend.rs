use super::global::deny;
use super::{Draft, refusals, what};
use crate::format::haproxy::{Argument, File, Line, Section, Symbol, line};
use crate::plan::front::conduct::{self, Fact};
use crate::plan::{Action, Purpose, VirtualHost};
use crate::value::Port;

/// Where requests of clients come in: what all host names share.
pub(super) fn public(draft: &Draft<'_>, file: &mut File) {
    file.gap();
    file.section(line("frontend public"), |front| {
        sockets(draft, front);
        front.gap();
        front.say("A number of each request alone, for logs and nodes.");
        front.add(line("unique-id-format").words("%[uuid()]"));
        asked(draft, front);
        said(front);
        redirects(draft, front);
        targets(draft, front);
    });
}

fn sockets(draft: &Draft<'_>, front: &mut Section) {
    for (port, tls) in draft.front.listeners() {
        if tls && certificates(draft).is_empty() {
            front.say(format!("Port {port} is left out: no host name is served there."));
            continue;
        }
        front.add(secured(draft, line("bind").arg(Argument::from(":").and(&port)), tls));
        if draft.front.listens_on_ipv6() {
            let bind = line("bind").arg(Argument::from("[::]:").and(&port)).words("v6only");
            front.add(secured(draft, bind, tls));
        }
    }
}

/// A socket's TLS: no certificate is shown to whoever asks for another name, or for none.
fn secured(draft: &Draft<'_>, bind: Line, tls: bool) -> Line {
    if !tls {
        return bind;
    }
    let bind = certificates(draft).into_iter().fold(bind.words("ssl strict-sni"), |bind, purpose| {
        bind.words("crt").arg(Argument::from("ssl/").then(purpose.certificate()).then(".pem"))
    });
    bind.words("alpn h2,http/1.1")
}

/// Those of the host names that are served over TLS, each once.
fn certificates(draft: &Draft<'_>) -> Vec<Purpose> {
    let mut all: Vec<Purpose> = Vec::new();
    for host in draft.served().filter(|host| host.tls) {
        if !all.iter().any(|other| other.certificate() == host.purpose.certificate()) {
            all.push(host.purpose);
        }
    }
    all
}

/// What is asked for: a host name that is served, and a path that can be compared.
fn asked(draft: &Draft<'_>, front: &mut Section) {
    front.gap();
    front.say("The host name, in whatever way it is written.");
    front.add(line("http-request set-var(txn.host) req.fhdr(host),field(1,:),rtrim(.),lower"));
    front.add(line("acl tls ssl_fc"));
    let mut named: Vec<Purpose> = Vec::new();
    for host in &draft.front.hosts {
        if let Some(obstacle) = draft.front.obstacle(host) {
            front.say(format!("{}, port {}: left out, because {obstacle}.", host.name, host.port));
        } else if !named.contains(&host.purpose) {
            named.push(host.purpose);
            front.add(line("acl").arg(&name(host)).words("var(txn.host) -m str").matches([&host.name]));
        }
    }
    front.gap();
    front.say("One that is not served here reaches no node, nor does a request over a TLS session for another one.");
    let known = draft.served().map(|host| condition(draft, host));
    let mut refused = deny(421);
    for (number, words) in unique(known).into_iter().enumerate() {
        refused = refused.words(if number == 0 { "unless" } else { "or" });
        refused = words.into_iter().fold(refused, Line::arg);
    }
    front.add(refused);
    front.add(deny(421).words("if tls !{ ssl_fc_sni,lower,strcmp(txn.host) eq 0 }"));
    refusals::comparable(front);
}

/// The ACL of a host name.
fn name(host: &VirtualHost) -> Symbol {
    Symbol::new(&format!("{}_host", host.purpose.key()))
}

fn scheme(host: &VirtualHost) -> &'static str {
    if host.tls { "tls" } else { "!tls" }
}

/// When a virtual host is meant: its name, with its scheme where the other one does not lead to that name too.
fn condition(draft: &Draft<'_>, host: &VirtualHost) -> Vec<Argument> {
    let name = Argument::of(&name(host));
    let both = draft.served().any(|other| other.purpose == host.purpose && other.tls != host.tls);
    if both { vec![name] } else { vec![Argument::from(scheme(host)), name] }
}

fn unique<T: PartialEq>(all: impl Iterator<Item = T>) -> Vec<T> {
    all.fold(Vec::new(), |mut seen, it| {
        if !seen.contains(&it) {
            seen.push(it);
        }
        seen
    })
}

/// What nodes are told of a client, and what no client may tell them.
fn said(front: &mut Section) {
    front.gap();
    front.say(
        "Not for a client to say at all; the two with certificates sign in where a node trusts its load balancer.",
    );
    for name in conduct::PLANTED {
        front.add(line("http-request del-header").arg(name));
    }
    front.say("Said here, whatever the client said; what depends on the host name is said in its back end.");
    for (name, fact) in conduct::FORWARDED {
        if let Some(value) = of_request(fact) {
            front.add(line("http-request set-header").arg(name).arg(value));
        }
    }
    front.say("WebSocket, and no other protocol that a client asks to change to: no path would be looked at any more.");
    front.add(line("acl websocket req.fhdr(Upgrade) -m str -i").matches([Argument::from("websocket")]));
    front.add(line("http-request set-header Upgrade websocket if websocket"));
    front.add(line("http-request del-header Upgrade unless websocket"));
    front.gap();
    front.say("What was sent already is sent to another node only where it may be carried out twice: a POST never is.");
    front.add(conduct::IDEMPOTENT.into_iter().fold(line("acl idempotent method"), Line::arg));
    front.add(line("http-request disable-l7-retry unless idempotent"));
    front.gap();
    front.say("What tells an attacker what runs on the nodes.");
    for name in conduct::HIDDEN {
        front.add(line("http-response del-header").arg(name));
    }
}

/// What is known of a request whatever host it is for.
fn of_request(fact: Fact) -> Option<Argument> {
    match fact {
        Fact::Client => Some(Argument::from("%[src]")),
        Fact::Request => Some(Argument::from("%[unique-id]")),
        Fact::Authority | Fact::Host | Fact::Scheme | Fact::Port => None,
    }
}

fn redirects(draft: &Draft<'_>, front: &mut Section) {
    let hosts: Vec<(&VirtualHost, Port)> = draft
        .served()
        .filter_map(|host| match host.action {
            Action::Redirect(port) => Some((host, port)),
            Action::Proxy(_) => None,
        })
        .collect();
    if hosts.is_empty() {
        return;
    }
    front.gap();
    front.say("308 lets a POST stay a POST; the name is fixed, so that no request decides where it leads.");
    for (host, port) in hosts {
        let prefix = super::redirect::origin(true, &host.name, port);
        front.add(
            line("http-request redirect prefix").arg(prefix).words("code 308 if").words(scheme(host)).arg(&name(host)),
        );
    }
}

fn targets(draft: &Draft<'_>, front: &mut Section) {
    front.gap();
    for host in draft.served() {
        if let Some(backend) = draft.backend(host) {
            let why = what(host.purpose, host.tls);
            front.add(line("use_backend").arg(&backend).words("if").words(scheme(host)).arg(&name(host)).why(why));
        }
    }
}

/// How nodes and requests are, for this machine only.
pub(super) fn statistics(file: &mut File) {
    file.gap();
    file.say("How nodes and requests are, for this machine only.");
    file.section(line("frontend statistics"), |statistics| {
        statistics.add(line("bind 127.0.0.1:8404"));
        statistics.add(line("http-request set-log-level silent"));
        statistics.add(line("stats enable"));
        statistics.add(line("stats uri /"));
        statistics.add(line("stats refresh 10s"));
    });
}
