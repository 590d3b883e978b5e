//! What Micro Integrator has of its own in `deployment.toml`.

mod coordination;
mod tasks;

use super::{Of, Tables};
use crate::catalogue::Feature;
use crate::design::DatabaseUse;

pub(super) fn holds(of @ Of { plan, node, .. }: Of<'_>, tables: &mut Tables) {
    let database = plan.database.as_ref().is_some_and(|database| database.schema(DatabaseUse::Coordination).is_some());
    if node.has(Feature::TaskCoordination) && database {
        coordination::holds(of, tables);
        tasks::holds(of, tables);
    }
}

#[cfg(test)]
mod tests;
