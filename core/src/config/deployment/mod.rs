//! `deployment.toml`, from which a product makes its XML at each start: one file here per group of tables.

mod api_manager;
mod clustering;
mod database;
mod hazelcast;
mod micro_integrator;
mod server;
mod tables;
mod tasks;
#[cfg(test)]
mod tests;
mod transport;
mod user_store;

use super::{ConfigFile, Generation, Of, Statements, Varies};
use tables::Tables;

pub(super) static FILE: ConfigFile = ConfigFile {
    path: "deployment.toml",
    about: "Everything that the product makes its configuration of at each start.",
    generation: Generation::Toml,
    varies: Varies::ByNode,
    holds,
};

/// What the tables come from, in the order in which a complete file has them.
static GROUPS: &[fn(Of<'_>, &mut Tables)] = &[
    server::holds,
    user_store::holds,
    database::holds,
    transport::holds,
    clustering::holds,
    hazelcast::holds,
    tasks::holds,
    api_manager::holds,
    micro_integrator::holds,
];

fn holds(of: Of<'_>) -> Option<Statements> {
    let mut tables = Tables::default();
    for group in GROUPS {
        group(of, &mut tables);
    }
    tables.finish()
}
