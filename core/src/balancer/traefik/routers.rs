//! What happens to a request: routers, each with a rule, a priority and what stands in its way.

use super::{Draft, entry_point, middlewares, name, refusals, texts};
use crate::format::traefik::Rule;
use crate::format::yaml::Map;
use crate::plan::{Action, VirtualHost};

/// Priority of whatever no other router takes.
const REST: u32 = 1;
/// Priority of a host.
const HOST: u32 = 10;
/// Priority of the last of a host's refusals; each before has one more.
const REFUSAL: u32 = 100;

/// Traefik's own service for routers that answer by themselves.
const NOTHING: &str = "noop@internal";

pub(super) fn all(draft: &Draft<'_>, routers: &mut Map) {
    for host in draft.hosts() {
        routers.gap();
        router(draft, host, routers);
        if matches!(host.action, Action::Proxy(_)) {
            let last = host.refusals.len();
            for (number, refusal) in host.refusals.iter().enumerate() {
                routers.say(refusal.say);
                routers.map(refusals::name(host, number), |router| {
                    let priority = REFUSAL + u32::try_from(last - number).unwrap_or(0);
                    head(host, Rule::All(vec![served(host), refusals::rule(refusal)]), priority, router);
                    let refusing = refusals::name(host, number);
                    if refusal.but_for.is_empty() {
                        router.set("middlewares", texts([refusing]));
                        router.set("service", NOTHING);
                    } else {
                        let way = middlewares::of(draft, host);
                        router.set("middlewares", texts(std::iter::once(refusing).chain(way)));
                        router.set("service", service(draft, host));
                    }
                });
            }
        }
    }
    for (_, tls) in draft.ports() {
        routers.gap();
        if draft.ports().first().is_some_and(|(_, first)| *first == tls) {
            routers.say("A host name that is not served here reaches no node.");
        }
        routers.map(format!("unknown-{}", entry_point(tls)), |router| {
            router.set("entryPoints", texts([entry_point(tls)]));
            router.set("rule", Rule::Everything.to_string());
            router.set("priority", REST);
            if tls {
                router.map("tls", |_| {});
            }
            router.set("middlewares", texts([middlewares::UNKNOWN]));
            router.set("service", NOTHING);
        });
    }
}

fn router(draft: &Draft<'_>, host: &VirtualHost, routers: &mut Map) {
    routers.map(name(host), |router| {
        head(host, served(host), HOST, router);
        router.set("middlewares", texts(middlewares::of(draft, host)));
        router.set("service", service(draft, host));
    });
}

fn head(host: &VirtualHost, rule: Rule, priority: u32, router: &mut Map) {
    router.set("entryPoints", texts([entry_point(host.tls)]));
    router.set("rule", rule.to_string());
    router.set("priority", priority);
    if host.tls {
        router.map("tls", |tls| tls.set("options", host.purpose.key()));
    }
}

fn served(host: &VirtualHost) -> Rule {
    Rule::Host(host.name.clone())
}

fn service(draft: &Draft<'_>, host: &VirtualHost) -> String {
    draft.front.upstream(host).map_or_else(|| NOTHING.to_owned(), |upstream| upstream.name.clone())
}
