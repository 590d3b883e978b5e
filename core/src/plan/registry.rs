use super::Node;
use crate::edit::Value;
use crate::value::{Identifier, RegistryPath};

/// How the registry is shared.
#[derive(Debug, Clone, PartialEq)]
pub struct RegistryPlan {
    /// The name of the remote instance; the same on every node.
    pub instance: Identifier,
    /// The name of the database configuration.
    pub db_config: &'static str,
    /// The name of the cache: `user@url`, the same on every node, or invalidation fails.
    pub cache_id: Value,
    /// What is mounted.
    pub mounts: [Mount; 2],
    /// Whether workers may only read.
    pub read_only_workers: bool,
}

/// One mount.
#[derive(Debug, Clone, PartialEq)]
pub struct Mount {
    /// Where it appears on every node.
    pub path: &'static str,
    /// Where it lies in the shared registry.
    pub target: RegistryPath,
}

impl RegistryPlan {
    /// Whether a node may only read.
    pub fn read_only(&self, node: &Node) -> bool {
        self.read_only_workers && node.is_worker()
    }
}
