use crate::value::{Secret, Text, Url};
use serde::{Deserialize, Serialize};

/// How deployed artifacts reach every node.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum Artifacts {
    /// A pipeline puts them on every node.
    Push,
    /// Every node has the same folder.
    SharedFolder(SharedFolder),
    /// The product's own synchronizer, over Subversion. Kernels up to 4.4.
    Svn(Svn),
}

/// A folder that every node has.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct SharedFolder {
    /// What is mounted, such as `nfs.example.com:/wso2/esb`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Text>,
}

/// The deployment synchronizer over Subversion.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Svn {
    /// The repository.
    pub url: Url,
    /// Who commits and checks out.
    pub user: Text,
    /// Their password.
    pub password: Secret,
    /// Whether each tenant has a folder of its own below the URL; true where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub append_tenant_id: Option<bool>,
}
