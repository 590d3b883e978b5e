//! The nodes, and how they are spoken to.

use super::{Draft, FOLDER, seconds, texts};
use crate::format::yaml::{self, Map, Value};
use crate::plan::front::conduct;
use crate::plan::{Action, Health, Server, Upstream};

/// Failures in a row that set a node aside. Traefik counts answers of a service as failures, from 500 on: one that is
/// broken must not take the nodes out for the others.
pub(super) const FAILURES: u16 = 20;
/// The seconds in which they count, and for which the node is set aside.
const ASIDE: u16 = 1;

impl Draft<'_> {
    /// The upstreams behind virtual hosts that are written.
    pub(super) fn upstreams(&self) -> impl Iterator<Item = &Upstream> {
        let used = |number| self.hosts().any(|host| host.action == Action::Proxy(number));
        self.front.upstreams.iter().enumerate().filter(move |(number, _)| used(*number)).map(|(_, upstream)| upstream)
    }
}

/// The service of an upstream: one for all nodes, or one for those that are asked and one for those on standby.
pub(super) fn service(upstream: &Upstream, services: &mut Map) {
    services.gap();
    if upstream.standby().next().is_none() {
        services.map(upstream.name.clone(), |it| balancer(upstream, upstream.active(), it));
        return;
    }
    let (active, standby) = (format!("{}_active", upstream.name), format!("{}_standby", upstream.name));
    services.say("The nodes on standby are asked while the others are down. Sessions start anew there.");
    services.map(upstream.name.clone(), |it| {
        it.map("failover", |failover| {
            failover.set("service", active.clone());
            failover.set("fallback", standby.clone());
            failover.map("healthCheck", |_| {});
        });
    });
    services.map(active, |it| balancer(upstream, upstream.active(), it));
    services.map(standby, |it| balancer(upstream, upstream.standby(), it));
}

fn balancer<'p>(upstream: &'p Upstream, servers: impl Iterator<Item = &'p Server>, service: &mut Map) {
    let servers: Vec<&Server> = servers.collect();
    service.map("loadBalancer", |it| {
        if servers.len() > 1 {
            it.because("strategy", "p2c", "a hung node keeps its share of connections; in turn it would get all");
        }
        it.list("servers", |list| {
            for server in &servers {
                let scheme = if upstream.tls { "https" } else { "http" };
                let url = format!("{scheme}://{}", server.address.with_port(server.port));
                list.say(server.node.to_string());
                list.add(yaml::map(|it| it.set("url", url)).flow());
            }
        });
        if let Some(affinity) = upstream.affinity.filter(|_| servers.len() > 1) {
            it.say(format!("A client stays with its node: {}.", affinity.reason));
            it.map("sticky", |sticky| sticky.map("cookie", |cookie| stickiness(upstream, cookie)));
        }
        if upstream.servers.len() > 1 {
            health(upstream, it);
        }
        it.set("serversTransport", upstream.name.clone());
    });
}

fn stickiness(upstream: &Upstream, cookie: &mut Map) {
    cookie.set("name", upstream.cookie());
    cookie.set("path", "/");
    cookie.set("httpOnly", true);
    if upstream.tls {
        cookie.set("secure", true);
    }
    cookie.set("sameSite", "lax");
}

fn health(upstream: &Upstream, balancer: &mut Map) {
    if let Health::Succeeds(path) = &upstream.health {
        balancer.map("healthCheck", |check| {
            check.set("path", path.to_string());
            check.set("status", 200_u16);
            check.set("followRedirects", false);
            check.set("hostname", upstream.host.to_string());
            check.set("interval", seconds(conduct::HEALTH_EVERY));
            check.set("timeout", seconds(conduct::HEALTH_WITHIN));
        });
    } else {
        balancer.say("Nodes are not asked for their health: Traefik takes nothing but success for it.");
    }
    balancer.say(
        "So many failures in a row, in so short a time, are a node that is gone. Traefik counts answers from 500 on as well: \
         fewer would let one broken service take the nodes out for all others.",
    );
    balancer.map("passiveHealthCheck", |check| {
        check.set("maxFailedAttempts", FAILURES);
        check.set("failureWindow", seconds(ASIDE));
    });
}

/// How the nodes of an upstream are spoken to.
pub(super) fn transport(draft: &Draft<'_>, upstream: &Upstream, all: &mut Map) {
    all.map(upstream.name.clone(), |it| {
        if upstream.tls {
            it.because("serverName", upstream.host.to_string(), "asked for, and checked: else it is the node's address");
            if upstream.verified {
                it.set("rootCAs", texts([Value::Text(format!("{FOLDER}ssl/ca.crt"))]));
            } else {
                it.say(
                    "NOT verified, as the design says (tls.nodes): whoever takes a node's address can read and change what is \
                     sent to it. The certificate that the products come with proves nothing: its key is public.",
                );
                it.set("insecureSkipVerify", true);
            }
        }
        it.because("disableHTTP2", true, "WebSocket needs HTTP/1.1");
        it.map("forwardingTimeouts", |times| {
            times.because("dialTimeout", seconds(conduct::CONNECT), "a host that is gone must not cost a minute");
            times.because("responseHeaderTimeout", seconds(draft.front.limits.answer), "then 504");
            times.because("idleConnTimeout", seconds(upstream.idle), "shorter than the node's own: it never closes one in use");
        });
    });
}
