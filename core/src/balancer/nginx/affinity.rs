//! Affinity without `sticky`: a cookie of ours names the node, and a map picks the group in which that node comes
//! first. Moves no session while nodes are up, and none back when a node returns.

use super::group::Group;
use super::upstreams;
use crate::format::nginx::{Argument, Block, set};
use crate::plan::Server;

/// Up to so many nodes, every other node stands in for one that is down.
const ALL_STAND_IN: usize = 8;
/// Past that, so many do: lines grow with the nodes, not with their square.
const STAND_INS: usize = 3;

pub(super) fn body(group: &Group<'_>, file: &mut Block) {
    let nodes: Vec<&Server> = group.upstream.active().collect();
    let count = nodes.len();
    file.gap();
    file.say(
        "NGINX has no `sticky` before 1.29.6. Instead a cookie names the client's node, and each node has a group in \
         which it comes first.",
    );
    if count > ALL_STAND_IN {
        file.say(format!(
            "In each the next {STAND_INS} nodes stand in; all others would be {} lines. With many nodes prefer 1.29.6 or later.",
            count * count,
        ));
    }
    for (number, server) in nodes.iter().enumerate() {
        file.gap();
        file.add(set("upstream").arg(own_group(group, server)).block(|block| {
            let others = if count > ALL_STAND_IN { STAND_INS } else { count - 1 };
            let others = nodes.iter().copied().cycle().skip(number + 1).take(others);
            let others: Vec<&Server> = others.chain(group.upstream.standby()).collect();
            block.add(upstreams::zone(own_group(group, server), 1 + others.len()));
            block.add(upstreams::watched(upstreams::endpoint(server)));
            others.into_iter().for_each(|other| block.add(upstreams::reserve(other)));
            upstreams::keepalive(group).into_iter().for_each(|directive| block.add(directive));
        }));
    }
    file.gap();
    maps(group, file);
}

fn maps(group: &Group<'_>, file: &mut Block) {
    let cookie = Argument::from("$cookie_").and(&group.cookie());
    file.say(
        "From the cookie to the group; without it, or with one that names no node, wherever there is least to do.",
    );
    file.add(set("map").arg(cookie).arg(Argument::variable(&group.choice())).block(|map| {
        map.add(set("default").arg(&group.name));
        for server in group.upstream.active() {
            map.add(set(Argument::key(&server.node)).arg(own_group(group, server)));
        }
    }));
    file.gap();
    file.say("The cookie is sent when another node answered than it names.");
    let both = Argument::from("$wso2_node:$cookie_").and(&group.cookie());
    file.add(set("map").arg(both).arg(Argument::variable(&group.reply())).block(|map| {
        let secure = if group.upstream.tls { "; Secure" } else { "" };
        map.add(set("volatile"));
        map.add(
            set("default")
                .arg(Argument::of(&group.cookie()).then("=$wso2_node; Path=/; HttpOnly; SameSite=Lax").then(secure)),
        );
        map.add(set("~^:").arg("").why("no node answered"));
        map.add(set(r"~^([^:]+):\1$").arg("").why("the same node"));
    }));
}

fn own_group(group: &Group<'_>, server: &Server) -> Argument {
    Argument::of(&group.name).then("_").and(&server.node)
}
