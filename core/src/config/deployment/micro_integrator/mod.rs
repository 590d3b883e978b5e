//! What Micro Integrator has of its own in `deployment.toml`.

mod coordination;
mod listener;
mod tasks;

use super::{Of, Tables};
use crate::catalogue::Feature;

pub(super) fn holds(of: Of<'_>, tables: &mut Tables) {
    if of.node.has(Feature::MicroIntegrator) {
        listener::holds(of, tables);
    }
    if of.plan.shares_tasks() {
        coordination::holds(of, tables);
        tasks::holds(of, tables);
    }
}

#[cfg(test)]
mod tests;
