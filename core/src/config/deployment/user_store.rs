use super::{Of, Tables};
use crate::catalogue::{Feature, Kernel};
use crate::design::DatabaseUse;
use crate::edit::Why;

const SOURCE: &str = "IS 5.11.0, deployment.toml and infer.json";

/// `[user_store]`: users are in the shared database, not in a directory inside each node.
pub(super) fn holds(Of { plan, node, .. }: Of<'_>, tables: &mut Tables) {
    let shared = plan.database.is_some() && node.need(DatabaseUse::Shared).is_some();
    if !node.has(Feature::EmbeddedLdap) || !shared {
        return;
    }
    let why = Why::new(
        "users are in the shared database: the directory that the product comes with is another one on every node",
        "database",
        SOURCE,
    );
    let kind = if node.release.kernel >= Kernel::new(4, 6, 1) { "database_unique_id" } else { "database" };
    tables.plain(["user_store", "type"], kind, why);
    for key in ["connection_url", "connection_name", "connection_password", "base_dn"] {
        let why = Why::new("a database has no directory's connection", "database", SOURCE);
        tables.absent(["user_store", key], why);
    }
}
