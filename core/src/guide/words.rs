use crate::balancer::{Balancer, balancer};
use crate::design::{BalancerProgram, Role};
use crate::format::markdown::{Inline, code, join, md};
use crate::plan::{Front, Node, Plan, Purpose};
use crate::value::{NodeName, Port};
use std::collections::BTreeSet;
use std::fmt::Display;

/// A number of things, such as «2 managers».
pub(super) fn count(number: usize, one: &str, many: &str) -> String {
    match number {
        1 => format!("1 {one}"),
        number => format!("{number} {many}"),
    }
}

/// Nodes of a role by number.
pub(super) fn nodes(role: Role, number: usize) -> String {
    count(number, role.name(), role.plural())
}

/// Which nodes, such as «`a`, `b` and 7 more».
pub(super) fn which<'n>(names: impl IntoIterator<Item = &'n NodeName>) -> Inline {
    let all: Vec<&NodeName> = names.into_iter().collect();
    let shown = if all.len() > 6 { 4 } else { all.len() };
    let list = join(all.iter().take(shown).map(code), ", ");
    match all.len() - shown {
        0 => list,
        more => md!("{} and {} more", list, more),
    }
}

/// A load balancer's program and version.
pub(super) fn program(front: &Front) -> String {
    (balancer(front.program).called)(front.version)
}

/// The programs of the load balancers, each once.
pub(super) fn programs(plan: &Plan) -> impl ExactSizeIterator<Item = &'static Balancer> {
    let programs: BTreeSet<BalancerProgram> = plan.fronts.iter().map(|front| front.program).collect();
    programs.into_iter().map(balancer)
}

/// A text about one of several programs, with the program's name before it.
pub(super) fn about(program: &Balancer, of: usize, text: impl Into<Inline>) -> Inline {
    match of {
        1 => text.into(),
        _ => md!("{}: {}", program.name, text.into()),
    }
}

/// The first node, where administration begins.
pub(super) fn first(plan: &Plan) -> Option<&Node> {
    plan.with_console().next().or(plan.nodes.first())
}

/// The nodes that take the services' requests.
pub(super) fn serving(plan: &Plan) -> impl Iterator<Item = &Node> {
    plan.nodes.iter().filter(|node| node.door(Purpose::Service).is_some())
}

/// The URL of a public host and port, without the port that the scheme has anyway.
pub(super) fn url(tls: bool, host: impl Display, port: Port, path: &str) -> String {
    let (scheme, usual) = if tls { ("https", 443) } else { ("http", 80) };
    match port.get() == usual {
        true => format!("{scheme}://{host}{path}"),
        false => format!("{scheme}://{host}:{port}{path}"),
    }
}

/// Where administrators open the console: through the load balancer, or on the first manager itself.
pub(super) fn console_url(plan: &Plan) -> String {
    let port = match (plan.console_front(), first(plan)) {
        (Some(front), _) => front.https_port,
        (None, Some(node)) => node.ports.https,
        (None, None) => Port::known(9443),
    };
    url(true, &plan.hosts.console, port, "/carbon")
}
