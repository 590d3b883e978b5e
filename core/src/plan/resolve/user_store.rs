use super::Basis;
use crate::catalogue::{Feature, Generation};
use crate::design::{Directory, UserStore};
use crate::plan::{DirectoryKind, DirectoryPlan, UserStorePlan};
use crate::value::Secret;

/// What the design says; the database where the product would otherwise keep users in a directory inside each node. None where
/// the product's own store stays: it is on the database for users already.
pub(super) fn user_store(Basis { design, release, .. }: Basis<'_>) -> Option<UserStorePlan> {
    if release.line.generation == Generation::Yaml || release.line.has(Feature::MicroIntegrator) {
        return None;
    }
    let directory = |kind, said: &Directory| {
        UserStorePlan::Directory(DirectoryPlan {
            kind,
            url: said.url.clone(),
            user: said.user.clone(),
            password: said.password.clone().unwrap_or_else(|| Secret::env("WSO2_DIRECTORY_PASSWORD".to_owned())),
            user_base: said.user_base.clone(),
            group_base: said.group_base.clone(),
            read_only: said.read_only.unwrap_or(false),
        })
    };
    match &design.user_store {
        None => release.line.has(Feature::EmbeddedLdap).then_some(UserStorePlan::Jdbc),
        Some(UserStore::Jdbc) => Some(UserStorePlan::Jdbc),
        Some(UserStore::Ldap(said)) => Some(directory(DirectoryKind::Ldap, said)),
        Some(UserStore::ActiveDirectory(said)) => Some(directory(DirectoryKind::ActiveDirectory, said)),
    }
}
