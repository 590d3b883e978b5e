//! How the components of API Manager find each other: one file here per table of `deployment.toml`.

mod cache;
mod devportal;
mod environment;
mod event_hub;
mod key_manager;
mod notification;
mod oauth;
mod peers;
mod revocation;
mod role;
mod synchronizer;
mod throttling;
mod users;

use super::{Of, Tables};
use crate::catalogue::Feature;

/// The tables, in the order in which a person reads them.
static TABLES: &[fn(Of<'_>, &mut Tables)] = &[
    role::holds,
    users::holds,
    environment::holds,
    key_manager::holds,
    throttling::holds,
    event_hub::holds,
    revocation::holds,
    synchronizer::holds,
    notification::holds,
    devportal::holds,
    oauth::holds,
    cache::holds,
];

pub(super) fn holds(of: Of<'_>, tables: &mut Tables) {
    if of.node.has(Feature::ApiManager) {
        TABLES.iter().for_each(|table| table(of, tables));
    }
}

/// The servlet transport of the node itself; the product puts the port in, with its offset.
const OWN: &str = "https://localhost:${mgt.transport.https.port}";

#[cfg(test)]
mod tests;
