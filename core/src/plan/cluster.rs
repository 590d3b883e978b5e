use crate::value::{Address, Cidr, ClassName, Domain, Identifier, MemberHost, Port, Secret, Text, Url};
use std::collections::BTreeMap;
use std::sync::Arc;

/// How many well-known members are listed at most. Every node writes the list, so without a bound the files of a
/// thousand nodes would hold a million entries, and each start would try as many connections.
pub const WELL_KNOWN_LIMIT: usize = 64;

/// The group of nodes.
#[derive(Debug, Clone, PartialEq)]
pub struct ClusterPlan {
    /// Whether nodes form a cluster at all.
    pub enabled: bool,
    /// The name of the domain.
    pub domain: Domain,
    /// How nodes find each other.
    pub membership: MembershipPlan,
    /// The value of `clusteringPattern`; none where the release does not know it.
    pub clustering_pattern: Option<&'static str>,
    /// Whether caches stay local; none where the release's own default is right.
    pub force_local_cache: Option<bool>,
    /// Lines of `hazelcast.properties`.
    pub hazelcast: BTreeMap<Identifier, Text>,
    /// The groups that nodes form: one, where every node belongs to the same; nodes of different groups do not see each
    /// other.
    pub groups: Vec<Group>,
}

/// Nodes that form one Hazelcast group.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Its name: the domain that its nodes write.
    pub domain: Domain,
    /// The well-known members that its nodes write; empty with any other scheme.
    pub members: Arc<[Member]>,
}

/// How nodes find each other, with every parameter decided.
#[derive(Debug, Clone, PartialEq)]
pub enum MembershipPlan {
    /// By well-known addresses.
    WellKnown {
        /// The list, the same on every node.
        members: Arc<[Member]>,
        /// How many static nodes did not fit into it.
        left_out: usize,
        /// Whether the design wrote the list itself.
        said: bool,
        /// Seconds; none: Hazelcast's own.
        connection_timeout: Option<u16>,
    },
    /// By multicast.
    Multicast {
        /// The group's address.
        address: Address,
        /// Its UDP port.
        port: Port,
        /// How many routers a packet may pass.
        ttl: u16,
        /// Seconds to wait for an answer.
        timeout: u16,
    },
    /// By asking Amazon EC2.
    Aws {
        /// Who asks.
        credentials: AwsCredentials,
        /// The region.
        region: Text,
        /// Only instances of this security group.
        security_group: Option<Text>,
        /// Only instances with this tag and value.
        tag: Option<(Text, Text)>,
        /// The host of the EC2 interface, where it is not the public one.
        host_header: Option<Text>,
        /// Seconds; none: Hazelcast's own.
        connection_timeout: Option<u16>,
    },
    /// By asking Amazon for the containers of an ECS cluster.
    AwsEcs {
        /// The region.
        region: Text,
        /// The ECS cluster.
        cluster: Text,
        /// The addresses of the VPC.
        vpc: Cidr,
    },
    /// By asking Kubernetes.
    Kubernetes {
        /// The services whose pods are members.
        services: Vec<Identifier>,
        /// Their namespace.
        namespace: Identifier,
        /// DNS, or the API server.
        use_dns: bool,
        /// The API server, where the pod does not know it.
        api_server: Option<Url>,
        /// A token, where it is not the service account's.
        token: Option<Secret>,
        /// Whether the API server's certificate goes unchecked.
        skip_tls_verification: bool,
    },
    /// By a class of one's own.
    Custom {
        /// The class.
        class: ClassName,
        /// Its parameters.
        parameters: BTreeMap<Identifier, Text>,
    },
}

/// Who asks Amazon.
#[derive(Debug, Clone, PartialEq)]
pub enum AwsCredentials {
    /// A user's keys.
    Keys {
        /// The key.
        access: Secret,
        /// The secret.
        secret: Secret,
    },
    /// The instance's role.
    Role(Text),
    /// Nobody said.
    None,
}

/// One well-known member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// An address, or a range in the last octet.
    pub host: MemberHost,
    /// Its member port.
    pub port: Port,
}

impl MembershipPlan {
    /// The key of the scheme in a design.
    pub fn key(&self) -> &'static str {
        crate::membership::scheme(self).key
    }

    /// Whether nodes need not be known beforehand.
    pub fn finds_by_itself(&self) -> bool {
        !matches!(self, Self::WellKnown { .. })
    }
}
