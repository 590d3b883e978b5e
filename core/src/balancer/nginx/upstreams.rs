use super::affinity;
use super::group::{Group, Stickiness};
use super::{Draft, plus};
use crate::format::nginx::{Argument, Block, Directive, set};
use crate::plan::front::conduct;
use crate::plan::{Purpose, Server};
use std::collections::BTreeSet;

pub(super) fn body(draft: &Draft<'_>) -> Block {
    let mut file = Block::new();
    if draft.groups.iter().flat_map(|group| &group.upstream.servers).any(|server| server.address.ip().is_none()) {
        file.say(
            "Host names are looked up once, when NGINX starts or reloads: it does not start while one is unknown, and \
             a change counts from the next reload on. The log cannot tell these nodes' names.",
        );
        file.gap();
    }
    let first = draft.groups.iter().position(|group| !group.is_empty());
    for (number, group) in draft.groups.iter().enumerate() {
        file.gap();
        if group.is_empty() {
            file.say(format!(
                "{}: left out, because the design has no node with an address for it.",
                group.upstream.name
            ));
            continue;
        }
        upstream(draft, group, first == Some(number), &mut file);
        if group.stickiness == Stickiness::Maps {
            affinity::body(group, &mut file);
        }
    }
    file.gap();
    nodes(draft, &mut file);
    if draft.can.plus {
        plus::matches(draft.front, &mut file);
    }
    file
}

/// How many entries the largest map has, and how long the longest key is.
pub(super) fn map_size(draft: &Draft<'_>) -> (usize, usize) {
    let servers = || draft.groups.iter().flat_map(|group| &group.upstream.servers);
    let keys =
        servers().flat_map(|server| [server.address.with_port(server.port).len(), server.node.as_str().len() + 1]);
    (servers().count(), keys.max().unwrap_or(0))
}

/// One group. What holds for each is explained in the first.
fn upstream(draft: &Draft<'_>, group: &Group<'_>, explain: bool, file: &mut Block) {
    let why = |directive: Directive, reason| if explain { directive.why(reason) } else { directive };
    file.say(match (group.upstream.purpose, group.upstream.tls) {
        (Purpose::Service, false) => "The services over HTTP.".to_owned(),
        (Purpose::Service, true) => "The services over HTTPS.".to_owned(),
        (Purpose::Console, _) => "The management console.".to_owned(),
        (other, _) => format!("{}.", other.heading()),
    });
    if let Some(affinity) = group.upstream.affinity.filter(|_| group.stickiness != Stickiness::None) {
        file.say(format!("A client stays with its node: {}.", affinity.reason));
    }
    file.add(set("upstream").arg(&group.name).block(|block| {
        let zone = zone(Argument::of(&group.name), 2 * group.upstream.servers.len());
        block.add(why(zone, "what one process learns of a node, all know"));
        match group.stickiness {
            Stickiness::Address => {
                block.gap();
                block.say(
                    "By the client's address: before 1.29.6 NGINX cannot tell which node answered if nodes are known by \
                     host name. Clients of one /24 network share a node.",
                );
                block.add(set("ip_hash"));
            }
            _ if group.upstream.active().count() > 1 => {
                block.add(why(set("least_conn"), "a hung node keeps its share of connections; in turn it would get all"));
            }
            _ => {}
        }
        block.gap();
        servers(draft, group, explain, block);
        if let Some(sticky) = sticky(draft, group) {
            block.gap();
            block.add(sticky);
        }
        block.gap();
        let [count, timeout] = keepalive(group);
        block.add(why(count, "idle connections that each process keeps"));
        block.add(why(timeout, "shorter than the node's own: it never closes one that is just being used"));
    }));
}

/// How a client is kept on its node, where NGINX does that itself.
fn sticky(draft: &Draft<'_>, group: &Group<'_>) -> Option<Directive> {
    match group.stickiness {
        Stickiness::Cookie => {
            let mut sticky = set("sticky").words("cookie").arg(&group.cookie()).words("path=/ httponly");
            if group.upstream.tls {
                sticky = sticky.words("secure");
            }
            Some(if draft.can.same_site { sticky.words("samesite=lax") } else { sticky })
        }
        Stickiness::Session => Some(
            set("sticky")
                .words("learn create=$upstream_cookie_jsessionid lookup=$cookie_jsessionid")
                .arg(Argument::from("zone=").and(&group.sessions()).then(":1m"))
                .words("timeout=1h")
                .why("from the node's own cookie: room for about 8 000 sessions, which a restart forgets"),
        ),
        Stickiness::None | Stickiness::Maps | Stickiness::Address => None,
    }
}

