//! Who talks to whom, on which port, and what for. The firewall table, the picture and the guide read this one model.
//!
//! An edge joins groups of machines, never single ones, so the model grows with the number of nodes and not with its
//! square.

mod build;
mod edge;
mod spans;

pub use edge::{Edge, Party, Ports, Protocol, Purpose};
pub use spans::{Ends, Spans};

use crate::design::Role;
use crate::plan::Plan;
use crate::value::Name;

/// The parties of a cluster and the edges between them.
#[derive(Debug, Clone)]
pub struct Topology<'p> {
    /// The plan behind it.
    pub plan: &'p Plan,
    /// The nodes, by role and network: workers before managers, networks in the order of the plan.
    pub groups: Vec<Group>,
    /// What talks to what, in the order in which a request travels.
    pub edges: Vec<Edge>,
}

/// Nodes of one role in one network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Their role.
    pub role: Role,
    /// Their network.
    pub network: Name,
    /// Their places in [`Plan::nodes`].
    pub nodes: Vec<usize>,
}

impl<'p> Topology<'p> {
    /// The model of a plan.
    pub fn of(plan: &'p Plan) -> Self {
        build::topology(plan)
    }

    /// The edges of one purpose.
    pub fn of_purpose(&self, purpose: Purpose) -> impl Iterator<Item = &Edge> {
        self.edges.iter().filter(move |edge| edge.purpose == purpose)
    }

    /// What a party is called.
    pub fn label(&self, party: Party) -> String {
        match party {
            Party::Clients => "Clients".to_owned(),
            Party::Administrators => "Administrators".to_owned(),
            Party::Pipeline => "Deployment pipeline".to_owned(),
            Party::Front(front) => {
                self.plan.fronts.get(front).map_or_else(String::new, |front| format!("Load balancer {}", front.name))
            }
            Party::Nodes(group) => self.groups.get(group).map_or_else(String::new, |group| self.group_label(group)),
            Party::Role(role) => role.heading().to_owned(),
            Party::Members => "Every node".to_owned(),
            Party::Database => "Database".to_owned(),
            Party::Users => "Directory of users".to_owned(),
            Party::Artifacts => match self.plan.artifacts {
                crate::design::Artifacts::Svn(_) => "Subversion server".to_owned(),
                _ => "File server".to_owned(),
            },
            Party::MulticastGroup => "Multicast group".to_owned(),
            Party::Directory => match self.plan.cluster.membership {
                crate::plan::MembershipPlan::Aws { .. } | crate::plan::MembershipPlan::AwsEcs { .. } => {
                    "Amazon EC2".to_owned()
                }
                _ => "Kubernetes".to_owned(),
            },
            Party::Clocks => "Time servers".to_owned(),
        }
    }

    fn group_label(&self, group: &Group) -> String {
        let several = self.groups.iter().filter(|other| other.role == group.role).count() > 1;
        let role = group.role.heading();
        if several { format!("{role} in {}", group.network) } else { role.to_owned() }
    }
}

#[cfg(test)]
mod tests;
