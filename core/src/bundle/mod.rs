//! What is written in the end: every file with its owner, its path and its mode.
//!
//! The layout is a contract: `nodes/<node>/<path as in the product's home>` for complete files,
//! `nodes/<node>/fragments/<path>` for what can only be a fragment, `balancers/<name>/…`, `database/<vendor>/…`,
//! `tls/…`, `private-paas/…`, `hosts`, `guide.md`, `topology.svg`, `design.toml`, and `bundle.json`, which lists every file.

mod artifact;
mod diff;
mod drift;
mod home;
mod list;
mod manifest;
mod mask;
mod origin;
mod render;
mod stock;

pub use artifact::{Artifact, Content, Mode, Owner, StockFile};
pub use diff::{Change, Changed, diff};
pub use drift::{Actual, Asked, Drift, Drifted, drift};
pub use home::{Found, Home, VERSION, is_other, products, wanted, wanted_of};
pub use list::{DESIGN, Listed, find, list};
pub use manifest::MANIFEST;
pub use mask::Mask;
pub use origin::{Made, Origin, lines_of, origin_at, origins, origins_in};
pub use render::{File, Rendered, is_private, render};
pub use stock::{Stock, StockFinding, StockTrouble};

use crate::plan::Plan;
use crate::{balancer, config, database, delivery, guide, host, tls};

/// Every file of a plan, as statements or text, in the order in which a person goes through them.
pub fn artifacts(plan: &Plan) -> Vec<Artifact> {
    let mut artifacts = parts(plan);
    artifacts.extend(guide::artifacts(plan, &artifacts));
    artifacts
}

/// Every file of a plan but the last of [`artifacts`], those that tell people of the others. To write these takes as long as all
/// the rest, so whoever asks after every key stroke goes without; [`list`] and [`find`] know of them nevertheless.
pub fn parts(plan: &Plan) -> Vec<Artifact> {
    let mut parts = config::artifacts(plan);
    for room in [host::artifacts, balancer::artifacts, database::artifacts, tls::artifacts, delivery::artifacts] {
        parts.extend(room(plan));
    }
    parts
}

/// The file at a path of the bundle, as statements or text; the path may be that of the whole file or of its fragment. None
/// where the plan has no such file, and for what [`render`] adds of its own: the design and the list of files.
pub fn artifact(plan: &Plan, path: &str) -> Option<Artifact> {
    let is = |artifact: &Artifact| artifact.is_at(path);
    // A large cluster has a hundred thousand files: one is looked for among its node's first.
    let node = path.strip_prefix("nodes/").and_then(|rest| {
        let (name, _) = rest.split_once('/')?;
        plan.nodes.iter().find(|node| node.name.as_str() == name)
    });
    let own = node.and_then(|node| config::of_node(plan, node).into_iter().find(is));
    own.or_else(|| {
        let parts = parts(plan);
        guide::artifact(plan, &parts, path).or_else(|| parts.into_iter().find(is))
    })
}
