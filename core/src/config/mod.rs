//! What must hold in each configuration file of each node: one file here per file there, one line in the list.

mod api_manager;
mod axis2;
mod bps;
mod broker;
mod carbon;
mod catalina;
mod consent;
mod datasources;
mod deployment;
mod embedded_ldap;
mod endpoints;
mod event_processor;
mod event_publishers;
mod hazelcast;
mod identity;
mod identity_events;
mod messaging;
mod node_id;
mod registry;
mod sign_in;
mod spark;
mod statements;
mod stream;
mod tasks;
mod user_mgt;
mod user_store;

use crate::bundle::{Artifact, Content, Mode, Owner};
use crate::catalogue::{Generation, Layout, Line};
use crate::edit::xml::Children;
use crate::plan::{Node, Plan};
pub(crate) use event_processor::{EVENT_SYNC, STATE_SYNC};
use statements::Statements;
use std::collections::BTreeMap;
pub(crate) use stream::WORKER_SYNC;

/// Every configuration file, in the order in which a person goes through them.
pub static FILES: &[&ConfigFile] = &[
    &axis2::FILE,
    &axis2::TRAFFIC_MANAGER,
    &carbon::FILE,
    &catalina::FILE,
    &datasources::MASTER,
    &datasources::BPS,
    &datasources::ACTIVITI,
    &datasources::ANALYTICS,
    &registry::FILE,
    &user_mgt::FILE,
    &tasks::FILE,
    &hazelcast::FILE,
    &bps::FILE,
    &broker::FILE,
    &event_processor::FILE,
    &spark::FILE,
    &node_id::FILE,
    &identity::FILE,
    &consent::FILE,
    &embedded_ldap::FILE,
    &sign_in::FILE,
    &endpoints::FILE,
    &identity_events::FILE,
    &event_publishers::SIGN_INS,
    &event_publishers::SESSIONS,
    &stream::FILE,
    &api_manager::FILE,
    &api_manager::JNDI,
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

    /// The file at a path in the home of any of these nodes, if it is one of these.
    pub fn of(plan: &Plan, path: &str) -> Option<&'static Self> {
        let mut layouts: Vec<&Layout> = plan.nodes.iter().map(Node::layout).collect();
        layouts.dedup_by(|one, other| std::ptr::eq(*one, *other));
        layouts.into_iter().find_map(|layout| Self::at(layout, path))
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
    of_nodes(plan, &plan.nodes)
}

/// The configuration files of one node of a plan.
pub(crate) fn of_node(plan: &Plan, node: &Node) -> Vec<Artifact> {
    of_nodes(plan, std::slice::from_ref(node))
}

fn of_nodes(plan: &Plan, nodes: &[Node]) -> Vec<Artifact> {
    let mut shared: BTreeMap<_, Option<(Content, Mode)>> = BTreeMap::new();
    let mut artifacts = Vec::with_capacity(nodes.len() * FILES.len());
    let members: Vec<Children> = plan.cluster.groups.iter().map(axis2::members).collect();
    let mut paths: BTreeMap<*const Layout, Vec<String>> = BTreeMap::new();
    for node in nodes {
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
            let owner = || Owner::Node(node.name.clone());
            artifacts.extend(made.map(|(content, mode)| match content {
                Content::Whole(text) => Artifact::whole(owner(), path.as_str(), mode, text),
                Content::Stock(stock) => Artifact::stock(owner(), node.product.id, path.as_str(), mode, stock),
            }));
        }
    }
    artifacts
}

#[cfg(test)]
mod tests;
