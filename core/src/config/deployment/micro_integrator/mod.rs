//! What Micro Integrator has of its own in `deployment.toml`.

mod coordination;
mod tasks;

use super::{Of, Tables};

pub(super) fn holds(of: Of<'_>, tables: &mut Tables) {
    if of.plan.shares_tasks() {
        coordination::holds(of, tables);
        tasks::holds(of, tables);
    }
}

#[cfg(test)]
mod tests;
