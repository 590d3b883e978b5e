//! The options of the whole program.

use super::Draft;
use crate::format::caddyfile::{self, Argument, Block, Directive, set};
use crate::plan::front::conduct;
use crate::value::Port;

/// The block at the beginning of the file.
pub(super) fn options(draft: &Draft<'_>) -> Directive {
    caddyfile::options(|all| {
        all.add(
            set("admin")
                .words("unix//var/lib/caddy/admin.sock")
                .why("whoever reaches it rules Caddy: a file, not a port"),
        );
        all.add(set("persist_config").words("off").why("this file alone says what runs"));
        all.add(set("auto_https").words("off").why("certificates are those in ssl/; redirects are written below"));
        let grace = set("grace_period").arg(seconds(conduct::SHUTDOWN));
        all.add(grace.why("for calls that are under way when new files are taken up, and no longer"));
        all.gap();
        all.say("What Caddy has to say goes to the journal, without what clients must not find there.");
        all.add(set("log").words("default").block(|log| {
            log.add(set("level").words("INFO"));
            log.add(format());
        }));
        for (port, tls) in draft.ports() {
            all.gap();
            all.add(set("servers").arg(Argument::from(":").and(&port)).block(|server| listener(tls, server)));
        }
    })
}

/// One port.
fn listener(tls: bool, server: &mut Block) {
    server.add(set("protocols").words(if tls { "h1 h2" } else { "h1" }));
    if tls {
        server.add(
            set("strict_sni_host").words("on").why("a TLS session that was opened for one name leads to no other: 421"),
        );
    }
    let room = set("max_header_size").arg(Argument::of(&conduct::HEADERS).then("KiB"));
    server.add(room.why("in all: tokens of single sign-on are long"));
    server.add(set("timeouts").block(|times| {
        times.add(set("read_header").arg(seconds(conduct::HEADER)).why("a slow sender does not hold a connection"));
        times.add(
            set("read_body")
                .arg(seconds(UPLOAD))
                .why("the whole body: Caddy has no limit for the gap between two reads"),
        );
        times.add(set("idle").arg(seconds(conduct::CLIENT_IDLE)));
    }));
}

/// Seconds that the largest upload may take.
const UPLOAD: u16 = 600;

impl Draft<'_> {
    /// The ports of the virtual hosts that are written, each with whether it is TLS.
    pub(super) fn ports(&self) -> Vec<(Port, bool)> {
        let used = |port: Port| self.hosts().any(|host| host.port == port);
        self.front.listeners().into_iter().filter(|(port, _)| used(*port)).collect()
    }
}

/// Seconds, as Caddy writes them.
pub(super) fn seconds(count: u16) -> Argument {
    Argument::of(&count).then("s")
}

/// JSON without query strings, which carry tokens, and without headers, which carry more of them.
pub(super) fn format() -> Directive {
    set("format").words("filter").block(|filter| {
        filter.add(set("wrap").words("json"));
        filter.add(set("request>uri").words("regexp").arg(r"\?.*").arg(""));
        filter.add(set("request>headers").words("delete"));
        filter.add(set("resp_headers").words("delete"));
    })
}
