//! What only NGINX Plus has.

use super::group::Group;
use crate::format::nginx::{Argument, Block, Directive, set};
use crate::value::UrlPath;

/// The state of the nodes, for this machine only.
pub(super) fn api() -> Block {
    let mut file = Block::new();
    file.add(set("server").block(|server| {
        server.add(set("listen").words("127.0.0.1:8090"));
        server.add(set("allow").words("127.0.0.1"));
        server.add(set("deny").words("all"));
        server.gap();
        server.add(set("location").words("/api").block(|location| {
            location.add(set("api").words("write=off"));
        }));
        server.add(set("location").words("= /dashboard.html").block(|location| {
            location.add(set("root").words("/usr/share/nginx/html"));
        }));
    }));
    file
}

/// What a live node answers, on the transports that are asked.
pub(super) fn matches(groups: &[Group<'_>], file: &mut Block) {
    let asked = |servlet| groups.iter().any(|group| !group.is_empty() && group.servlet == servlet);
    if asked(true) {
        file.gap();
        file.say("Alive on the servlet transport: the service Version answers once the server has started.");
        file.add(set("match").words("wso2_servlet_alive").block(|alive| alive.add(set("status").words("200"))));
    }
    if asked(false) {
        file.gap();
        file.say("Alive on the pass-through transport: it answers, whatever it makes of the path; it is not overloaded or starting.");
        file.add(set("match").words("wso2_transport_alive").block(|alive| alive.add(set("status").words("! 502-504"))));
    }
}

/// Asks each node of the group for its health, with the headers and the TLS settings of the location.
pub(super) fn health_check(group: &Group<'_>, path: &UrlPath) -> Directive {
    set("health_check")
        .arg(Argument::from("uri=").and(path))
        .words("interval=5s jitter=1s fails=3 passes=2")
        .words(if group.servlet { "match=wso2_servlet_alive" } else { "match=wso2_transport_alive" })
        .words("mandatory persistent")
        .why("asked before its first request; a reload keeps what is known")
}
