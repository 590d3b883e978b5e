use super::{CARBON, DatabaseNeed, Feature, Generation, Line, Services};
use crate::catalogue::component::{CONSOLE, NODE, SERVICE};
use crate::catalogue::{
    Clustering, Component, Databases, Door, Exposure, Guarded, Link, Manual, ManualStep, Moves, Number, Peers, Purpose,
    Transport, layout,
};
use crate::design::{DatabaseUse, Pattern, Role};

/// API Manager 3.0 and 3.1: five components, which share deployed APIs by a folder.
pub(super) static LINE_30: Line = Line {
    guarded: &[ADMINISTRATION],
    components: COMPONENTS_3,
    layout: &layout::CARBON,
    links: LINKS_3,
    manuals: MANUALS_3,
    ..LINE
};

/// API Manager 3.2: gateways fetch deployed APIs from the database, and traffic managers tell each other what they decide.
pub(super) static LINE_32: Line = Line {
    guarded: &[ADMINISTRATION, INTERNAL],
    features: &[Feature::ApiManager, Feature::ArtifactStore, Feature::EventDuplication],
    ..LINE_30
};

/// API Manager 4.0 to 4.4: a control plane tells gateways by events, one archive has every profile.
pub(super) static LINE_40: Line = Line {
    components: COMPONENTS_40,
    features: &[Feature::ApiManager, Feature::ArtifactStore, Feature::EventDuplication, Feature::EventHub],
    ..LINE
};

/// API Manager from 4.5 on: an archive for each component, with a start script of its own.
pub(super) static LINE_45: Line = Line {
    components: COMPONENTS_45,
    features: &[
        Feature::ApiManager,
        Feature::ArtifactStore,
        Feature::EventDuplication,
        Feature::EventHub,
        Feature::GatewayNotification,
    ],
    ..LINE
};

/// Hazelcast is off in the manual of each release: throttling, revoked tokens and deployments travel over the brokers of the traffic
/// managers and control planes. The kernel has it, so a design that speaks of a cluster gets one.
const LINE: Line = Line {
    guarded: &[ADMINISTRATION, INTERNAL],
    generation: Generation::Toml,
    layout: &layout::API_MANAGER,
    services: Services::PassThrough,
    sticky_pass_through: false,
    secure_web_socket: true,
    clustering: Clustering::WhenSaid,
    patterns: &[Pattern::Distributed, Pattern::Symmetric],
    databases: &[API_MANAGEMENT, SHARED],
    features: &[Feature::ApiManager],
    links: LINKS_4,
    manuals: MANUALS_4,
    ..CARBON
};

/// The hosts of web applications that everyone reaches. Which of them has the applications of administrators is a matter of
/// profiles, which leave others out; refused they are on each.
const OPEN: &[Purpose] = &[
    Purpose::Portal,
    Purpose::Component(Role::Publisher),
    Purpose::Component(Role::Store),
    Purpose::Component(Role::DevPortal),
    Purpose::Component(Role::ControlPlane),
    Purpose::Component(Role::KeyManager),
];

/// The admin portal, and the REST interface behind it. Source: API Manager 2.6, 3.2 and 4.2, the lists of resources of
/// identity.xml and api-manager.xml.
pub(super) const ADMINISTRATION: Guarded = Guarded {
    purposes: OPEN,
    contexts: &["admin", "api/am/admin"],
    exposure: Exposure::Administrators,
    say: "The admin portal and its REST interface are for administrators.",
};

/// What gateways ask for APIs, keys and subscriptions. Source: API Manager 3.2 and 4.2, `/internal/data/v1` of identity.xml.
const INTERNAL: Guarded = Guarded {
    purposes: OPEN,
    contexts: &["internal"],
    exposure: Exposure::Members,
    say: "Gateways and traffic managers fetch APIs, keys and subscriptions here, with a password of all. A key manager that is no \
          node of this cluster needs to be let through.",
};

