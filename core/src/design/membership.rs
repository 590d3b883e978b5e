use crate::value::{Address, Cidr, ClassName, Count, Domain, Identifier, MemberAddress, Port, Secret, Text, Url};
use serde::{Deserialize, Serialize};

use std::collections::BTreeMap;

/// How nodes find each other.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum Membership {
    /// By a list of well-known addresses.
    WellKnown(WellKnown),
    /// By multicast in one network.
    Multicast(Multicast),
    /// By asking Amazon EC2.
    Aws(Aws),
    /// By asking Amazon for the containers of an ECS cluster.
    AwsEcs(AwsEcs),
    /// By asking Kubernetes.
    Kubernetes(Kubernetes),
    /// By a class of one's own.
    Custom(Custom),
}

/// Membership by well-known addresses: any network, unicast.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct WellKnown {
    /// The list to write instead of every static node: addresses, or ranges in the last octet.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<MemberAddress>,
    /// Seconds to wait for a member to answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub connection_timeout: Option<Count>,
}

/// Membership by multicast: one subnet, never in a cloud.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Multicast {
    /// The group's address; 228.0.0.4 where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<Address>,
    /// The group's UDP port; 45564 where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub port: Option<Port>,
    /// How many routers a packet may pass; 100 where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ttl: Option<Count>,
    /// Seconds to wait for an answer; 60 where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timeout: Option<Count>,
}

/// Membership by asking Amazon EC2 which instances run.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Aws {
    /// The IAM user's key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub access_key: Option<Secret>,
    /// The IAM user's secret.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub secret_key: Option<Secret>,
    /// The instance's role, instead of keys.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub iam_role: Option<Text>,
    /// Only instances of this security group.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub security_group: Option<Text>,
    /// Only instances with this tag …
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tag_key: Option<Text>,
    /// … of this value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tag_value: Option<Text>,
    /// The region, without the letter of the zone; us-east-1 where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<Domain>,
    /// The host of the EC2 interface, where it is not the public one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub host_header: Option<Text>,
    /// Seconds to wait for an answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub connection_timeout: Option<Count>,
}

/// Membership by asking Amazon for the containers of an ECS cluster; kernels from 4.6.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct AwsEcs {
    /// The ECS cluster.
    pub cluster: Text,
    /// The addresses of the VPC, such as `10.0.0.0/16`.
    pub vpc: Cidr,
    /// The region, without the letter of the zone; us-east-1 where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<Domain>,
}

/// Membership by asking Kubernetes: by a plug-in up to kernel 4.6, by the kernel itself from 4.7 on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Kubernetes {
    /// The services whose pods are members.
    pub services: Vec<Identifier>,
    /// Their namespace; `default` where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub namespace: Option<Identifier>,
    /// Whether to ask DNS (true, a headless service) or the API server (false, needs a role that reads endpoints).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub use_dns: Option<bool>,
    /// The API server, where the pod's own environment does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub api_server: Option<Url>,
    /// A token for the API server, where it is not the service account's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token: Option<Secret>,
    /// Whether the API server's certificate goes unchecked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub skip_tls_verification: Option<bool>,
}

/// Membership by a class of one's own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Custom {
    /// The class.
    pub class: ClassName,
    /// Its parameters.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub parameters: BTreeMap<Identifier, Text>,
}
