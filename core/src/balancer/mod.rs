//! The load balancers: the files of every front, for the program that the design names.

mod nginx;

use crate::bundle::Artifact;
use crate::design::BalancerProgram;
use crate::plan::{Front, Plan};

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
    /// The files of one front.
    pub artifacts: fn(&Plan, &Front) -> Vec<Artifact>,
}

/// Every program, in the order in which lists show them.
pub static BALANCERS: &[Balancer] = &[nginx::OPEN_SOURCE, nginx::PLUS];

/// The files of every load balancer.
pub fn artifacts(plan: &Plan) -> Vec<Artifact> {
    let files = |front: &Front| balancer(front.program).map(|balancer| (balancer.artifacts)(plan, front));
    plan.fronts.iter().filter_map(files).flatten().collect()
}

/// The entry of a program.
pub fn balancer(program: BalancerProgram) -> Option<&'static Balancer> {
    BALANCERS.iter().find(|balancer| balancer.program == program)
}

#[cfg(test)]
mod tests;
