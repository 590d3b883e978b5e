use super::Membership;
use crate::value::{Domain, Identifier, Text};
use serde::{Deserialize, Serialize};

use std::collections::BTreeMap;

/// The group of nodes and how they find each other.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Cluster {
    /// The name of the domain; nodes of one domain form one cluster.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub domain: Option<Domain>,
    /// How nodes find each other; well-known addresses where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub membership: Option<Membership>,
    /// Lines of `hazelcast.properties` besides those that the plan decides.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub hazelcast: BTreeMap<Identifier, Text>,
    /// Whether each node writes its name behind its session ids, for a load balancer that routes by them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub jvm_route: Option<bool>,
}

impl Cluster {
    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
