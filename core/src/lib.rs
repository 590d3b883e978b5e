//! The core of wso2-design: one design in, every file of every node and load balancer out.
//!
//! ```text
//!  text (TOML, JSON)
//!    │ read        syntax, types, unknown keys, every fault with its place
//!    ▼
//!  Design          what a person said; absence is kept
//!    │ resolve     defaults, names, addresses, ports
//!    ▼
//!  Plan            every decision made
//!    ├─ rules      does this cluster make sense
//!    ├─ config     what must hold in each file of each node, and why
//!    ├─ balancer, database, tls, host, guide    whole files of our own
//!    ▼
//!  Bundle          every file with its owner, its path and its mode
//! ```
//!
//! Deliberately not here: files, processes, the network, the clock, randomness. Everything is a pure function of
//! text and bytes, so that the command line, the terminal designer and the browser give the same bytes.

pub mod balancer;
pub mod bundle;
pub mod catalogue;
pub mod config;
pub mod database;
pub mod delivery;
pub mod design;
pub mod diagnostic;
pub mod difference;
pub mod edit;
pub mod format;
pub mod guide;
pub mod host;
pub mod import;
pub mod membership;
pub mod places;
pub mod plan;
pub mod read;
pub mod rules;
pub mod sample;
pub mod starter;
pub mod tls;
pub mod topology;
pub mod value;

pub mod explain;
pub mod form;
pub mod share;

mod check;
mod schema;

pub use check::{Checked, Mended, check, mend, preview};
pub use schema::schema;

use plan::Plan;

/// What was decided, as a design in TOML that leaves nothing out.
pub fn resolved(plan: &Plan) -> String {
    // A design is always a tree of plain values.
    serde_json::to_value(plan.to_design()).map_or_else(|_| String::new(), |tree| read::to_toml(&tree))
}