const LINKS_3: &[Link] = &[
    events(Peers::Line, Role::TrafficManager),
    decisions(Peers::Line, Role::TrafficManager),
    events(Peers::Role(Role::Node), Role::Node),
    decisions(Peers::Role(Role::Node), Role::Node),
];

const LINKS_4: &[Link] = &[
    events(Peers::Role(Role::ControlPlane), Role::ControlPlane),
    events(Peers::Role(Role::Gateway), Role::ControlPlane),
    decisions(Peers::Line, Role::ControlPlane),
    events(Peers::Role(Role::Gateway), Role::TrafficManager),
    decisions(Peers::Role(Role::Gateway), Role::TrafficManager),
    decisions(Peers::Role(Role::TrafficManager), Role::TrafficManager),
    events(Peers::Role(Role::Node), Role::Node),
    decisions(Peers::Role(Role::Node), Role::Node),
];

const fn events(from: Peers, to: Role) -> Link {
    Link {
        from,
        to: Peers::Role(to),
        ports: &[9611, 9711],
        moves: Moves::WithOffset,
        protocol: "data bridge",
        what: "events, to each node for itself and never through a load balancer",
    }
}

const fn decisions(from: Peers, to: Role) -> Link {
    Link {
        from,
        to: Peers::Role(to),
        ports: &[5672],
        moves: Moves::WithOffset,
        protocol: "AMQP",
        what: "what is decided, deployed and revoked, from each node's own broker and never through a load balancer",
    }
}

const MANUALS_3: &[Manual] = &[
    Manual {
        title: DISTRIBUTED,
        patterns: &[Pattern::Distributed],
        steps: &[INSTALL, DATABASES, HARDENING, CERTIFICATES, ANALYTICS_3, CONNECTIONS],
    },
    Manual {
        title: ACTIVE_ACTIVE,
        patterns: &[Pattern::Symmetric],
        steps: &[
            CERTIFICATES,
            BALANCER,
            DATABASES,
            SECOND,
            ManualStep::new(
                "Configure the artifact synchronization",
                "Step 6: Artifacts. Set artifacts to a shared folder: what one node publishes is then there for the other.",
            ),
            ManualStep::new(
                "Configure the Publisher with the Gateway",
                "Step 5: Product files, service_url of the gateway environment: each node publishes to itself, into the shared folder.",
            ),
            GATEWAY_URLS,
            THROTTLING,
            ANALYTICS_3,
            HARDENING,
            START,
        ],
    },
];

const MANUALS_4: &[Manual] = &[
    Manual {
        title: DISTRIBUTED,
        patterns: &[Pattern::Distributed],
        steps: &[INSTALL, DATABASES, HARDENING, CERTIFICATES, ANALYTICS_4, CONNECTIONS],
    },
    Manual {
        title: ACTIVE_ACTIVE,
        patterns: &[Pattern::Symmetric],
        steps: &[
            CERTIFICATES,
            BALANCER,
            DATABASES,
            SECOND,
            ManualStep::new(
                "Configure the artifact synchronization",
                "Not needed: each gateway fetches from the database what an event tells it of, and again at its start.",
            ),
            GATEWAY_URLS,
            THROTTLING,
            ManualStep::new(
                "Configure JMS-based cache invalidation",
                "Step 5: Product files, apim.cache_invalidation; not where the design has a Hazelcast cluster, which does it.",
            ),
            ANALYTICS_4,
            HARDENING,
            START,
        ],
    },
];

const DISTRIBUTED: &str = "API Manager manual, «Deploying WSO2 API-M in a Distributed Setup»";
const ACTIVE_ACTIVE: &str = "API Manager manual, «Configuring an Active-Active Deployment»";

