use super::Basis;
use crate::catalogue::{Clustering, Feature, Product, Release, Roles};
use crate::design::{Membership, Pattern, WellKnown};
use crate::plan::{AwsCredentials, ClusterPlan, Group, Member, MembershipPlan, Node, WELL_KNOWN_LIMIT};
use crate::value::{Address, Domain, Identifier, MemberAddress, MemberHost, Port, Text};
use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;

pub(super) fn cluster(Basis { design, product, release, pattern }: Basis<'_>, nodes: &mut [Node]) -> ClusterPlan {
    let said = &design.cluster;
    let enabled = pattern.clustering
        && match release.line.clustering {
            Clustering::Always => true,
            Clustering::WhenSaid => said.domain.is_some() || said.membership.is_some() || !said.hazelcast.is_empty(),
            Clustering::Never => false,
        };
    let domain = said.domain.clone().unwrap_or_else(|| Domain::known(product.domain));
    let clustering_pattern = release.clustering_pattern.then_some(match pattern.roles {
        Roles::WorkerManager { .. } => "WorkerManager",
        _ => "nonWorkerManager",
    });
    // The generic patterns differ in what they do with caches: full replication distributes them, the others keep
    // them local and use the cluster to invalidate them. Identity caches are local by design, and invalidated only if all are.
    let force_local_cache = match pattern.pattern {
        _ if release.line.has(Feature::Identity) => Some(true),
        Pattern::SharedDatabase | Pattern::StickySessions => Some(true),
        Pattern::FullReplication => Some(false),
        _ => None,
    };
    let membership = membership(said.membership.as_ref(), release, nodes);
    let groups = if enabled { groups(&domain, &membership, product, nodes) } else { Vec::new() };
    ClusterPlan {
        enabled,
        domain,
        membership,
        clustering_pattern,
        force_local_cache,
        hazelcast: hazelcast(&said.hazelcast, release, enabled),
        groups,
    }
}

/// The groups of the nodes, in the order of their first nodes. Each node is told its own.
fn groups(domain: &Domain, membership: &MembershipPlan, product: &'static Product, nodes: &mut [Node]) -> Vec<Group> {
    let mut names: Vec<Domain> = Vec::new();
    for node in &mut *nodes {
        let Some(prefix) = node.component.group.filter(|_| node.line().clustering != Clustering::Never) else {
            continue;
        };
        // The analytics beside a product are a cluster of their own.
        let of = if node.product.id == product.id { domain.clone() } else { Domain::known(node.product.domain) };
        let name = if prefix.is_empty() { of } else { of.below(prefix) };
        node.group = Some(names.iter().position(|known| *known == name).unwrap_or_else(|| {
            names.push(name);
            names.len() - 1
        }));
    }
    let one = names.len() == 1;
    let group = |(number, domain): (usize, Domain)| Group {
        domain,
        members: match membership {
            MembershipPlan::WellKnown { members, .. } if one => Arc::clone(members),
            MembershipPlan::WellKnown { said: true, members, .. } => of_group(members, number, nodes),
            MembershipPlan::WellKnown { .. } => static_members(nodes.iter().filter(|node| node.group == Some(number))),
            _ => [].into(),
        },
    };
    names.into_iter().enumerate().map(group).collect()
}

/// Of a list that the design wrote for all: the entries that are nodes of this group, and those that are no node at all.
fn of_group(members: &[Member], group: usize, nodes: &[Node]) -> Arc<[Member]> {
    let covers = |member: &Member, node: &Node| {
        member.port == node.member_port && node.address.as_ref().is_some_and(|address| member.host.covers(address))
    };
    let belongs = |member: &&Member| {
        let mut known = nodes.iter().filter(|node| covers(member, node)).peekable();
        known.peek().is_none() || known.any(|node| node.group == Some(group))
    };
    members.iter().filter(belongs).cloned().collect()
}

/// The manual lets Carbon close the cluster, not the JVM's own hook: otherwise «Hazelcast instance is not active!» at
/// shutdown. Where that setting makes a shutdown delete tasks it is left out. A dead node is noticed after a minute, as
/// in later Hazelcasts, not after the ten that 3.x takes. What the design says wins.
fn hazelcast(
    said: &BTreeMap<Identifier, Text>,
    release: &'static Release,
    enabled: bool,
) -> BTreeMap<Identifier, Text> {
    let mut lines = BTreeMap::new();
    if enabled {
        if !release.shutdown_hook_off_deletes_tasks {
            lines.insert(Identifier::known("hazelcast.shutdownhook.enabled"), Text::known("false"));
        }
        lines.insert(Identifier::known("hazelcast.logging.type"), Text::known(release.kernel.hazelcast_logging()));
        lines.insert(Identifier::known("hazelcast.max.no.heartbeat.seconds"), Text::known("60"));
    }
    lines.extend(said.iter().map(|(key, value)| (key.clone(), value.clone())));
    lines
}

