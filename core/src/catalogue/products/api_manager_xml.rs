use super::api_manager_toml::{ADMINISTRATION, API_MANAGEMENT, PORTAL, WEB_SOCKET, members, portal};
use super::{CARBON, DatabaseNeed, Feature, Line, REGISTRY, Services, USERS};
use crate::catalogue::component::{CONSOLE, NODE, SERVICE};
use crate::catalogue::{
    Clustering, Component, Databases, Door, Exposure, Guarded, Link, Manual, ManualStep, Moves, Number, Peers,
};
use crate::design::{DatabaseUse, Pattern, Role};

/// API Manager 1.10: no traffic manager; Hazelcast counts requests and tells workers of deployments.
pub(super) static LINE_110: Line = Line {
    // Its analytics are a Data Analytics Server of its own.
    patterns: &[Pattern::Distributed, Pattern::Symmetric],
    components: &[
        Component { databases: KEYS_AND_TENANTS, mounts: true, ..KEY_MANAGER },
        PUBLISHER,
        STORE,
        GATEWAY_MANAGER,
        GATEWAY_WORKER,
        ALL_IN_ONE,
    ],
    features: &[Feature::ApiManager],
    // The admin portal had another name, and no REST interface.
    guarded: &[Guarded { contexts: &["admin-dashboard"], ..ADMINISTRATION }],
    links: &[],
    ..LINE_20
};

/// API Manager 2.0: traffic managers, and gateways that are managers and workers.
pub(super) static LINE_20: Line = Line {
    clustering: Clustering::Always,
    components: &[
        Component { databases: KEYS_AND_TENANTS, mounts: true, ..KEY_MANAGER },
        TRAFFIC_MANAGER,
        PUBLISHER,
        STORE,
        GATEWAY_MANAGER,
        GATEWAY_WORKER,
        ALL_IN_ONE,
    ],
    links: &[
        events(Role::GatewayManager),
        events(Role::GatewayWorker),
        decisions(Role::GatewayManager),
        decisions(Role::GatewayWorker),
        BLOCKS,
        EVENTS_AMONG_EQUALS,
        MESSAGES_AMONG_EQUALS,
    ],
    ..LINE
};

/// API Manager 2.1 and 2.2: equal gateways, and WebSocket.
pub(super) static LINE_21: Line = Line {
    components: &[KEY_MANAGER, TRAFFIC_MANAGER, PUBLISHER, STORE, TENANT_GATEWAY, ALL_IN_ONE_WITH_WEB_SOCKET],
    ..LINE
};

/// API Manager 2.5: the portals ask the analytics, not a database, what they found.
pub(super) static LINE_25: Line = Line { databases: &[API_MANAGEMENT_SQL, USERS, REGISTRY], ..LINE_21 };

/// API Manager 2.6: gateways need no database.
pub(super) static LINE_26: Line = Line {
    components: &[KEY_MANAGER, TRAFFIC_MANAGER, PUBLISHER, STORE, GATEWAY, ALL_IN_ONE_WITH_WEB_SOCKET],
    ..LINE_25
};

/// Hazelcast is off in the manual of 2.1 and later: only limits for endpoints and against spikes, and tokens that are revoked at once
/// on every gateway, need it.
const LINE: Line = Line {
    services: Services::PassThrough,
    sticky_pass_through: false,
    clustering: Clustering::WhenSaid,
    patterns: &[Pattern::Distributed, Pattern::Symmetric, Pattern::SymmetricAnalytics],
    databases: &[API_MANAGEMENT_SQL, USERS, REGISTRY, STATISTICS],
    features: &[Feature::ApiManager, Feature::TrafficManager],
    guarded: &[ADMINISTRATION],
    links: &[events(Role::Gateway), decisions(Role::Gateway), BLOCKS, EVENTS_AMONG_EQUALS, MESSAGES_AMONG_EQUALS],
    manuals: MANUALS,
    ..CARBON
};

/// Two of each: a kind with one node is what the whole stops with.
const PAIR: Option<Number> = Number::at_least(2);

/// Keys and tokens. Its door is open: applications ask the gateways for tokens, but browsers are sent here to sign in.
const KEY_MANAGER: Component = Component {
    role: Role::KeyManager,
    number: PAIR,
    profile: "api-key-manager",
    group: Some("km"),
    doors: &[Door {
        exposure: Exposure::SignIns,
        ..members(Role::KeyManager, "a sign-in over several pages is known to the node that it began at")
    }],
    databases: Databases::Only(&[DatabaseUse::ApiManagement, DatabaseUse::Users]),
    mounts: false,
    artifacts: None,
    ..NODE
};

/// For tenants a key manager reads the registry too.
const KEYS_AND_TENANTS: Databases =
    Databases::Only(&[DatabaseUse::ApiManagement, DatabaseUse::Users, DatabaseUse::Registry]);

/// Counts requests, and tells gateways whom to throttle. Nodes connect to it past every load balancer; its door is for policies, which
/// publishers deploy on it. Its users are its own: the administrator of user-mgt.xml, whom nodes sign in as.
const TRAFFIC_MANAGER: Component = Component {
    role: Role::TrafficManager,
    number: PAIR,
    profile: "traffic-manager",
    group: None,
    doors: &[members(Role::TrafficManager, "an administrator's session with its services is in one node's memory")],
    databases: Databases::Only(&[]),
    mounts: false,
    artifacts: Some("traffic-manager"),
    variant: Some("_TM"),
    ..NODE
};

/// Where APIs are made. The console is reached on these nodes: they alone have every database and the registry, where tenants'
/// settings lie. Administrators reach another component's console by its own name.
const PUBLISHER: Component = Component {
    role: Role::Publisher,
    number: PAIR,
    profile: "api-publisher",
    group: Some(PORTALS),
    doors: &[portal(Role::Publisher), CONSOLE],
    artifacts: None,
    ..NODE
};