const INSTALL: ManualStep = ManualStep::new(
    "Install and configure WSO2 API-M",
    "Step 5: Product files. The profile is in each start script; the optimizer, which replaces deployment.toml, is not run.",
);
const DATABASES: ManualStep = ManualStep::new(
    "Install and configure the databases",
    "Step 2: Databases; datasources are in Step 5: Product files.",
);
const HARDENING: ManualStep = ManualStep::new(
    "Configure your deployment with production hardening",
    "Admin services and the console are refused to clients at the load balancer; passwords are references; firewall.md has what to open. \
     The heap is jvm.heap of the design.",
);
const CERTIFICATES: ManualStep = ManualStep::new(
    "Create and import SSL certificates",
    "Step 3: Certificates. Each node has a key of its own for TLS; the primary keystore is the same on every node, because tokens and \
     the registry are signed and encrypted by it.",
);
const ANALYTICS_3: ManualStep = ManualStep::new(
    "Configure API-M Analytics",
    "Not part of this: analytics are a cluster of their own, off in every node as the product comes.",
);
const ANALYTICS_4: ManualStep = ManualStep::new(
    "Configure API-M Analytics",
    "Not part of this: from 4.0 on analytics are a service in the cloud, off in every node as the product comes.",
);
const CONNECTIONS: ManualStep = ManualStep::new(
    "Configure the connections among the components and start the servers",
    "Step 5: Product files, by component; then Step 7: Start, in the order in which they need each other.",
);
const BALANCER: ManualStep = ManualStep::new("Configure the load balancer", "Step 4: Load balancers.");
const SECOND: ManualStep = ManualStep::new(
    "Configure the second WSO2 API-M node",
    "Step 5: Product files: each node has files of its own, which differ in the peer's addresses.",
);
const GATEWAY_URLS: ManualStep = ManualStep::new(
    "Configure the gateway URLs to expose APIs",
    "Step 5: Product files, the endpoints of the gateway environment: they name the load balancer.",
);
const THROTTLING: ManualStep = ManualStep::new(
    "Configure throttling",
    "Step 5: Product files, apim.throttling: a group for each node, and the other's broker for what is decided.",
);
const START: ManualStep = ManualStep::new("Start the WSO2 API-M servers", "Step 7: Start.");

const COMPONENTS_3: &[Component] = &[
    Component { profile: "api-key-manager", number: Number::at_least(2), ..KEY_MANAGER },
    Component { number: PAIR, ..TRAFFIC_MANAGER },
    Component {
        role: Role::Publisher,
        number: Number::at_least(2),
        profile: "api-publisher",
        group: Some("pub.store"),
        doors: &[portal(Role::Publisher), CONSOLE],
        ..BASE
    },
    Component {
        role: Role::DevPortal,
        number: Number::at_least(2),
        profile: "api-devportal",
        group: Some("pub.store"),
        doors: &[portal(Role::DevPortal)],
        ..BASE
    },
    GATEWAY,
    ALL_IN_ONE,
];

const COMPONENTS_40: &[Component] = &[
    CONTROL_PLANE,
    Component { number: OPTIONAL_PAIR, ..TRAFFIC_MANAGER },
    Component {
        profile: "api-key-manager-deprecated",
        number: Number::at_least(0),
        doors: &[portal(Role::KeyManager)],
        ..KEY_MANAGER
    },
    GATEWAY,
    ALL_IN_ONE,
];

const COMPONENTS_45: &[Component] = &[
    Component { profile: "", layout: Some(&layout::CONTROL_PLANE), ..CONTROL_PLANE },
    // The control plane's archive has no traffic manager any more.
    Component { number: PAIR, profile: "", layout: Some(&layout::TRAFFIC_MANAGER), ..TRAFFIC_MANAGER },
    Component {
        number: Number::at_least(0),
        doors: &[portal(Role::KeyManager)],
        layout: Some(&layout::KEY_MANAGER),
        ..KEY_MANAGER
    },
    Component { profile: "", layout: Some(&layout::GATEWAY), ..GATEWAY },
    ALL_IN_ONE,
];

