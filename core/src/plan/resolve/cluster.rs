use super::Basis;
use crate::catalogue::{PatternTraits, Product, Release, Roles};
use crate::design::{Membership, Pattern, WellKnown};
use crate::plan::{AwsCredentials, ClusterPlan, Member, MembershipPlan, Node, WELL_KNOWN_LIMIT};
use crate::value::{Address, Domain, Identifier, MemberAddress, MemberHost, Port, Text};
use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;

pub(super) fn cluster(Basis { design, product, release, pattern }: Basis<'_>, nodes: &[Node]) -> ClusterPlan {
    let said = &design.cluster;
    let clustering_pattern = release.clustering_pattern.then_some(match pattern.roles {
        Roles::WorkerManager { .. } => "WorkerManager",
        Roles::Equal(_) => "nonWorkerManager",
    });
    // The generic patterns differ in what they do with caches: full replication distributes them, the others keep
    // them local and use the cluster to invalidate them.
    let force_local_cache = match pattern.pattern {
        Pattern::SharedDatabase | Pattern::StickySessions => Some(true),
        Pattern::FullReplication => Some(false),
        _ => None,
    };
    ClusterPlan {
        enabled: pattern.clustering,
        domain: said.domain.clone().unwrap_or_else(|| Domain::known(product.domain)),
        membership: membership(said.membership.as_ref(), product, nodes),
        clustering_pattern,
        force_local_cache,
        hazelcast: hazelcast(&said.hazelcast, release, pattern),
    }
}

/// The manual lets Carbon close the cluster, not the JVM's own hook: otherwise «Hazelcast instance is not active!» at
/// shutdown. Where that setting makes a shutdown delete tasks it is left out. A dead node is noticed after a minute, as
/// in later Hazelcasts, not after the ten that 3.x takes. What the design says wins.
fn hazelcast(
    said: &BTreeMap<Identifier, Text>,
    release: &'static Release,
    pattern: &'static PatternTraits,
) -> BTreeMap<Identifier, Text> {
    let mut lines = BTreeMap::new();
    if pattern.clustering {
        if !release.shutdown_hook_off_deletes_tasks {
            lines.insert(Identifier::known("hazelcast.shutdownhook.enabled"), Text::known("false"));
        }
        lines.insert(Identifier::known("hazelcast.logging.type"), Text::known(release.kernel.hazelcast_logging()));
        lines.insert(Identifier::known("hazelcast.max.no.heartbeat.seconds"), Text::known("60"));
    }
    lines.extend(said.iter().map(|(key, value)| (key.clone(), value.clone())));
    lines
}

fn membership(said: Option<&Membership>, product: &'static Product, nodes: &[Node]) -> MembershipPlan {
    match said {
        None => well_known(&WellKnown::default(), product, nodes),
        Some(Membership::WellKnown(said)) => well_known(said, product, nodes),
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
            region: said
                .region
                .as_ref()
                .and_then(|region| region.as_str().parse().ok())
                .unwrap_or_else(|| Text::known("us-east-1")),
            security_group: said.security_group.clone(),
            tag: said.tag_key.clone().zip(said.tag_value.clone()),
            host_header: said.host_header.clone(),
            connection_timeout: said.connection_timeout.map(|seconds| seconds.get()),
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

/// Every static node on every node, managers first: a partial list may never merge again after a partition
/// (`WKABasedMembershipScheme` of kernel 4.4.40 adds other members only where host *and* port differ).
fn well_known(said: &WellKnown, product: &'static Product, nodes: &[Node]) -> MembershipPlan {
    let connection_timeout = said.connection_timeout.map(|seconds| seconds.get());
    if !said.members.is_empty() {
        let usual = nodes.first().map_or(Port::known(product.member_port), |node| node.member_port);
        let member = |member: &MemberAddress| Member {
            host: member.host.clone(),
            port: member.port.unwrap_or_else(|| port_of(&member.host, nodes).unwrap_or(usual)),
        };
        let members = said.members.iter().map(member).collect();
        return MembershipPlan::WellKnown { members, left_out: 0, said: true, connection_timeout };
    }
    let fixed = || nodes.iter().filter_map(|node| node.address.as_ref().map(|address| (address, node.member_port)));
    let member = |(address, port): (&Address, Port)| Member { host: MemberHost::One(address.clone()), port };
    let members: Arc<[Member]> = fixed().take(WELL_KNOWN_LIMIT).map(member).collect();
    let left_out = fixed().count() - members.len();
    MembershipPlan::WellKnown { members, left_out, said: false, connection_timeout }
}

fn port_of(host: &MemberHost, nodes: &[Node]) -> Option<Port> {
    nodes.iter().find(|node| node.address.as_ref().is_some_and(|it| host.covers(it))).map(|node| node.member_port)
}