fn membership(said: Option<&Membership>, release: &'static Release, nodes: &[Node]) -> MembershipPlan {
    match said {
        None => well_known(&WellKnown::default(), release, nodes),
        Some(Membership::WellKnown(said)) => well_known(said, release, nodes),
        Some(Membership::Multicast(said)) => MembershipPlan::Multicast {
            address: said.address.clone().unwrap_or(Address::Ip(IpAddr::V4(Ipv4Addr::new(228, 0, 0, 4)))),
            port: said.port.unwrap_or(Port::known(45564)),
            ttl: said.ttl.map_or(100, |ttl| ttl.get()),
            timeout: said.timeout.map_or(60, |timeout| timeout.get()),
        },
        Some(Membership::Aws(said)) => MembershipPlan::Aws {
            credentials: match (&said.iam_role, &said.access_key, &said.secret_key) {
                (Some(role), _, _) => AwsCredentials::Role(role.clone()),
                (None, Some(access), Some(secret)) => {
                    AwsCredentials::Keys { access: access.clone(), secret: secret.clone() }
                }
                _ => AwsCredentials::None,
            },
            region: region(said.region.as_ref()),
            security_group: said.security_group.clone(),
            tag: said.tag_key.clone().zip(said.tag_value.clone()),
            host_header: said.host_header.clone(),
            connection_timeout: said.connection_timeout.map(|seconds| seconds.get()),
        },
        Some(Membership::AwsEcs(said)) => MembershipPlan::AwsEcs {
            region: region(said.region.as_ref()),
            cluster: said.cluster.clone(),
            vpc: said.vpc,
        },
        Some(Membership::Kubernetes(said)) => MembershipPlan::Kubernetes {
            services: said.services.clone(),
            namespace: said.namespace.clone().unwrap_or_else(|| Identifier::known("default")),
            use_dns: said.use_dns.unwrap_or(true),
            api_server: said.api_server.clone(),
            token: said.token.clone(),
            skip_tls_verification: said.skip_tls_verification.unwrap_or(false),
        },
        Some(Membership::Custom(said)) => {
            MembershipPlan::Custom { class: said.class.clone(), parameters: said.parameters.clone() }
        }
    }
}

/// The region that is said, or the one that Hazelcast takes where none is.
fn region(said: Option<&Domain>) -> Text {
    said.and_then(|region| region.as_str().parse().ok()).unwrap_or_else(|| Text::known("us-east-1"))
}

/// Every static node on every node, managers first: a partial list may never merge again after a partition
/// (`WKABasedMembershipScheme` of kernel 4.4.40 adds other members only where host *and* port differ).
fn well_known(said: &WellKnown, release: &'static Release, nodes: &[Node]) -> MembershipPlan {
    let connection_timeout = said.connection_timeout.map(|seconds| seconds.get());
    if !said.members.is_empty() {
        let usual = nodes.first().map_or(Port::known(release.line.member_port), |node| node.member_port);
        let member = |member: &MemberAddress| Member {
            host: member.host.clone(),
            port: member.port.unwrap_or_else(|| port_of(&member.host, nodes).unwrap_or(usual)),
        };
        let members = said.members.iter().map(member).collect();
        return MembershipPlan::WellKnown { members, left_out: 0, said: true, connection_timeout };
    }
    let fixed = nodes.iter().filter(|node| node.address.is_some()).count();
    let members = static_members(nodes.iter());
    let left_out = fixed - members.len();
    MembershipPlan::WellKnown { members, left_out, said: false, connection_timeout }
}

fn static_members<'n>(nodes: impl Iterator<Item = &'n Node>) -> Arc<[Member]> {
    let fixed = nodes.filter_map(|node| node.address.as_ref().map(|address| (address, node.member_port)));
    let member = |(address, port): (&Address, Port)| Member { host: MemberHost::One(address.clone()), port };
    fixed.take(WELL_KNOWN_LIMIT).map(member).collect()
}

fn port_of(host: &MemberHost, nodes: &[Node]) -> Option<Port> {
    nodes.iter().find(|node| node.address.as_ref().is_some_and(|it| host.covers(it))).map(|node| node.member_port)
}