/// Where APIs are found and subscribed to.
const STORE: Component = Component {
    role: Role::Store,
    number: PAIR,
    profile: "api-store",
    group: Some(PORTALS),
    doors: &[portal(Role::Store)],
    artifacts: None,
    ..NODE
};

/// Publishers and stores are one group: a store sees at once what a publisher publishes.
const PORTALS: &str = "pub.store";

/// Takes what publishers deploy, and hands it to the workers.
const GATEWAY_MANAGER: Component = Component {
    role: Role::GatewayManager,
    number: Number::at_least(1),
    profile: "gateway-manager",
    sub_domain: Some("mgt"),
    group: Some("gw"),
    doors: &[members(Role::GatewayManager, PUBLISHING)],
    databases: Databases::Only(&[DatabaseUse::Users, DatabaseUse::Registry]),
    artifacts: Some("gateway"),
    ..NODE
};

/// Serves APIs. `-DworkerNode=true` besides the profile makes it take back local changes.
const GATEWAY_WORKER: Component = Component {
    role: Role::GatewayWorker,
    number: PAIR,
    profile: "gateway-worker",
    worker: true,
    sub_domain: Some("worker"),
    doors: &[SERVICE],
    ..GATEWAY_MANAGER
};

/// Serves APIs and takes what publishers deploy.
const GATEWAY: Component = Component {
    role: Role::Gateway,
    number: PAIR,
    profile: "gateway-worker",
    group: Some("gw"),
    doors: &[SERVICE, WEB_SOCKET, members(Role::Gateway, PUBLISHING)],
    databases: Databases::Only(&[]),
    mounts: false,
    artifacts: Some("gateway"),
    ..NODE
};

/// A gateway that reads users and registry, for tenants.
const TENANT_GATEWAY: Component =
    Component { databases: Databases::Only(&[DatabaseUse::Users, DatabaseUse::Registry]), mounts: true, ..GATEWAY };

const PUBLISHING: &str = "an API is published by several calls, which belong to one session of one node";

/// Everything in one.
const ALL_IN_ONE: Component = Component { doors: &[SERVICE, PORTAL, CONSOLE], ..NODE };

const ALL_IN_ONE_WITH_WEB_SOCKET: Component = Component { doors: &[SERVICE, WEB_SOCKET, PORTAL, CONSOLE], ..NODE };

/// MySQL from 5.7 on has a script of its own.
const API_MANAGEMENT_SQL: DatabaseNeed = DatabaseNeed { scripts: &["apimgt/{kernel}.sql"], ..API_MANAGEMENT };

/// What the analytics of these releases found; the portals read it. The analytics make its tables.
const STATISTICS: DatabaseNeed = DatabaseNeed {
    purpose: DatabaseUse::Statistics,
    datasource: "WSO2AM_STATS_DB",
    jndi: "jdbc/WSO2AM_STATS_DB",
    file: "datasources/master-datasources.xml",
    in_stock: true,
    schema: "wso2am_stats_db",
    user: "wso2am_stats",
    content: "what the analytics found",
    pool: 50,
    scripts: &[],
    table: "",
};

/// One event for each request, and a sign-in over TLS.
const fn events(from: Role) -> Link {
    Link {
        from: Peers::Role(from),
        to: Peers::Role(Role::TrafficManager),
        ports: &[9611, 9711],
        moves: Moves::WithOffset,
        protocol: "data bridge",
        what: "requests to be counted, to each traffic manager; never through a load balancer",
    }
}

const fn decisions(from: Role) -> Link {
    Link {
        from: Peers::Role(from),
        to: Peers::Role(Role::TrafficManager),
        ports: &[5672],
        moves: Moves::WithOffset,
        protocol: "AMQP",
        what: "who is throttled; never through a load balancer",
    }
}

const BLOCKS: Link = Link { what: "who is blocked; never through a load balancer", ..decisions(Role::Publisher) };

const EVENTS_AMONG_EQUALS: Link = Link {
    to: Peers::Role(Role::Node),
    what: "requests to be counted, to each node; never through a load balancer",
    ..events(Role::Node)
};

const MESSAGES_AMONG_EQUALS: Link = Link {
    to: Peers::Role(Role::Node),
    what: "who is throttled or blocked; never through a load balancer",
    ..decisions(Role::Node)
};

const MANUALS: &[Manual] = &[Manual {
    title: "API Manager Distributed Deployment",
    patterns: &[Pattern::Distributed],
    steps: &[
        ManualStep::new(
            "Install and configure WSO2 API-M",
            "Each node has a home of its own: step 5. `bin/start-node.sh` names its profile; \
             `--optimize` is left out, because it edits the same files.",
        ),
        ManualStep::new(
            "Install and configure the databases",
            "`database/` makes them, with one user each; which component has which is in its `master-datasources.xml`.",
        ),
        ManualStep::new(
            "Configure your deployment with production hardening",
            "Administrator, pools, host name checks and file modes are in the files; `wso2-design check` says what is left.",
        ),
        ManualStep::new(
            "Create and import SSL certificates",
            "`tls/make-certificates.sh` makes one authority and a certificate for each node and each public name.",
        ),
        ManualStep::new(
            "Configure API-M Analytics",
            "Nodes with the role `analytics` in the design: `api-manager.xml` then names each of them. Without such nodes it stays off.",
        ),
        ManualStep::new(
            "Configure the connections among the components and start the servers",
            "`api-manager.xml` and `jndi.properties` of each node say who asks whom; step 7 has the order.",
        ),
    ],
}];
