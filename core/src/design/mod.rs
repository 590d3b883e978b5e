//! The design document: what a person says of a cluster. What they leave out stays out; the plan decides it.
//!
//! The types are the format. Enums are tagged by their key (`[cluster.membership.multicast]`), so that a fault inside
//! one has a place of its own.

mod access;
mod artifacts;
mod balancer;
mod cluster;
mod database;
mod delivery;
mod hosts;
mod jvm;
mod membership;
mod network;
mod node;
mod pattern;
mod registry;
mod tasks;
mod tls;
mod user_store;

pub use crate::balancer::BalancerProgram;
pub use access::Access;
pub use artifacts::{Artifacts, SharedFolder, Svn};
pub use balancer::{BalancerSpec, Serves, StayBy, Sticky};
pub use cluster::Cluster;
pub use database::{Database, DatabaseServer, DatabaseUse, SchemaSpec};
pub use delivery::{Containers, Delivery, Infrastructure, Machines, PrivatePaas};
pub use hosts::Hosts;
pub use jvm::Jvm;
pub use membership::{Aws, AwsEcs, Custom, Kubernetes, Membership, Multicast, WellKnown};
pub use network::NetworkSpec;
pub use node::{Addresses, NodeSpec, Role};
pub use pattern::{Managers, Pattern};
pub use registry::Registry;
pub use tasks::Tasks;
pub use tls::{KeyKind, NodeTls, Tls};
pub use user_store::{Directory, UserStore};

use crate::value::{Name, Text, Version};
use serde::{Deserialize, Serialize};

/// A design of one cluster of one product.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Design {
    /// The version of this format: 1.
    pub format: Format,
    /// What the cluster is called; it names units and files.
    pub name: Name,
    /// What it is for, in a sentence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<Text>,
    /// The product, by its key in the catalogue.
    #[cfg_attr(test, schemars(extend("enum" = product_ids())))]
    pub product: String,
    /// The product's release, such as `5.0.0`.
    pub release: Version,
    /// How roles, load balancers and shared things are laid out.
    pub pattern: Pattern,
    /// How several managers share the work; active/passive where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub managers: Option<Managers>,
    /// The names that clients and administrators use.
    #[serde(default, skip_serializing_if = "Hosts::is_empty")]
    pub hosts: Hosts,
    /// The group of nodes and how they find each other.
    #[serde(default, skip_serializing_if = "Cluster::is_empty")]
    pub cluster: Cluster,
    /// The networks that nodes and load balancers stand in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub networks: Vec<NetworkSpec>,
    /// The nodes, one by one, or several by a range of addresses or a count.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nodes: Vec<NodeSpec>,
    /// The load balancers; what the pattern needs where they are left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub balancers: Option<Vec<BalancerSpec>>,
    /// The database server that the nodes share.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub database: Option<Database>,
    /// Where users and their passwords are; the product decides where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user_store: Option<UserStore>,
    /// How the registry is shared.
    #[serde(default, skip_serializing_if = "Registry::is_empty")]
    pub registry: Registry,
    /// How deployed artifacts reach every node.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub artifacts: Option<Artifacts>,
    /// Scheduled tasks.
    #[serde(default, skip_serializing_if = "Tasks::is_empty")]
    pub tasks: Tasks,
    /// Certificates and keystores.
    #[serde(default, skip_serializing_if = "Tls::is_empty")]
    pub tls: Tls,
    /// Who may reach what, and who administers.
    #[serde(default, skip_serializing_if = "Access::is_empty")]
    pub access: Access,
    /// How a node is started.
    #[serde(default, skip_serializing_if = "Jvm::is_empty")]
    pub jvm: Jvm,
    /// How the design reaches what runs it; as files where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery: Option<Delivery>,
}

#[cfg(test)]
fn product_ids() -> Vec<&'static str> {
    crate::catalogue::PRODUCTS.iter().map(|product| product.id).collect()
}

/// The version of the format of a design: there is one so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct Format;

impl TryFrom<i64> for Format {
    type Error = String;
    fn try_from(number: i64) -> Result<Self, String> {
        match number {
            1 => Ok(Self),
            other => Err(format!("format {other} is not known to this program: it reads format 1")),
        }
    }
}

impl From<Format> for i64 {
    fn from(_: Format) -> Self {
        1
    }
}

#[cfg(test)]
impl schemars::JsonSchema for Format {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Format".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "const": 1 })
    }
}
