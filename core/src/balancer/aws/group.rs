use super::super::platform;
use crate::plan::{Health, Plan, Purpose, Server, Upstream};
use crate::value::{NodeName, Port};

/// An upstream as a target group.
pub(super) struct Group<'p> {
    pub(super) upstream: &'p Upstream,
    /// What it is called in the files: letters, digits and `_`, unique in the front.
    pub(super) key: String,
    /// What it is called in AWS: 32 characters at most. The port is in it, as a group with another port is a new one, which
    /// must be there before the old one goes.
    pub(super) name: String,
    pub(super) port: Port,
    pub(super) ports: Vec<Port>,
    pub(super) targets: Targets<'p>,
}

/// Where a target group's targets come from.
pub(super) enum Targets<'p> {
    /// From the design, by their addresses.
    Addresses {
        v6: bool,
        active: Vec<&'p Server>,
        /// Registered instead of those by hand.
        standby: Vec<&'p Server>,
        /// Those of the other kind of address: a target group has one.
        left_out: Vec<&'p Server>,
    },
    /// From an Auto Scaling group, which registers what it starts.
    AutoScaling {
        /// The nodes that make it so.
        because: Vec<&'p NodeName>,
    },
}

impl<'p> Group<'p> {
    /// The target group of an upstream; none where no node is behind it.
    pub(super) fn new(plan: &'p Plan, upstream: &'p Upstream, prefix: &str) -> Option<Self> {
        let ports = platform::ports(plan, upstream);
        let port = upstream.servers.first().map(|server| server.port).or_else(|| ports.first().copied())?;
        let purpose = upstream.purpose.key().replace('-', "_");
        let key = match upstream.purpose {
            Purpose::Service => format!("{purpose}_{}", if upstream.tls { "https" } else { "http" }),
            _ => purpose,
        };
        let name = super::name(&format!("{prefix}-{}-{port}", upstream.purpose.key()));
        let unaddressed: Vec<&NodeName> = platform::behind(plan, upstream)
            .filter(|(node, _)| node.address.as_ref().and_then(|address| address.ip()).is_none())
            .map(|(node, _)| &node.name)
            .collect();
        let targets = if unaddressed.is_empty() {
            let is_v6 = |server: &Server| server.address.ip().is_some_and(|ip| ip.is_ipv6());
            let v6 = upstream.servers.first().is_some_and(is_v6);
            let same = |server: &&Server| is_v6(server) == v6;
            Targets::Addresses {
                v6,
                active: upstream.active().filter(same).collect(),
                standby: upstream.standby().filter(same).collect(),
                left_out: upstream.servers.iter().filter(|server| is_v6(server) != v6).collect(),
            }
        } else {
            Targets::AutoScaling { because: unaddressed }
        };
        Some(Self { upstream, key, name, port, ports, targets })
    }

    pub(super) fn protocol(&self) -> &'static str {
        if self.upstream.tls { "HTTPS" } else { "HTTP" }
    }

    /// The nodes that are registered only by hand.
    pub(super) fn standby(&self) -> &[&'p Server] {
        match &self.targets {
            Targets::Addresses { standby, .. } => standby,
            Targets::AutoScaling { .. } => &[],
        }
    }

    /// Where it is asked whether a node is alive, what answers count, and why.
    pub(super) fn health(&self) -> (&str, &'static str, &'static str) {
        match &self.upstream.health {
            Health::Succeeds(path) => (path.as_str(), "200", "so it answers once services are deployed"),
            Health::Answers(path) => (
                path.as_str(),
                "200-499",
                "the pass-through transport has no page of its own: any answer but a fault of its own shows life",
            ),
            Health::Connects => {
                ("/", "200-499", "no path is known that answers without a sign-in: any answer but a fault shows life")
            }
        }
    }

    /// What stands above it.
    pub(super) fn say(&self) -> String {
        let what = match (self.upstream.purpose, self.upstream.tls) {
            (Purpose::Service, false) => "The services over HTTP.".to_owned(),
            (Purpose::Service, true) => "The services over HTTPS.".to_owned(),
            (other, _) => format!("{}.", other.heading()),
        };
        let mut say = vec![what];
        if self.upstream.tls {
            say.push(match self.upstream.verified {
                true => {
                    "The nodes have certificates of the cluster's authority, but this load balancer takes any: only \
                         the security groups make sure that it speaks to nodes."
                        .to_owned()
                }
                false => "The nodes' certificates are not checked.".to_owned(),
            });
        }
        if let Some(affinity) = self.upstream.affinity {
            say.push(format!("A client stays with its node: {}.", affinity.reason));
        }
        match &self.targets {
            Targets::Addresses { standby, left_out, .. } => {
                if !standby.is_empty() {
                    say.push(format!(
                        "{} on standby and not registered: two managers that are asked at once overwrite each other's \
                         artifacts, and a target group has no standby of its own.",
                        names(standby.iter().map(|server| &server.node), "is", "are")
                    ));
                }
                if !left_out.is_empty() {
                    say.push(format!(
                        "{} LEFT OUT: a target group has IPv4 targets or IPv6 ones, not both.",
                        names(left_out.iter().map(|server| &server.node), "is", "are")
                    ));
                }
            }
            Targets::AutoScaling { because } => say.push(format!(
                "{} no IP address in the design: an Auto Scaling group registers the whole group's nodes.",
                names(because.iter().copied(), "has", "have")
            )),
        }
        say.join(" ")
    }
}

/// `a, b and 3 more have`.
fn names<'n>(all: impl Iterator<Item = &'n NodeName>, one: &str, several: &str) -> String {
    const SHOWN: usize = 4;
    let all: Vec<&NodeName> = all.collect();
    let shown: Vec<String> = all.iter().take(SHOWN).map(ToString::to_string).collect();
    let verb = if all.len() == 1 { one } else { several };
    match all.len().saturating_sub(SHOWN) {
        0 => format!("{} {verb}", shown.join(", ")),
        more => format!("{} and {more} more {verb}", shown.join(", ")),
    }
}
