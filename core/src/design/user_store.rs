use crate::value::{Secret, Text, Url};
use serde::{Deserialize, Serialize};

/// Where users and their passwords are. Permissions stay in the database for users, whatever the store.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum UserStore {
    /// The database for users.
    Jdbc,
    /// An LDAP directory.
    Ldap(Directory),
    /// Microsoft's Active Directory.
    ActiveDirectory(Directory),
}

/// A directory that every node asks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Directory {
    /// Its URL, such as `ldaps://ldap.example.com:636`.
    pub url: Url,
    /// The distinguished name by which nodes sign in to it.
    pub user: Text,
    /// Their password; `env:WSO2_DIRECTORY_PASSWORD` where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub password: Option<Secret>,
    /// The entry below which users are.
    pub user_base: Text,
    /// The entry below which groups are.
    pub group_base: Text,
    /// Whether nodes only read it; they also write where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub read_only: Option<bool>,
}

impl UserStore {
    /// Its key in a design.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Jdbc => "jdbc",
            Self::Ldap(_) => "ldap",
            Self::ActiveDirectory(_) => "active-directory",
        }
    }

    /// The directory, if it is one.
    pub fn directory(&self) -> Option<&Directory> {
        match self {
            Self::Jdbc => None,
            Self::Ldap(directory) | Self::ActiveDirectory(directory) => Some(directory),
        }
    }
}
