//! What Micro Integrator has of its own in `deployment.toml`.

mod coordination;
mod listener;
mod tasks;

use super::{Of, Tables};
use crate::catalogue::Feature;
use crate::edit::Why;

pub(super) fn holds(of: Of<'_>, tables: &mut Tables) {
    if of.node.has(Feature::MicroIntegrator) {
        let why =
            Why::new("as the product comes with it; nothing asks it unless the management API does", "pattern", "");
        tables.present(["user_store", "type"], "read_only_ldap", why);
        listener::holds(of, tables);
    }
    if of.plan.shares_tasks() {
        coordination::holds(of, tables);
        tasks::holds(of, tables);
    }
}

#[cfg(test)]
mod tests;
