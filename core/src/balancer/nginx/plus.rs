//! What only NGINX Plus has.

use super::host;
use super::{Draft, Group};
use crate::format::nginx::{Argument, Block, Directive, set};
use crate::plan::front::conduct;
use crate::plan::{Front, Health, VirtualHost};

/// Asks each node of the group for its health. In a location of its own, as it gives up sooner than a request does: a node
/// that takes connections and never answers would pass for minutes. Its variables are empty, so all is literal.
pub(super) fn health(draft: &Draft<'_>, host: &VirtualHost, group: &Group<'_>) -> Option<Directive> {
    let path = group.upstream.health.path()?;
    Some(set("location").arg(Argument::from("@").and(&group.health())).block(|location| {
        location.say("Asks the nodes for their health, and gives up sooner than a request does.");
        let within = || Argument::seconds(conduct::HEALTH_WITHIN);
        location.add(set("proxy_connect_timeout").arg(within()));
        location.add(set("proxy_read_timeout").arg(within()));
        location.add(set("proxy_http_version").words("1.1"));
        location.add(set("proxy_set_header").words("Host").arg(host::authority(host)));
        location.add(set("proxy_set_header").words("Connection").arg(""));
        if group.upstream.tls {
            location.gap();
            host::node_tls(group, location);
        }
        location.gap();
        location.add(host::pass(group, &group.name));
        let check = set("health_check")
            .arg(Argument::from("uri=").and(path))
            .arg(Argument::from("interval=").and(&conduct::HEALTH_EVERY).then("s"))
            .arg(Argument::from("fails=").and(&conduct::HEALTH_FAILS))
            .arg(Argument::from("passes=").and(&conduct::HEALTH_PASSES))
            .words(match group.upstream.health {
                Health::Answers(_) => "match=wso2_answers",
                Health::Succeeds(_) | Health::Connects => "match=wso2_succeeds",
            });
        location.gap();
        location.add(match draft.can.keeps_health {
            true => {
                check.words("mandatory persistent").why("asked before its first request; a reload keeps what is known")
            }
            false => check,
        });
    }))
}

/// What a live node answers, in each way that is asked for.
pub(super) fn matches(front: &Front, file: &mut Block) {
    let asked = |which: fn(&Health) -> bool| {
        front.upstreams.iter().any(|upstream| !upstream.servers.is_empty() && which(&upstream.health))
    };
    if asked(|health| matches!(health, Health::Succeeds(_))) {
        file.gap();
        file.say("Alive: it has what is asked for, once it has started.");
        file.add(set("match").words("wso2_succeeds").block(|alive| alive.add(set("status").words("200"))));
    }
    if asked(|health| matches!(health, Health::Answers(_))) {
        file.gap();
        file.say("Alive: it answers, whatever it makes of the path; it is not overloaded or starting.");
        file.add(set("match").words("wso2_answers").block(|alive| alive.add(set("status").words("! 502-504"))));
    }
}

/// The state of the nodes, for this machine only.
pub(super) fn api() -> Block {
    let mut file = Block::new();
    file.add(set("server").block(|server| {
        server.add(set("listen").words("127.0.0.1:8090"));
        server.add(set("access_log").words("off"));
        server.gap();
        server.add(set("location").words("/api").block(|location| {
            own_machine(location);
            location.add(set("api").words("write=off"));
        }));
        server.gap();
        server.add(set("location").words("= /dashboard.html").block(|location| {
            own_machine(location);
            location.add(set("root").words("/usr/share/nginx/html"));
        }));
    }));
    file
}

fn own_machine(location: &mut Block) {
    location.add(set("allow").words("127.0.0.1"));
    location.add(set("deny").words("all"));
}
