use super::{Draft, Sticky, balancer, sticky};
use crate::catalogue::Transport;
use crate::design::StayBy;
use crate::format::httpd::{Argument, Block, Directive, set};
use crate::plan::front::conduct;
use crate::plan::{Health, Purpose, Server, Upstream};

pub(super) fn body(draft: &Draft<'_>) -> Block {
    let mut file = Block::new();
    let servers = || draft.front.upstreams.iter().flat_map(|upstream| &upstream.servers);
    if servers().any(|server| server.address.ip().is_none()) {
        file.say(if draft.can.address_ttl {
            "Host names are looked up anew every minute; requests go elsewhere while one is unknown."
        } else {
            "Host names are looked up once, by each process: a change counts from the next reload on."
        });
        file.gap();
    }
    // A hung node takes a thread of the health checks until it is given up.
    let threads = (servers().count() / 8).clamp(16, 128);
    file.add(set("ProxyHCTPsize").arg(&threads).why("Health checks at a time."));
    let first = draft.front.upstreams.iter().position(|upstream| !upstream.servers.is_empty());
    for (number, upstream) in draft.front.upstreams.iter().enumerate() {
        file.gap();
        if upstream.servers.is_empty() {
            file.say(format!("{}: left out, because the design has no node with an address for it.", upstream.name));
            continue;
        }
        group(draft, upstream, first == Some(number), &mut file);
        if !draft.can.upgrade {
            tunnel(draft, upstream, &mut file);
        }
    }
    file.gap();
    file.add(set("ProxyTimeout").arg(&conduct::HEALTH_WITHIN).why(
        "Seconds for a health check, so that a hung node does not hang it: it goes by the server's own limit, and a request \
         by its host's. Here at the end, because a member takes over what stands before it, or has a `timeout` of its own, \
         and hands it to its health check.",
    ));
    file
}

/// Seconds between two reads or writes of an answer: where nothing but WebSockets pass, the time that one may be silent.
pub(super) fn patience(draft: &Draft<'_>, upstream: &Upstream) -> u16 {
    match upstream.transport {
        Transport::WebSocket => conduct::TUNNEL,
        Transport::Services | Transport::Servlet => draft.front.limits.answer,
    }
}

/// One group. What holds for each is explained in the first.
fn group(draft: &Draft<'_>, upstream: &Upstream, explain: bool, file: &mut Block) {
    file.say(match (upstream.purpose, upstream.tls) {
        (Purpose::Service, false) => "The services over HTTP.".to_owned(),
        (Purpose::Service, true) => "The services over HTTPS.".to_owned(),
        (Purpose::Console, _) => "The management console.".to_owned(),
        (other, _) => format!("{}.", other.heading()),
    });
    if let (Some(affinity), Some(sticky)) = (upstream.affinity, sticky(upstream)) {
        file.say(format!("A client stays with its node: {}.", affinity.reason));
        if sticky == Sticky::Session {
            file.say("By what follows the dot in the session's id: `route` here, `jvmRoute` in the node's catalina-server.xml.");
        } else if affinity.by == StayBy::Session {
            file.say(
                "By a cookie of httpd's own, although the design says by session: sessions behind the pass-through \
                 transport are other services', whose ids do not end with a node's name.",
            );
        }
    }
    health(upstream, file);
    if explain {
        file.say(
            "connectiontimeout: a host that is gone must not cost a minute. retry: seconds that a node is passed over when it \
             takes no connection, unless all do. ttl: idle connections end here before they end there. responsefieldsize: \
             headers of single sign-on are longer than httpd's 8 kB. No failonstatus: a 5xx of a node is an answer, which a \
             service behind it may have given, and counting it against nodes would take all of them out.",
        );
    }
    file.add(set("Proxy").arg(balancer(upstream)).section(|section| {
        for server in upstream.active() {
            section.add(member(draft, upstream, server, if upstream.tls { "https" } else { "http" }, 0));
        }
        for (number, server) in upstream.standby().enumerate() {
            if number == 0 {
                section.say("On standby, one behind the other: asked while those before are down. Sessions of the console start anew there.");
            }
            section.add(member(draft, upstream, server, if upstream.tls { "https" } else { "http" }, number + 1));
        }
    }));
}

