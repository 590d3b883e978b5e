//! What must not be reached under a host name: rules of the path, and middlewares that refuse.

use super::texts;
use crate::format::traefik::{Expression, Rule};
use crate::format::yaml::Map;
use crate::plan::{Paths, Refusal, ServiceName, VirtualHost};

/// An address that no client has: a list of it refuses everyone.
const NOBODY: &str = "255.255.255.255/32";

/// The name of a host's refusal: of its router and of its middleware.
pub(super) fn name(host: &VirtualHost, number: usize) -> String {
    format!("{}-refused-{number}", super::name(host))
}

/// Traefik leaves an encoded slash as it is, in paths too that it compares: then what is guarded may stand anywhere.
pub(super) fn rule(refusal: &Refusal) -> Rule {
    let plain = Rule::Path(Expression::from(&refusal.paths.pattern()));
    let plain = match refusal.paths.exception() {
        Some(exception) => Rule::All(vec![plain, Rule::Path(exception.into()).negated()]),
        None => plain,
    };
    let loose = match &refusal.paths {
        Paths::Parameters => return plain,
        Paths::Contexts(all) => Expression::of("(?:/|%2F)(?:", all, ")(?:[/;]|%2F|$)"),
        Paths::Services(all) => {
            let names: Vec<&'static str> = all
                .iter()
                .map(|name| match name {
                    ServiceName::EndsIn(end) => *end,
                    ServiceName::Is(name) => *name,
                })
                .collect();
            Expression::of("services.*(?:", &names, ")(?:[./;]|%2F|$)")
        }
    };
    Rule::Any(vec![plain, Rule::All(vec![Rule::Path("%2F".into()), Rule::Path(loose)])])
}

/// The middleware of a refusal.
pub(super) fn middleware(refusal: &Refusal, middleware: &mut Map) {
    let networks: Vec<String> = refusal.but_for.iter().map(ToString::to_string).collect();
    only(&networks, refusal.status, middleware);
}

/// Refuses everyone but these networks.
pub(super) fn only(networks: &[String], status: u16, middleware: &mut Map) {
    middleware.map("ipAllowList", |list| {
        let nobody = [NOBODY.to_owned()];
        list.set("sourceRange", texts(if networks.is_empty() { &nobody } else { networks }.iter().cloned()));
        list.set("rejectStatusCode", status);
    });
}
