use super::Basis;
use crate::catalogue::Feature;
use crate::design::DatabaseUse;
use crate::plan::{DatabasePlan, Mount, RegistryPlan};
use crate::value::{Identifier, RegistryPath};

pub(super) fn registry(
    Basis { design, product, release, pattern }: Basis<'_>,
    database: &DatabasePlan,
) -> Option<RegistryPlan> {
    let said = &design.registry;
    if !said.mounts.unwrap_or(pattern.shared_database) {
        return None;
    }
    let schema = database.schema(DatabaseUse::Registry)?;
    let target = said.config_path.clone().unwrap_or_else(|| RegistryPath::known(product.config_path));
    Some(RegistryPlan {
        instance: said.instance.clone().unwrap_or_else(|| Identifier::known("sharedregistry")),
        db_config: "sharedregistry",
        cache_id: schema.url.value_behind(&format!("{}@", schema.user)),
        mounts: [
            Mount { path: "/_system/config", target },
            Mount { path: "/_system/governance", target: RegistryPath::known("/_system/governance") },
        ],
        read_only_workers: said.read_only_workers.unwrap_or(release.line.has(Feature::ProcessEngine)),
    })
}
