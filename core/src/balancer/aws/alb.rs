use super::super::platform;
use super::firewall::Firewall;
use super::group::{Group, Targets};
use super::listener::Listener;
use crate::catalogue::Exposure;
use crate::plan::{Front, Plan, Purpose, VirtualHost};
use crate::value::{Cidr, HostName};

/// One front as AWS has it, whatever language says so.
pub(super) struct Alb<'p> {
    pub(super) plan: &'p Plan,
    pub(super) front: &'p Front,
    /// What it is called: 32 characters at most.
    pub(super) name: String,
    pub(super) groups: Vec<Group<'p>>,
    pub(super) listeners: Vec<Listener<'p>>,
    pub(super) firewall: Firewall,
    /// The names that it has certificates for; the first one's is shown to who asks for none of them.
    pub(super) certificates: Vec<(Purpose, &'p HostName)>,
    /// Sentences about hosts that are left out.
    pub(super) left_out: Vec<String>,
    /// Whether only private networks reach it.
    pub(super) internal: bool,
    /// The networks that it lets in; empty: all.
    pub(super) clients: Vec<Cidr>,
}

/// The longest host name of a listener's rule.
pub(super) const LONGEST_HOST: usize = 128;
/// Rules of a security group that are left for networks of clients; it has 60 in all.
const MOST_CLIENTS: usize = 25;

impl<'p> Alb<'p> {
    pub(super) fn new(plan: &'p Plan, front: &'p Front) -> Self {
        let prefix = format!("{}-{}", plan.name, front.name);
        let groups: Vec<Group<'p>> =
            front.upstreams.iter().filter_map(|upstream| Group::new(plan, upstream, &prefix)).collect();
        let mut hosts: Vec<&'p VirtualHost> = Vec::new();
        let mut left_out = Vec::new();
        for host in &front.hosts {
            let too_long =
                (host.name.as_str().len() > LONGEST_HOST).then_some("no rule takes a name of so many characters");
            match platform::obstacle(plan, front, host).or(too_long) {
                None => hosts.push(host),
                Some(obstacle) => {
                    left_out.push(format!("{}, port {}: left out, because {obstacle}.", host.name, host.port));
                }
            }
        }
        let listeners = front.listeners().into_iter().filter_map(|(port, tls)| {
            let own: Vec<&VirtualHost> = hosts.iter().copied().filter(|host| host.port == port).collect();
            (!own.is_empty()).then(|| Listener::new(front, port, tls, &own, &groups))
        });
        let served = |name: &HostName| hosts.iter().any(|host| host.tls && host.name == *name);
        let certificates = front.certificates().into_iter().filter(|(_, name)| served(name)).collect();
        let mut clients: Vec<Cidr> = Vec::new();
        for network in hosts.iter().flat_map(|host| &host.allow) {
            if !clients.contains(network) {
                clients.push(*network);
            }
        }
        if clients.len() > MOST_CLIENTS || hosts.iter().any(|host| host.allow.is_empty()) {
            clients.clear();
        }
        let private = |host: &&VirtualHost| matches!(host.exposure, Exposure::Administrators | Exposure::Members);
        let internal = !hosts.is_empty() && hosts.iter().all(private);
        let listeners = listeners.collect();
        let firewall = Firewall::new(&hosts);
        Self {
            plan,
            front,
            name: super::name(&prefix),
            groups,
            listeners,
            firewall,
            certificates,
            left_out,
            internal,
            clients,
        }
    }

    /// Whether anything is served at all.
    pub(super) fn is_empty(&self) -> bool {
        self.listeners.is_empty()
    }

    /// The kind of addresses that it has.
    pub(super) fn address_type(&self) -> &'static str {
        let v6 = |group: &Group<'_>| matches!(group.targets, Targets::Addresses { v6: true, .. });
        if self.front.listens_on_ipv6() || self.groups.iter().any(v6) { "dualstack" } else { "ipv4" }
    }

    /// The networks of clients, with what they are for.
    pub(super) fn client_networks(&self) -> Vec<String> {
        match self.clients.is_empty() {
            false => self.clients.iter().map(ToString::to_string).collect(),
            true if self.address_type() == "dualstack" => vec!["0.0.0.0/0".to_owned(), "::/0".to_owned()],
            true => vec!["0.0.0.0/0".to_owned()],
        }
    }

    /// The nodes' ports, ascending.
    pub(super) fn node_ports(&self) -> Vec<crate::value::Port> {
        let mut ports: Vec<_> = self.groups.iter().flat_map(|group| group.ports.iter().copied()).collect();
        ports.sort_unstable();
        ports.dedup();
        ports
    }

    /// Whether some nodes stand by.
    pub(super) fn has_standby(&self) -> bool {
        self.groups.iter().any(|group| !group.standby().is_empty())
    }
}
