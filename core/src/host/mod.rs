//! What a node's machine needs: the script that starts the product as this node, the systemd unit around it, and the
//! mount of a shared folder.

mod mount;
mod start;
mod unit;

use crate::bundle::{Artifact, Mode, Owner};
use crate::design::Role;
use crate::plan::{Node, Plan};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The script that starts a node, in the product's home.
pub const START: &str = "bin/start-node.sh";

/// The line of fstab(5) that mounts the shared artifacts, in the product's home.
pub const MOUNT: &str = "bin/artifacts.fstab";

/// The name of a node's systemd unit, which is a file in its `bin/`.
pub fn unit_name(plan: &Plan, node: &Node) -> String {
    format!("{}-{}.service", plan.name, node.name)
}

/// The unit of a home, and the line of fstab(5) where there is one.
type Texts = (Arc<str>, Option<Arc<str>>);

/// The files of every node.
pub fn artifacts(plan: &Plan) -> Vec<Artifact> {
    let mut files = Vec::with_capacity(plan.nodes.len() * 3);
    // Texts differ by few things, so a thousand nodes share a handful of them.
    let mut starts: BTreeMap<(Role, bool), Arc<str>> = BTreeMap::new();
    let mut homes: BTreeMap<(String, Option<&str>), Texts> = BTreeMap::new();
    for node in &plan.nodes {
        let start = starts.entry((node.role, node.first)).or_insert_with(|| start::text(plan, node).into());
        let (unit, mount) = homes.entry((plan.home(node), node.artifacts())).or_insert_with_key(|(home, _)| {
            (unit::text(plan, node, home).into(), mount::text(plan, node, home).map(Arc::from))
        });
        let owner = || Owner::Node(node.name.clone());
        files.push(Artifact::whole(owner(), START, Mode::Program, Arc::clone(start)));
        files.push(Artifact::whole(owner(), format!("bin/{}", unit_name(plan, node)), Mode::Public, Arc::clone(unit)));
        if let Some(mount) = mount {
            files.push(Artifact::whole(owner(), MOUNT, Mode::Public, Arc::clone(mount)));
        }
    }
    files
}

#[cfg(test)]
mod tests;
