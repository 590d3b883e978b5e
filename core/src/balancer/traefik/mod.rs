//! Traefik: a static file, and a dynamic one, which it takes up by itself when it changes.
//!
//! Routers are tried by their priority: refused paths first, then hosts, then whatever is left.

mod entry_points;
mod middlewares;
mod operation;
mod refusals;
mod routers;
mod services;

use super::{Balancer, BalancerProgram, Certificates, Lack, Need, Stays};
use crate::bundle::{Artifact, Mode, Owner};
use crate::design::StayBy;
use crate::format::yaml::{self, Map};
use crate::format::{traefik, yaml::Value};
use crate::plan::{Front, Plan, VirtualHost};
use crate::value::{Port, Version};

/// What is written for where nobody says a version.
const USUAL: Version = Version::new(3, 7, 15);
/// The oldest that starts with these files: those before know no `aliasHeadersStrategy` or no `queryParameters` of the log.
const OLDEST: Version = Version::new(3, 7, 12);

/// Traefik.
pub(super) static BALANCER: Balancer = Balancer {
    program: BalancerProgram::Traefik,
    key: "traefik",
    name: "Traefik",
    summary: "Two files and one program; takes up new files by itself, and cannot mend the nodes' redirects.",
    version: Some(USUAL),
    called: |version| format!("Traefik {}", version.unwrap_or(USUAL)),
    too_old: |version| (version < OLDEST).then_some(OLDEST),
    stays: |_, by| match by {
        StayBy::BalancerCookie => Stays::ByItself,
        StayBy::Session => Stays::Otherwise,
    },
    waits_for_names: false,
    certificates: Certificates::Pair,
    lacks: &[
        Lack {
            need: Need::Health,
            instead: "it knows only success for alive: nodes of the pass-through transport are set aside for a second after \
                      many failures in a row, and asked only where the design says a `health-path` that answers with 200",
        },
        Lack {
            need: Need::Retries,
            instead: "it tries anew whatever found no connection; a call that was under way when a node went is answered \
                      with 502 whatever its method, and one to a node whose certificate is wrong with 500",
        },
        Lack { need: Need::Numbers, instead: "X-Request-ID is removed, so that no client chooses it" },
        Lack {
            need: Need::Errors,
            instead: "clients read `Bad Gateway` or `no available server` as plain text, and of a request that is too large \
                      perhaps only that the connection is closed",
        },
        Lack { need: Need::SlowHeaders, instead: "header and body have ten minutes together" },
        Lack {
            need: Need::Redirects,
            instead: "redirects pass as a node sends them: the nodes' `proxyPort` in `catalina-server.xml` must be the public \
                      port",
        },
    ],
    verified: "The tests start it (3.7) on the files of every pattern of every kind of product, and run it in front of nodes.",
    operation: operation::OPERATION,
    artifacts,
};

/// Where the files are on the load balancer.
const FOLDER: &str = "/etc/traefik/";

/// What the files of one front are written from.
struct Draft<'p> {
    plan: &'p Plan,
    front: &'p Front,
}

fn artifacts(plan: &Plan, front: &Front) -> Vec<Artifact> {
    let draft = Draft { plan, front };
    let mut fixed = draft.head("The static file: ports, logs, and where the rest is. Traefik reads it when it starts.");
    entry_points::all(&draft, &mut fixed);
    let mut dynamic = draft.head("Hosts, refusals and nodes. Traefik takes this file up whenever it changes.");
    draft.dynamic(&mut dynamic);
    let file = |path: &str, text| Artifact::whole(Owner::Balancer(front.name.clone()), path, Mode::Public, text);
    vec![file("traefik.yml", yaml::write(&fixed)), file("dynamic/wso2.yml", traefik::write(&dynamic))]
}

impl Draft<'_> {
    /// What a file is, for what, for which program, and who wrote it.
    fn head(&self, what: &str) -> Map {
        let (plan, front) = (self.plan, self.front);
        let mut head = Map::new();
        head.say(format!(
            "{what}\n\n{} {}, {}; design `{}`, load balancer `{}`.\nWritten for {} by wso2-design: change the design, not this file.",
            plan.product.name,
            plan.release.version,
            plan.pattern.name.to_lowercase(),
            plan.name,
            front.name,
            (BALANCER.called)(front.version),
        ));
        head.gap();
        head
    }

    fn dynamic(&self, file: &mut Map) {
        for host in &self.front.hosts {
            if let Some(why) = self.front.obstacle(host) {
                file.say(format!("{}, port {}: left out, because {why}.", host.name, host.port));
                file.gap();
            }
        }
        if self.hosts().next().is_none() {
            return;
        }
        if self.hosts().any(|host| host.tls) {
            file.map("tls", |tls| entry_points::tls(self, tls));
            file.gap();
        }
        file.map("http", |http| {
            http.map("routers", |routers| routers::all(self, routers));
            http.gap();
            http.map("middlewares", |all| middlewares::all(self, all));
            let upstreams: Vec<_> = self.upstreams().collect();
            if !upstreams.is_empty() {
                http.gap();
                http.map("services", |services| upstreams.iter().for_each(|it| services::service(it, services)));
                http.gap();
                http.map("serversTransports", |all| {
                    upstreams.iter().for_each(|it| services::transport(self, it, all));
                });
            }
        });
    }

    /// The virtual hosts that are written.
    fn hosts(&self) -> impl Iterator<Item = &VirtualHost> {
        self.front.hosts.iter().filter(|host| self.front.obstacle(host).is_none())
    }

    /// The ports of those, each with whether it is TLS.
    fn ports(&self) -> Vec<(Port, bool)> {
        let used = |port: Port| self.hosts().any(|host| host.port == port);
        self.front.listeners().into_iter().filter(|(port, _)| used(*port)).collect()
    }
}

/// The name of what belongs to a virtual host: `service-https`.
fn name(host: &VirtualHost) -> String {
    format!("{}-{}", host.purpose.key(), host.scheme())
}

/// The entry point of a port.
fn entry_point(tls: bool) -> &'static str {
    if tls { "https" } else { "http" }
}

/// Texts on one line.
fn texts<T: Into<Value>>(all: impl IntoIterator<Item = T>) -> Value {
    yaml::list(|list| all.into_iter().for_each(|text| list.add(text))).flow()
}

/// Seconds, as Traefik reads them.
fn seconds(count: impl Into<u32>) -> String {
    format!("{}s", count.into())
}

#[cfg(test)]
mod tests;
