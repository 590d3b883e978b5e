//! What must hold in each configuration file of each node: one file here per file there, one line in the list.

mod axis2;
mod bps;
mod carbon;
mod catalina;
mod datasources;
mod deployment;
mod hazelcast;
mod messaging;
mod registry;
mod statements;
mod tasks;
mod user_mgt;

use crate::bundle::{Artifact, Mode, Owner, StockFile};
use crate::catalogue::{Generation, Layout, Line};
use crate::edit::xml::Children;
use crate::plan::{Node, Plan};
use statements::Statements;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Every configuration file, in the order in which a person goes through them.
pub static FILES: &[&ConfigFile] = &[
    &axis2::FILE,
    &carbon::FILE,
    &catalina::FILE,
    &datasources::MASTER,
    &datasources::BPS,
    &datasources::ACTIVITI,
    &registry::FILE,
    &user_mgt::FILE,
    &tasks::FILE,
    &hazelcast::FILE,
    &bps::FILE,
    &deployment::FILE,
];

/// A configuration file of the product.
#[derive(Debug)]
pub struct ConfigFile {
    /// Its path below the folder of configuration files; below the product's home where it begins with `~/`.
    pub path: &'static str,
    /// What it is for, in a sentence.
    pub about: &'static str,
    /// What the nodes that have it are configured by.
    pub generation: Generation,
    /// Which nodes say the same in it.
    varies: Varies,
    /// What must hold in it on a node; none where nothing needs to.
    holds: fn(Of<'_>) -> Option<Statements>,
}

/// The file with the clustering settings of a line of releases.
pub fn clustering(line: &Line) -> &'static ConfigFile {
    if line.generation == Generation::Xml { &axis2::FILE } else { &deployment::FILE }
}

/// The file that says how many nodes tasks wait for.
pub fn tasks(line: &Line) -> &'static ConfigFile {
    if line.generation == Generation::Xml { &tasks::FILE } else { &deployment::FILE }
}

impl ConfigFile {
    /// Its path in a product's home that is laid out so.
    pub fn path_in(&self, layout: &Layout) -> String {
        match self.path.strip_prefix("~/") {
            Some(below_home) => below_home.to_owned(),
            None => format!("{}/{}", layout.conf, self.path),
        }
    }

    /// The file at a path of a product's home that is laid out so, if it is one of these.
    pub fn at(layout: &Layout, path: &str) -> Option<&'static Self> {
        FILES.iter().copied().find(|file| file.path_in(layout) == path)
    }
}

/// Of which node a file is, and what all nodes' files share.
#[derive(Clone, Copy)]
struct Of<'p> {
    plan: &'p Plan,
    node: &'p Node,
    /// The list of well-known members of the node's group, made once: every node of it writes the same.
    members: Option<&'p Children>,
}

/// Which nodes say the same in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Varies {
    /// All nodes of one role do.
    ByRole,
    /// Each node has its own.
    ByNode,
}

/// The configuration files of every node.
pub fn artifacts(plan: &Plan) -> Vec<Artifact> {
    let mut shared: BTreeMap<_, Option<(Arc<StockFile>, Mode)>> = BTreeMap::new();
    let mut artifacts = Vec::with_capacity(plan.nodes.len() * FILES.len());
    let members: Vec<Children> = plan.cluster.groups.iter().map(axis2::members).collect();
    let mut paths: BTreeMap<*const Layout, Vec<String>> = BTreeMap::new();
    for node in &plan.nodes {
        let layout = node.layout();
        let paths = paths
            .entry(std::ptr::from_ref(layout))
            .or_insert_with(|| FILES.iter().map(|file| file.path_in(layout)).collect());
        let of = Of { plan, node, members: node.group.and_then(|group| members.get(group)) };
        for (number, (file, path)) in FILES.iter().zip(paths).enumerate() {
            if file.generation != node.line().generation {
                continue;
            }
            let make = || (file.holds)(of).map(Statements::finish);
            let made = match file.varies {
                Varies::ByNode => make(),
                Varies::ByRole => shared.entry((number, node.role)).or_insert_with(make).clone(),
            };
            if let Some((stock, mode)) = made {
                artifacts.push(Artifact::stock(
                    Owner::Node(node.name.clone()),
                    node.product.id,
                    path.as_str(),
                    mode,
                    stock,
                ));
            }
        }
    }
    artifacts
}

#[cfg(test)]
mod tests;
