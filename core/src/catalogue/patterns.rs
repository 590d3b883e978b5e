use crate::design::{Pattern, Role, Serves};

/// What a pattern means in settings, and in words.
#[derive(Debug, PartialEq, Eq)]
pub struct PatternTraits {
    /// Which.
    pub pattern: Pattern,
    /// Its key in a design.
    pub key: &'static str,
    /// Its name.
    pub name: &'static str,
    /// One sentence.
    pub summary: &'static str,
    /// When to choose it.
    pub choose: &'static str,
    /// When not to.
    pub avoid: &'static str,
    /// What goes on when one node of a kind is lost.
    pub survives: &'static str,
    /// The roles and the least number of each.
    pub roles: Roles,
    /// Whether nodes form a Hazelcast cluster.
    pub clustering: bool,
    /// Whether users and registry are on a shared database.
    pub shared_database: bool,
    /// Whether a client of the services is tied to a node.
    pub sticky_services: bool,
    /// The load balancers, and whom each stands in front of.
    pub balancers: &'static [(&'static str, Serves)],
    /// Whether managers print the workers' public ports (`WorkerHttpProxyPort`): where they are not behind the
    /// workers' load balancer.
    pub worker_proxy_ports: bool,
}

/// The roles of a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Roles {
    /// Managers and workers, at least so many of each.
    WorkerManager {
        /// The least number of managers.
        managers: usize,
        /// The least number of workers.
        workers: usize,
    },
    /// Equal nodes, at least so many.
    Equal(usize),
}

impl Roles {
    /// Whether a node of this role belongs to the pattern.
    pub fn has(self, role: Role) -> bool {
        matches!(
            (self, role),
            (Self::WorkerManager { .. }, Role::Manager | Role::Worker) | (Self::Equal(_), Role::Node)
        )
    }
}

const ONE: &[(&str, Serves)] = &[("lb", Serves::Everything)];

/// Every pattern, in the order in which lists show them.
pub static PATTERNS: &[PatternTraits] = &[
    PatternTraits {
        pattern: Pattern::WorkerManager1,
        key: "worker-manager-1",
        name: "Worker/manager pattern 1",
        summary: "One manager; two or more workers behind a load balancer.",
        choose: "Deployments change rarely, and the services must not stop.",
        avoid: "Administration must survive the loss of a machine: take pattern 2.",
        survives: "Services survive the loss of a worker. While the manager is down nothing can be deployed.",
        roles: Roles::WorkerManager { managers: 1, workers: 2 },
        clustering: true,
        shared_database: true,
        sticky_services: false,
        balancers: &[("lb", Serves::Services)],
        worker_proxy_ports: true,
    },
    PatternTraits {
        pattern: Pattern::WorkerManager2,
        key: "worker-manager-2",
        name: "Worker/manager pattern 2",
        summary: "Two or more managers and two or more workers behind one load balancer.",
        choose: "Deployments change often, with little administrative load. The usual choice.",
        avoid: "Administrative load is high enough to hurt the services: take pattern 3.",
        survives: "Services survive the loss of a worker, administration that of a manager.",
        roles: Roles::WorkerManager { managers: 2, workers: 2 },
        clustering: true,
        shared_database: true,
        sticky_services: false,
        balancers: ONE,
        worker_proxy_ports: false,
    },
    PatternTraits {
        pattern: Pattern::WorkerManager3,
        key: "worker-manager-3",
        name: "Worker/manager pattern 3",
        summary: "Two or more managers and two or more workers, each kind behind a load balancer of its own.",
        choose: "Administration must not share a machine or a network with the services.",
        avoid: "Nobody is there to run two load balancers: pattern 2 has the same nodes.",
        survives: "As pattern 2; and the loss of one load balancer leaves the other side alone.",
        roles: Roles::WorkerManager { managers: 2, workers: 2 },
        clustering: true,
        shared_database: true,
        sticky_services: false,
        balancers: &[("worker-lb", Serves::Services), ("manager-lb", Serves::Console)],
        worker_proxy_ports: true,
    },
    PatternTraits {
        pattern: Pattern::Symmetric,
        key: "symmetric",
        name: "Symmetric cluster",
        summary: "Two or more equal nodes in one cluster, each with console and services.",
        choose: "Enterprise Integrator 6, or any product whose nodes shall be interchangeable.",
        avoid: "The console must not run on machines that the internet reaches: separate workers and managers.",
        survives: "Everything survives the loss of a node.",
        roles: Roles::Equal(2),
        clustering: true,
        shared_database: true,
        sticky_services: false,
        balancers: ONE,
        worker_proxy_ports: false,
    },
    PatternTraits {
        pattern: Pattern::Independent,
        key: "independent",
        name: "Independent nodes",
        summary: "Equal nodes that share nothing but a load balancer.",
        choose: "Stateless services that a pipeline deploys to every node.",
        avoid: "Users, registry or scheduled tasks must be the same everywhere.",
        survives: "Services survive the loss of a node; nothing is carried over.",
        roles: Roles::Equal(2),
        clustering: false,
        shared_database: false,
        sticky_services: false,
        balancers: ONE,
        worker_proxy_ports: false,
    },
    PatternTraits {
        pattern: Pattern::SharedDatabase,
        key: "shared-database",
        name: "Shared database",
        summary: "Stateless nodes whose users, registry and state lie in one database.",
        choose: "State belongs in the database, and reads may be a moment old.",
        avoid: "Sessions live in memory: add stickiness.",
        survives: "Everything but the database survives the loss of a node.",
        roles: Roles::Equal(2),
        clustering: true,
        shared_database: true,
        sticky_services: false,
        balancers: ONE,
        worker_proxy_ports: false,
    },
    PatternTraits {
        pattern: Pattern::StickySessions,
        key: "sticky-sessions",
        name: "Sticky sessions",
        summary: "A shared database, and a load balancer that ties every client to a node.",
        choose: "Services keep sessions in memory.",
        avoid: "Losing the sessions of a failed node is not acceptable: replicate.",
        survives: "Services survive the loss of a node; its sessions are lost.",
        roles: Roles::Equal(2),
        clustering: true,
        shared_database: true,
        sticky_services: true,
        balancers: ONE,
        worker_proxy_ports: false,
    },
    PatternTraits {
        pattern: Pattern::FullReplication,
        key: "full-replication",
        name: "Full replication",
        summary: "Nodes replicate state by group communication, on a shared database.",
        choose: "Tasks, locks and sessions must move to another node at once.",
        avoid: "There are many nodes, or a slow network between them: every change goes to all.",
        survives: "Everything survives the loss of a node.",
        roles: Roles::Equal(2),
        clustering: true,
        shared_database: true,
        sticky_services: false,
        balancers: ONE,
        worker_proxy_ports: false,
    },
];

/// What a pattern means.
pub fn pattern(pattern: Pattern) -> &'static PatternTraits {
    &PATTERNS[pattern as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_in_the_order_of_the_enum_and_speaks_its_keys() {
        for (number, traits) in PATTERNS.iter().enumerate() {
            assert_eq!(traits.pattern as usize, number);
            let key = serde_json::to_value(traits.pattern).unwrap();
            assert_eq!(key, traits.key);
        }
    }
}
