//! Analytics of the Carbon 5 form, with Siddhi queries instead of Spark: what runs beside Enterprise Integrator from 6.4.0, Identity Server
//! 5.7 and 5.8, and API Manager 2.5 and 2.6. Two workers take events, one of which answers; dashboards show what it found. They
//! coordinate in the database.

use super::{CARBON, Clustering, DatabaseNeed, Feature, Generation, Kernel, Line, Release, Version};
use crate::catalogue::component::NODE;
use crate::catalogue::{
    Component, Databases, Door, Exposure, Layout, Link, Manual, ManualStep, Moves, Number, Peers, Purpose, Transport,
    launcher, layout,
};
use crate::design::{DatabaseUse, Pattern, Role};

/// A release of Enterprise Integrator's analytics profile from 6.4.0 on.
pub(super) const fn enterprise_integrator(major: u16, minor: u16) -> Release {
    Release::new(Version::new(major, minor, 0), KERNEL, &EI_LINE)
}

/// A release of Identity Server Analytics from 5.7.0 on.
pub(super) const fn identity_server(major: u16, minor: u16) -> Release {
    Release::new(Version::new(major, minor, 0), KERNEL, &IS_LINE)
}

/// A release of API Manager Analytics from 2.5.0 on. From 3.0.0 on another store keeps the state of queries, and the manual contradicts
/// itself on which.
pub(super) const fn api_manager(major: u16, minor: u16) -> Release {
    Release::new(Version::new(major, minor, 0), KERNEL, &APIM_LINE)
}

/// The first of the Carbon 5 kernels with runtimes of their own.
pub(super) const KERNEL: Kernel = Kernel::new(5, 2, 0);

pub(super) static EI_LINE: Line = Line {
    layout: &layout::INTEGRATOR_WORKER,
    components: &[worker((9091, 9444), &layout::INTEGRATOR_WORKER), dashboard(&layout::INTEGRATOR_DASHBOARD)],
    databases: &[
        DatabaseNeed { in_stock: true, ..COORDINATION },
        QUERY_STATE,
        DatabaseNeed { datasource: "EI_ANALYTICS", jndi: "jdbc/EI_ANALYTICS", schema: "ei_analytics_db", ..PROCESSED },
        DASHBOARDS,
    ],
    links: &[RECEIVER, BINARY_RECEIVER, EVENTS, Link { ports: &[9444], ..WORKER_API }],
    ..LINE
};

pub(super) static IS_LINE: Line = Line {
    components: &[worker((9090, 9091), &layout::STREAM_WORKER), dashboard(&layout::STREAM_DASHBOARD)],
    databases: &[
        COORDINATION,
        QUERY_STATE,
        DatabaseNeed {
            datasource: "IS_ANALYTICS_DB",
            jndi: "jdbc/IS_ANALYTICS_DB",
            schema: "is_analytics_db",
            ..PROCESSED
        },
        DASHBOARDS,
    ],
    links: &[RECEIVER, BINARY_RECEIVER, EVENTS, Link { ports: &[9091], ..WORKER_API }],
    ..LINE
};

/// Its receivers are written as 7611 and 7711, and moved by the offset to what the others write.
pub(super) static APIM_LINE: Line = Line {
    offset: 1,
    components: &[worker((9091, 9444), &layout::STREAM_WORKER), dashboard(&layout::STREAM_DASHBOARD)],
    databases: &[
        COORDINATION,
        QUERY_STATE,
        DatabaseNeed {
            datasource: "APIM_ANALYTICS_DB",
            jndi: "jdbc/APIM_ANALYTICS_DB",
            schema: "apim_analytics_db",
            ..PROCESSED
        },
        DASHBOARDS,
    ],
    links: &[
        Link { ports: &[7611, 7711], ..RECEIVER },
        BINARY_RECEIVER,
        QUERIES,
        EVENTS,
        Link { ports: &[9444], ..WORKER_API },
    ],
    ..LINE
};

const LINE: Line = Line {
    generation: Generation::Yaml,
    layout: &layout::STREAM_WORKER,
    launcher: launcher::CARBON_5,
    clustering: Clustering::Never,
    patterns: &[Pattern::MinimumHa],
    databases: &[],
    features: &[Feature::StreamProcessor],
    manuals: &[MANUAL],
    ..CARBON
};

/// One of the two workers. Publishers know both, so no load balancer stands before them.
const fn worker(listeners: (u16, u16), layout: &'static Layout) -> Component {
    Component {
        role: Role::Analytics,
        number: Number::just(2),
        group: None,
        doors: &[],
        databases: Databases::Only(&[DatabaseUse::Coordination, DatabaseUse::QueryState, DatabaseUse::ProcessedEvents]),
        mounts: false,
        listeners: Some(listeners),
        layout: Some(layout),
        ..NODE
    }
}

