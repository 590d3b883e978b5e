use crate::value::{Secret, Text, Url};

/// The user store that every node asks.
#[derive(Debug, Clone, PartialEq)]
pub enum UserStorePlan {
    /// The database for users.
    Jdbc,
    /// A directory.
    Directory(DirectoryPlan),
}

/// A directory that every node asks.
#[derive(Debug, Clone, PartialEq)]
pub struct DirectoryPlan {
    /// Whose it is.
    pub kind: DirectoryKind,
    /// Its URL.
    pub url: Url,
    /// The distinguished name by which nodes sign in.
    pub user: Text,
    /// Their password.
    pub password: Secret,
    /// The entry below which users are.
    pub user_base: Text,
    /// The entry below which groups are.
    pub group_base: Text,
    /// Whether nodes only read it.
    pub read_only: bool,
}

/// Whose directory it is: they call users and groups differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DirectoryKind {
    /// Any that speaks LDAP.
    Ldap,
    /// Microsoft's.
    ActiveDirectory,
}

impl DirectoryKind {
    /// Its key in a design.
    pub fn key(self) -> &'static str {
        match self {
            Self::Ldap => "ldap",
            Self::ActiveDirectory => "active-directory",
        }
    }
}

impl UserStorePlan {
    /// The directory, if it is one.
    pub fn directory(&self) -> Option<&DirectoryPlan> {
        match self {
            Self::Jdbc => None,
            Self::Directory(directory) => Some(directory),
        }
    }
}
