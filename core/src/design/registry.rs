use crate::value::{Identifier, RegistryPath};
use serde::{Deserialize, Serialize};

/// How the registry is shared.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Registry {
    /// Whether configuration and governance are mounted from the shared database; the pattern decides where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mounts: Option<bool>,
    /// Where the configuration of this product lies in the shared registry.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub config_path: Option<RegistryPath>,
    /// The name of the remote instance; the same on every node.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instance: Option<Identifier>,
    /// Whether workers may only read their mounts; the product decides where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub read_only_workers: Option<bool>,
}

impl Registry {
    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