/// A node that shows what the workers found.
const fn dashboard(layout: &'static Layout) -> Component {
    Component {
        role: Role::Dashboard,
        number: Number::at_least(1),
        group: None,
        doors: &[Door {
            purpose: Purpose::Component(Role::Dashboard),
            transport: Transport::Servlet,
            exposure: Exposure::Public,
            sticky: Some("dashboards keep the sign-in in one node's memory"),
        }],
        databases: Databases::Only(&[DatabaseUse::ProcessedEvents, DatabaseUse::Dashboards]),
        mounts: false,
        listeners: Some((9643, 9643)),
        layout: Some(layout),
        ..NODE
    }
}

/// Rows that each worker renews, and by which the other knows that it is alive.
const COORDINATION: DatabaseNeed = DatabaseNeed {
    purpose: DatabaseUse::Coordination,
    datasource: "WSO2_CLUSTER_DB",
    jndi: "jdbc/WSO2ClusterDB",
    file: DEPLOYMENT,
    in_stock: false,
    schema: "wso2_cluster_db",
    user: "wso2_cluster",
    content: "who of the workers is alive, and which one answers",
    pool: 10,
    scripts: &[],
    table: "",
};

/// What queries remember, for a worker that starts or takes over.
const QUERY_STATE: DatabaseNeed = DatabaseNeed {
    purpose: DatabaseUse::QueryState,
    datasource: "WSO2_PERSISTENCE_DB",
    jndi: "jdbc/WSO2PersistenceDB",
    schema: "wso2_persistence_db",
    user: "wso2_persistence",
    content: "the state of running queries",
    pool: 20,
    ..COORDINATION
};

/// What was found in events.
const PROCESSED: DatabaseNeed = DatabaseNeed {
    purpose: DatabaseUse::ProcessedEvents,
    in_stock: true,
    user: "wso2_processed",
    content: "what was found in events",
    pool: 50,
    ..COORDINATION
};

/// Dashboards, business rules and who may do what with them. Stock has a database for each.
const DASHBOARDS: DatabaseNeed = DatabaseNeed {
    purpose: DatabaseUse::Dashboards,
    datasource: "WSO2_DASHBOARD_DB",
    jndi: "jdbc/DASHBOARD_DB",
    in_stock: true,
    schema: "wso2_dashboard_db",
    user: "wso2_dashboard",
    content: "dashboards, business rules and permissions",
    pool: 40,
    ..COORDINATION
};

const DEPLOYMENT: &str = "deployment.yaml";

/// Events over Thrift. Only the worker that answers listens. Source: EI 6.5.0, conf/worker/deployment.yaml.
const RECEIVER: Link = Link {
    from: Peers::Beside,
    to: Peers::Role(Role::Analytics),
    ports: &[7612, 7712],
    moves: Moves::WithOffset,
    protocol: "Thrift",
    what: "events, and the sign-in of publishers over TLS; straight to both workers, of which only the active one listens",
};

/// Events in the binary protocol.
const BINARY_RECEIVER: Link = Link { ports: &[9611, 9711], protocol: "binary events", ..RECEIVER };

/// What portals ask for. Source: carbon-analytics, the listeners of siddhi.stores.query.api get the offset.
const QUERIES: Link = Link {
    from: Peers::PortalsBeside,
    ports: &[7443],
    protocol: "Siddhi store queries",
    what: "what portals show of the analytics; they know one worker only, the first",
    ..RECEIVER
};

/// Source: EI 6.5.0, conf/worker/deployment.yaml, the sample of `deployment.config`.
const EVENTS: Link = Link {
    from: Peers::Role(Role::Analytics),
    to: Peers::Role(Role::Analytics),
    ports: &[crate::config::WORKER_SYNC],
    moves: Moves::Written,
    protocol: "event synchronization",
    what: "every event, from the active worker to the passive one",
};

/// The worker's REST interface. Source: EI 6.5.0, conf/dashboard/deployment.yaml, `wso2.business.rules.manager`.
const WORKER_API: Link = Link {
    from: Peers::Role(Role::Dashboard),
    to: Peers::Role(Role::Analytics),
    ports: &[],
    moves: Moves::Written,
    protocol: "HTTPS",
    what: "the workers' REST interface: their state, and business rules to deploy",
};

const MANUAL: Manual = Manual {
    title: "Clustering the Analytics Profile",
    patterns: &[],
    steps: &[
        ManualStep::new(
            "Set up the databases",
            "The scripts below `database/`; the product makes its tables at its first start. The datasources are in the nodes' \
             `deployment.yaml`.",
        ),
        ManualStep::new(
            "Configure the Analytics dashboard",
            "`deployment.yaml` of the dashboard nodes: their databases, their listener's certificate. Workers to watch are \
             added in the status dashboard; whoever uses business rules writes the workers into `deployment_configs` below \
             `wso2.business.rules.manager`, which the bundle leaves as it is.",
        ),
        ManualStep::new(
            "Configure the Analytics worker nodes",
            "`deployment.yaml` of the workers: each one's id, the group in `cluster.config`, where events are synchronized in \
             `deployment.config`, and the state of queries in the database. This is the pair of which one answers; the manual's \
             active-active workers instead, each with a shard of its own (`shardId`), form no group.",
        ),
        ManualStep::new(
            "Start the cluster",
            "The guide's own steps for the start, one node after the other, and its checks.",
        ),
    ],
};
