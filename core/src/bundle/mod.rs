//! What is written in the end: every file with its owner, its path and its mode.
//!
//! The layout is a contract: `nodes/<node>/<path as in the product's home>` for complete files,
//! `nodes/<node>/fragments/<path>` for what can only be a fragment, `balancers/<name>/…`, `database/<vendor>/…`,
//! `tls/…`, `private-paas/…`, `hosts`, `guide.md`, `topology.svg`, `design.toml`, and `bundle.json`, which lists every file.

mod artifact;
mod manifest;
mod render;
mod stock;

pub use artifact::{Artifact, Content, Mode, Owner, StockFile};
pub use manifest::MANIFEST;
pub use render::{File, Rendered, render};
pub use stock::{Stock, StockFinding, StockTrouble};

use crate::plan::Plan;
use crate::{balancer, config, database, delivery, guide, host, tls};

/// Every file of a plan, as statements or text, in the order in which a person goes through them.
pub fn artifacts(plan: &Plan) -> Vec<Artifact> {
    let mut artifacts = config::artifacts(plan);
    for room in [host::artifacts, balancer::artifacts, database::artifacts, tls::artifacts, delivery::artifacts] {
        artifacts.extend(room(plan));
    }
    artifacts.extend(guide::artifacts(plan, &artifacts));
    artifacts
}
