use super::{Component, Number, Release};
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
    /// Equal nodes, at least so many, and two of the product's analytics.
    EqualWithAnalytics(usize),
    /// The components of the product, each as many as it says.
    Components,
}

impl Roles {
    /// The roles of the pattern for a release, each with how many nodes it has.
    pub fn of(self, release: &'static Release) -> Vec<(Role, Number)> {
        let at_least = |least| Number { least, most: None };
        let pair = Number { least: 2, most: Some(2) };
        match self {
            Self::WorkerManager { managers, workers } => {
                vec![(Role::Manager, at_least(managers)), (Role::Worker, at_least(workers))]
            }
            Self::Equal(nodes) => vec![(Role::Node, at_least(nodes))],
            Self::EqualWithAnalytics(nodes) => {
                let mut roles = vec![(Role::Node, at_least(nodes)), (Role::Analytics, pair)];
                if release.analytics_component(Role::Dashboard).is_some() {
                    roles.push((Role::Dashboard, at_least(0)));
                }
                roles
            }
            Self::Components => {
                let own = release.line.components.iter().filter_map(|it| Some((it.role, it.number?)));
                // The analytics beside it may be left out.
                let beside = [(Role::Analytics, Number { least: 0, ..pair }), (Role::Dashboard, at_least(0))];
                let beside = beside.into_iter().filter(|(role, _)| release.analytics_component(*role).is_some());
                own.chain(beside).collect()
            }
        }
    }

    /// Whether a node of the pattern is of the one kind that there is, so that its role need not be said.
    pub fn only(self, release: &'static Release) -> Option<Role> {
        match self.of(release).as_slice() {
            [(role, _)] => Some(*role),
            _ => None,
        }
    }
}

impl PatternTraits {
    /// Whether clients come to nodes of a release over HTTP at all, through a load balancer where there is one. To a broker they do not.
    pub fn offers_services(&self, release: &'static Release) -> bool {
        let roles = self.roles.of(release);
        roles.into_iter().any(|(role, _)| release.component(role).is_some_and(Component::serves))
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
    PatternTraits {
        pattern: Pattern::SymmetricAnalytics,
        key: "symmetric-analytics",
        name: "Symmetric cluster with analytics",
        summary: "Two or more equal nodes in one cluster, and two analytics nodes that they send events to.",
        choose: "What happens on the nodes shall be seen and evaluated, whichever node it happens on.",
        avoid: "Nobody looks at the dashboards: the symmetric cluster has the same nodes without them.",
        survives: "Everything survives the loss of a node, the analytics that of one of theirs.",
        roles: Roles::EqualWithAnalytics(2),
        clustering: true,
        shared_database: true,
        sticky_services: false,
        balancers: ONE,
        worker_proxy_ports: false,
    },
    PatternTraits {
        pattern: Pattern::Distributed,
        key: "distributed",
        name: "Distributed components",
        summary: "Each component of the product on nodes of its own, each kind in the number that it needs.",
        choose: "Components have loads of their own, or stand in networks of their own.",
        avoid: "There is little load: a symmetric cluster has fewer machines and fewer ways to fail.",
        survives: "A component survives the loss of a node where it has two.",
        roles: Roles::Components,
        clustering: true,
        shared_database: true,
        sticky_services: false,
        balancers: ONE,
        worker_proxy_ports: false,
    },
    PatternTraits {
        pattern: Pattern::MinimumHa,
        key: "minimum-ha",
        name: "Minimum high availability",
        summary: "Just two nodes that both take every event; one answers, the other stands ready with the same state.",
        choose: "Events must be evaluated without a gap, and one machine can carry the load.",
        avoid: "One machine cannot carry the load: distribute.",
        survives: "Everything survives the loss of one of the two nodes.",
        roles: Roles::Components,
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
