use serde::{Deserialize, Serialize};

/// How roles, load balancers and shared things are laid out. What each means stands in the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum Pattern {
    /// One manager, two or more workers, a load balancer in front of the workers.
    #[serde(rename = "worker-manager-1")]
    WorkerManager1,
    /// Two or more managers and workers behind one load balancer.
    #[serde(rename = "worker-manager-2")]
    WorkerManager2,
    /// Two or more managers and workers, each behind a load balancer of their own.
    #[serde(rename = "worker-manager-3")]
    WorkerManager3,
    /// Equal nodes in one cluster.
    Symmetric,
    /// Equal nodes that share nothing.
    Independent,
    /// Stateless nodes on one database.
    SharedDatabase,
    /// A shared database, and every client tied to a node.
    StickySessions,
    /// Everything is replicated by group communication.
    FullReplication,
    /// Equal nodes in one cluster, and a pair of analytics nodes that they send events to.
    SymmetricAnalytics,
    /// Each component of the product on nodes of its own.
    Distributed,
    /// Just two nodes that take the same events, one of which answers.
    MinimumHa,
}

/// How several managers share the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum Managers {
    /// One answers, the others stand by.
    ActivePassive,
    /// All answer; a client stays with one.
    ActiveActive,
}