/// What is the same for all members and their health.
fn health(upstream: &Upstream, file: &mut Block) {
    let mut template = set("ProxyHCTemplate").arg(Argument::symbol(&upstream.name));
    template = match &upstream.health {
        Health::Succeeds(path) => {
            template.words("hcmethod=GET").arg(Argument::from("hcuri=").and(path)).words("hcexpr=wso2_succeeds")
        }
        Health::Answers(path) => {
            template.words("hcmethod=GET").arg(Argument::from("hcuri=").and(path)).words("hcexpr=wso2_answers")
        }
        Health::Connects => template.words("hcmethod=TCP"),
    };
    for (key, value) in [
        ("hcinterval=", conduct::HEALTH_EVERY),
        ("hcfails=", conduct::HEALTH_FAILS),
        ("hcpasses=", conduct::HEALTH_PASSES),
    ] {
        template = template.arg(Argument::from(key).and(&value));
    }
    file.add(template);
}

fn member(draft: &Draft<'_>, upstream: &Upstream, server: &Server, scheme: &'static str, rank: usize) -> Directive {
    let websocket = scheme.starts_with("ws");
    let mut member = set("BalancerMember")
        .arg(Argument::origin(scheme, &server.address, server.port))
        .arg(Argument::from("route=").and(&server.node));
    if rank > 0 {
        member = member.arg(Argument::from("lbset=").and(&rank));
    }
    member = member
        .arg(Argument::from("connectiontimeout=").and(&conduct::CONNECT))
        .arg(Argument::from("retry=").and(&conduct::SET_ASIDE))
        .arg(Argument::from("ttl=").and(&upstream.idle));
    if websocket {
        return member;
    }
    let field = u32::from(conduct::ANSWER_HEADERS) * 1024;
    member = member.arg(Argument::from("responsefieldsize=").and(&field));
    if draft.can.upgrade {
        member = member.words("upgrade=websocket");
    }
    if draft.can.address_ttl && server.address.ip().is_none() {
        member = member.words("addressttl=60");
    }
    member.arg(Argument::from("hctemplate=").join(&Argument::symbol(&upstream.name)))
}

/// How a node is chosen: where there is least to do, so that a hung one keeps its share of requests; in turn it would get
/// all. They stand at `ProxyPass`: with `ProxySet` in the server's own part `lbmethod` is silently left at `byrequests`,
/// because the host's `ProxyPass` begins with values of its own.
pub(super) fn choice(upstream: &Upstream) -> Vec<Argument> {
    let mut all =
        vec![Argument::from("lbmethod=bybusyness"), Argument::from("maxattempts=").and(&(conduct::TRIES - 1))];
    match sticky(upstream) {
        Some(Sticky::Cookie) => {
            all.push(Argument::from("stickysession=").join(&Argument::symbol(&upstream.cookie())));
        }
        Some(Sticky::Session) => all.push(Argument::from("stickysession=JSESSIONID|jsessionid")),
        None => {}
    }
    all
}

/// The same nodes for WebSocket, where that is a protocol of its own.
fn tunnel(draft: &Draft<'_>, upstream: &Upstream, file: &mut Block) {
    file.add(set("Proxy").arg(balancer(upstream).then("_ws")).section(|section| {
        let scheme = if upstream.tls { "wss" } else { "ws" };
        for server in upstream.active() {
            section.add(member(draft, upstream, server, scheme, 0));
        }
        for (number, server) in upstream.standby().enumerate() {
            section.add(member(draft, upstream, server, scheme, number + 1));
        }
        section.add(choice(upstream).into_iter().fold(set("ProxySet"), Directive::arg));
    }));
}
