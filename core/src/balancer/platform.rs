//! What load balancers of a platform have in common: they know of nodes that get their addresses at start, as the platform
//! starts those itself.

use crate::plan::front::REPEATED;
use crate::plan::{Action, Front, Node, Plan, Upstream, VirtualHost};
use crate::value::{HostName, Port};

/// The nodes behind an upstream, each with its port, whether or not their addresses are known.
pub(super) fn behind<'p>(plan: &'p Plan, upstream: &Upstream) -> impl Iterator<Item = (&'p Node, Port)> {
    let (purpose, transport, tls) = (upstream.purpose, upstream.transport, upstream.tls);
    plan.nodes.iter().filter(move |node| node.door(purpose).is_some()).map(move |node| {
        let (plain, secure) = node.ports.of(transport);
        (node, if tls { secure } else { plain })
    })
}

/// Their ports, each once, ascending.
pub(super) fn ports(plan: &Plan, upstream: &Upstream) -> Vec<Port> {
    let mut ports: Vec<Port> = behind(plan, upstream).map(|(_, port)| port).collect();
    ports.sort_unstable();
    ports.dedup();
    ports
}

/// Why a virtual host cannot be written, if it cannot: a sentence's end.
pub(super) fn obstacle(plan: &Plan, front: &Front, host: &VirtualHost) -> Option<&'static str> {
    if front.repeats(host) {
        return Some(REPEATED);
    }
    let nodes =
        |host: &VirtualHost| front.upstream(host).is_some_and(|upstream| behind(plan, upstream).next().is_some());
    let reached = match host.action {
        Action::Proxy(_) => nodes(host),
        Action::Redirect(port) => {
            front.hosts.iter().any(|other| other.name == host.name && other.port == port && nodes(other))
        }
    };
    (!reached).then_some("the design has no node for it")
}

/// What a file is, for what, and who wrote it: the head of every file.
pub(super) fn head(plan: &Plan, front: &Front, what: &str) -> String {
    format!(
        "{what}\n\n{} {}, {}; design `{}`, load balancer `{}`.\nWritten for {} by wso2-design: change the design, not this file.",
        plan.product.name,
        plan.release.version,
        plan.pattern.name.to_lowercase(),
        plan.name,
        front.name,
        (super::balancer(front.program).called)(front.version),
    )
}

/// A regular expression for a host name alone: letters, digits, `-` and dots.
pub(super) fn literally(name: &HostName) -> String {
    name.as_str().replace('.', r"\.")
}

/// A name of at most so many characters: the text itself, or as much of it as leaves room for a number made from all of it,
/// so that equal beginnings stay apart.
pub(super) fn short_name(text: &str, longest: usize) -> String {
    if text.len() <= longest {
        return text.to_owned();
    }
    // FNV-1a: the same on every machine and in every version.
    let number = text.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    let kept: String = text.chars().take(longest.saturating_sub(9)).collect();
    format!("{}-{number:08x}", kept.trim_end_matches('-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_names_stay_apart() {
        assert_eq!(short_name("esb-lb-console-9443", 32), "esb-lb-console-9443");
        let long = |end: &str| short_name(&format!("{}-{end}", "integration".repeat(4)), 32);
        assert_eq!(long("a").len(), 32);
        assert_ne!(long("a"), long("b"));
        assert_eq!(long("a"), long("a"));
    }

    #[test]
    fn a_host_name_matches_only_itself() {
        assert_eq!(literally(&"a-1.example.com".parse().unwrap()), r"a-1\.example\.com");
    }
}
