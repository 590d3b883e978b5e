use super::attributes::of_header;
use super::group::Group;
use super::{MOST_VALUES, REGEX};
use crate::plan::{Action, Front, Paths, Pattern, Upstream, VirtualHost};
use crate::value::{Cidr, HostName, Port};

/// A public port.
pub(super) struct Listener<'p> {
    pub(super) port: Port,
    pub(super) tls: bool,
    pub(super) rules: Vec<Rule<'p>>,
    /// What answers carry, whatever the node says: one value for all hosts of the port.
    pub(super) headers: Vec<(&'static str, &'static str)>,
    /// What some hosts' answers should carry and do not, as it would be in those of all.
    pub(super) left_out: Vec<&'static str>,
}

/// What happens to some requests.
pub(super) struct Rule<'p> {
    /// Unique in the listener; the lowest comes first.
    pub(super) priority: u32,
    pub(super) say: String,
    pub(super) host: &'p HostName,
    /// The paths that it is about; empty: all.
    pub(super) paths: Vec<Pattern>,
    /// The networks that it is for; empty: all.
    pub(super) sources: &'p [Cidr],
    pub(super) deed: Deed,
}

/// What a rule does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Deed {
    /// Sends to this target group (its place in the list).
    Forward(usize),
    /// Answers with this status.
    Refuse(u16),
    /// Sends to HTTPS, at this port.
    Redirect(Port),
}

/// The rules of each host are counted on from a hundred of its own, so that a new one moves none of the others'.
const PER_HOST: u32 = 100;

impl<'p> Listener<'p> {
    pub(super) fn new(
        front: &'p Front,
        port: Port,
        tls: bool,
        hosts: &[&'p VirtualHost],
        groups: &[Group<'p>],
    ) -> Self {
        let mut rules = Vec::new();
        for (number, host) in (1..).zip(hosts) {
            let numbered = (number * PER_HOST..).zip(host_rules(front, host, groups));
            rules.extend(numbered.map(|(priority, rule)| Rule { priority, ..rule }));
        }
        let proxied = || hosts.iter().filter(|host| matches!(host.action, Action::Proxy(_)));
        let mut headers: Vec<(&'static str, &'static str)> = Vec::new();
        let mut left_out: Vec<&'static str> = Vec::new();
        for header in proxied().flat_map(|host| &host.headers) {
            let known = headers.contains(header) || left_out.contains(&header.0);
            match proxied().all(|host| host.headers.contains(header)) {
                _ if known => {}
                true => headers.push(*header),
                false => left_out.push(header.0),
            }
        }
        Self { port, tls, rules, headers, left_out }
    }

    /// The headers that nodes' answers should carry and that are not set here.
    pub(super) fn missing(&self) -> Vec<&'static str> {
        let unknown = self.headers.iter().map(|(header, _)| *header).filter(|header| of_header(header).is_none());
        self.left_out.iter().copied().chain(unknown).collect()
    }
}

fn host_rules<'p>(front: &'p Front, host: &'p VirtualHost, groups: &[Group<'p>]) -> Vec<Rule<'p>> {
    let rule = |say: String, paths, sources, deed| Rule { priority: 0, say, host: &host.name, paths, sources, deed };
    let same = |upstream: &Upstream, group: &&Group<'_>| std::ptr::eq(group.upstream, upstream);
    let target = match host.action {
        Action::Redirect(port) => {
            let say = "301, as this load balancer knows no 308: some clients make a GET of a POST. The name is fixed, so that \
                       no request decides where it leads.";
            return vec![rule(say.to_owned(), Vec::new(), &[], Deed::Redirect(port))];
        }
        Action::Proxy(_) => front.upstream(host).and_then(|it| groups.iter().position(|group| same(it, &group))),
    };
    let Some(target) = target else { return Vec::new() };
    let mut rules = Vec::new();
    for refusal in &host.refusals {
        // What some networks may ask, and what knows exceptions, is left to the web ACL: rules cannot say «not».
        if !refusal.but_for.is_empty() || refusal.paths == Paths::Parameters {
            continue;
        }
        let patterns: Vec<Pattern> =
            refusal.paths.within(REGEX - 2).iter().map(|part| part.pattern().through()).collect();
        for (number, some) in patterns.chunks(MOST_VALUES - 1).enumerate() {
            let say = match number {
                0 => format!(
                    "{} Only as they are written plainly: the web ACL refuses them however written.",
                    refusal.say
                ),
                _ => "More of them.".to_owned(),
            };
            rules.push(rule(say, some.to_vec(), &[], Deed::Refuse(refusal.status)));
        }
    }
    if host.allow.is_empty() || host.allow.len() >= MOST_VALUES {
        let whom = if host.allow.is_empty() { "everyone who gets here" } else { "whom the web ACL lets through" };
        let say = format!("{}, for {whom}.", host.purpose.heading());
        rules.push(rule(say, Vec::new(), &[], Deed::Forward(target)));
    } else {
        let say = format!("{}, for these networks only.", host.purpose.heading());
        rules.push(rule(say, Vec::new(), host.allow.as_slice(), Deed::Forward(target)));
        rules.push(rule("Everyone else.".to_owned(), Vec::new(), &[], Deed::Refuse(403)));
    }
    rules
}
