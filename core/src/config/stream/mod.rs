//! `deployment.yaml` of Carbon 5 runtimes: the workers that go through events, and the dashboards beside them.

mod access;
mod dashboard;
mod datasources;
mod gather;
mod listener;
mod worker;

pub(crate) use worker::WORKER_SYNC;

use super::{ConfigFile, Generation, Of, Statements, Varies};
use crate::catalogue::Feature;
use crate::design::Role;
use gather::Gather;

pub(super) static FILE: ConfigFile = ConfigFile {
    path: "deployment.yaml",
    about: "Everything of this runtime: its id, listeners, databases and, of a worker, its group.",
    generation: Generation::Yaml,
    varies: Varies::ByNode,
    holds,
};

fn holds(of: Of<'_>) -> Option<Statements> {
    if !of.node.has(Feature::StreamProcessor) {
        return None;
    }
    let mut gather = Gather::default();
    match of.node.role {
        Role::Dashboard => dashboard::state(of, &mut gather),
        _ => worker::state(of, &mut gather),
    }
    Some(gather.finish())
}

#[cfg(test)]
mod tests;