fn servers(draft: &Draft<'_>, group: &Group<'_>, explain: bool, block: &mut Block) {
    let route = |server: &Server, directive: Directive| match group.stickiness {
        Stickiness::Cookie => directive.arg(Argument::from("route=").and(&server.node)),
        _ => directive,
    };
    let upstream = group.upstream;
    let (active, standby) = (upstream.active().count(), upstream.standby().count());
    for server in upstream.active() {
        let mut directive = endpoint(server);
        if active + standby > 1 {
            directive = watched(directive);
            if draft.can.plus && active > 1 {
                directive = directive.words("slow_start=30s");
            }
        }
        block.add(route(server, directive).why(server.node.to_string()));
    }
    // `ip_hash` knows no `backup`.
    if group.stickiness == Stickiness::Address {
        return;
    }
    if standby > 0 {
        block.gap();
        block.say("On standby: asked while those above are down. Sessions of the console start anew there.");
        for server in upstream.standby() {
            block.add(route(server, reserve(server)).why(server.node.to_string()));
        }
    } else if active > 1 {
        block.gap();
        block.say(if explain {
            format!(
                "The same nodes again, asked only when all above are set aside: a few requests that make nodes drop the \
                 connection must not end in {} s without any node for everybody.",
                conduct::SET_ASIDE
            )
        } else {
            "The same nodes again, for when all are set aside.".to_owned()
        });
        for server in upstream.active() {
            block.add(route(server, reserve(server)));
        }
    }
}

/// A server that is set aside when requests to it fail.
pub(super) fn watched(server: Directive) -> Directive {
    server
        .arg(Argument::from("max_fails=").and(&conduct::FAILS))
        .arg(Argument::from("fail_timeout=").and(&conduct::SET_ASIDE).then("s"))
}

/// A server that is asked while others are set aside, and never set aside itself.
pub(super) fn reserve(server: &Server) -> Directive {
    endpoint(server).words("backup max_fails=0")
}

pub(super) fn endpoint(server: &Server) -> Directive {
    set("server").arg(Argument::endpoint(&server.address, server.port))
}

/// Shared memory for what processes learn about servers. Half of what was seen to fit (64k held 63 servers).
pub(super) fn zone(name: Argument, servers: usize) -> Directive {
    let kilobytes = 64 * servers.div_ceil(32).next_power_of_two();
    let size =
        if kilobytes < 1024 { Argument::of(&kilobytes).then("k") } else { Argument::of(&(kilobytes / 1024)).then("m") };
    set("zone").arg(name).arg(size)
}

/// Idle connections, closed here before the node closes them.
pub(super) fn keepalive(group: &Group<'_>) -> [Directive; 2] {
    let timeout = Argument::seconds(group.upstream.idle);
    [set("keepalive").words("32"), set("keepalive_timeout").arg(timeout)]
}

/// From the address that answered to the node's name, for the log and for cookies.
fn nodes(draft: &Draft<'_>, file: &mut Block) {
    file.say(
        "The node that answered, by name; after a retry the last of several addresses. Volatile, because nobody has \
         answered yet when a request comes in.",
    );
    file.add(set("map").words("$upstream_addr $wso2_node_address").block(|map| {
        map.add(set("volatile"));
        map.add(set("default").arg(""));
        map.add(set("~(?<wso2_last_address>[^ ]+)$").words("$wso2_last_address"));
    }));
    // Servlet products have their services and their console at one address; NGINX refuses a key that comes twice.
    let mut seen = BTreeSet::new();
    let servers = draft.groups.iter().flat_map(|group| &group.upstream.servers);
    let known = servers.filter(|it| it.address.ip().is_some() && seen.insert((&it.address, it.port)));
    let known: Vec<&Server> = known.collect();
    file.add(set("map").words("$wso2_node_address $wso2_node").block(|map| {
        map.add(set("volatile"));
        map.add(set("default").arg(""));
        for server in known {
            map.add(set(Argument::endpoint(&server.address, server.port)).arg(&server.node));
        }
    }));
}