/// `event_duplicate_url` names one other node: what two decide is the same, what three decide is not.
const PAIR: Option<Number> = Number::just(2);
const OPTIONAL_PAIR: Option<Number> = Some(Number { least: 0, most: Some(2) });

const BASE: Component = Component { mounts: false, sub_domain: None, ..NODE };

/// Everything in one: publisher, portals, key manager, traffic manager and gateway.
const ALL_IN_ONE: Component = Component { doors: &[SERVICE, WEB_SOCKET, PORTAL, CONSOLE], ..BASE };

/// Publisher, developer portal, key manager and event hub.
const CONTROL_PLANE: Component = Component {
    role: Role::ControlPlane,
    number: PAIR,
    profile: "control-plane",
    group: Some("cp"),
    doors: &[PORTAL, CONSOLE],
    ..BASE
};

/// Keys and tokens. Up to 3.2 applications ask the gateway for tokens, which hands them on; browsers are sent here to sign in.
const KEY_MANAGER: Component = Component {
    role: Role::KeyManager,
    group: Some("km"),
    doors: &[Door {
        exposure: Exposure::SignIns,
        ..members(Role::KeyManager, "a sign-in over several pages is known to the node that it began at")
    }],
    ..BASE
};

/// It has both databases, as its own template of `deployment.toml` has.
const TRAFFIC_MANAGER: Component = Component {
    role: Role::TrafficManager,
    profile: "traffic-manager",
    group: None,
    doors: &[members(Role::TrafficManager, "an administrator's session with its services is in one node's memory")],
    ..BASE
};

/// It takes APIs as events and asks others about keys: of the databases it has the shared one, for tenants.
const GATEWAY: Component = Component {
    role: Role::Gateway,
    number: Number::at_least(2),
    profile: "gateway-worker",
    group: Some("gw"),
    doors: &[
        SERVICE,
        WEB_SOCKET,
        members(Role::Gateway, "an API is published by several calls, which belong to one session of one node"),
    ],
    databases: Databases::Only(&[DatabaseUse::Shared]),
    ..BASE
};

const SESSION: &str = "the portals keep a sign-in in one node's memory";

pub(super) const PORTAL: Door =
    Door { purpose: Purpose::Portal, transport: Transport::Servlet, exposure: Exposure::Public, sticky: Some(SESSION) };

pub(super) const WEB_SOCKET: Door =
    Door { purpose: Purpose::WebSocket, transport: Transport::WebSocket, exposure: Exposure::Public, sticky: None };

pub(super) const fn portal(role: Role) -> Door {
    Door { purpose: Purpose::Component(role), ..PORTAL }
}

pub(super) const fn members(role: Role, sticky: &'static str) -> Door {
    Door {
        purpose: Purpose::Component(role),
        transport: Transport::Servlet,
        exposure: Exposure::Members,
        sticky: Some(sticky),
    }
}

/// APIs, applications, subscriptions.
pub(super) const API_MANAGEMENT: DatabaseNeed = DatabaseNeed {
    purpose: DatabaseUse::ApiManagement,
    datasource: "WSO2AM_DB",
    jndi: "jdbc/WSO2AM_DB",
    file: "datasources/master-datasources.xml",
    in_stock: true,
    schema: "wso2am_db",
    user: "wso2am",
    content: "APIs, applications, subscriptions",
    pool: 50,
    scripts: &["apimgt/{vendor}.sql"],
    table: "apim_db",
};

/// Users, permissions and the registry. These releases have no script of their own for MySQL 5.7.
pub(super) const SHARED: DatabaseNeed = DatabaseNeed {
    purpose: DatabaseUse::Shared,
    datasource: "WSO2_SHARED_DB",
    jndi: "jdbc/SHARED_DB",
    file: "datasources/master-datasources.xml",
    in_stock: true,
    schema: "wso2shared_db",
    user: "wso2shared",
    content: "users, permissions and the registry",
    pool: 50,
    scripts: &["{vendor}.sql"],
    table: "shared_db",
};
