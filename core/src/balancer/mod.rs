//! The load balancers: the files of every front, for the program that the design names.

mod nginx;

use crate::bundle::Artifact;
use crate::design::BalancerProgram;
use crate::plan::{Front, Plan};
use crate::value::Version;

/// One load balancer's program.
#[derive(Debug)]
pub struct Balancer {
    /// Which.
    pub program: BalancerProgram,
    /// Its key in a design.
    pub key: &'static str,
    /// Its name.
    pub name: &'static str,
    /// One sentence.
    pub summary: &'static str,
    /// The version that is written for where nobody says one.
    pub version: Version,
    /// The program and a version of it, as people say them.
    pub called: fn(Version) -> String,
    /// The oldest version that reads the files, where this one does not.
    pub too_old: fn(Version) -> Option<Version>,
    /// Whether a version ties clients to nodes by itself.
    pub sticks: fn(Version) -> bool,
    /// How an operator handles it.
    pub operation: Operation,
    /// The files of one front.
    pub artifacts: fn(&Plan, &Front) -> Vec<Artifact>,
}

/// How an operator handles a load balancer's program, for the guide.
#[derive(Debug)]
pub struct Operation {
    /// The folder of its machine that its files are copied over, with `/` at both ends.
    pub folder: &'static str,
    /// The command that tests the files.
    pub test: &'static str,
    /// The command that takes new files up while it runs.
    pub reload: &'static str,
    /// The command that starts it anew.
    pub restart: &'static str,
    /// How a node is taken out: a step, in Markdown.
    pub drain: &'static str,
}

/// Every program, in the order in which lists show them.
pub static BALANCERS: &[&Balancer] = &[&nginx::OPEN_SOURCE, &nginx::PLUS];

/// The files of every load balancer.
pub fn artifacts(plan: &Plan) -> Vec<Artifact> {
    plan.fronts.iter().flat_map(|front| (balancer(front.program).artifacts)(plan, front)).collect()
}

/// The entry of a program.
pub fn balancer(program: BalancerProgram) -> &'static Balancer {
    match program {
        BalancerProgram::Nginx => &nginx::OPEN_SOURCE,
        BalancerProgram::NginxPlus => &nginx::PLUS,
    }
}

#[cfg(test)]
mod tests;
