//! What the Carbon 4 products for events and analytics have in common. Complex Event Processor works on events as they pass; Data
//! Analytics Server keeps them besides, indexes them and has Spark go through them; what runs beside Identity Server, API Manager and
//! Enterprise Integrator is Data Analytics Server with artifacts for that product.

use super::{CARBON, DatabaseNeed, Feature, Line, REGISTRY, USERS};
use crate::catalogue::component::{CONSOLE, NODE, SERVICE};
use crate::catalogue::{Component, Door, Exposure, Link, Manual, ManualStep, Moves, Number, Peers, Purpose, Transport};
use crate::config::{EVENT_SYNC, STATE_SYNC};
use crate::design::{DatabaseUse, Pattern, Role};

/// Complex Event Processor.
pub(super) const EVENTS_LINE: Line = Line {
    patterns: &[Pattern::MinimumHa],
    components: &[PAIR],
    features: &[Feature::EventProcessor],
    links: &[RECEIVER, BINARY_RECEIVER, EVENTS, STATE],
    manuals: &[MANUAL],
    ..CARBON
};

/// Data Analytics Server.
pub(super) const STORED_LINE: Line = Line {
    databases: &[USERS, REGISTRY, EVENT_STORE, PROCESSED_STORE],
    features: &[Feature::EventProcessor, Feature::Spark],
    links: &[RECEIVER, BINARY_RECEIVER, EVENTS, STATE, SPARK],
    ..EVENTS_LINE
};

/// Data Analytics Server beside another product: with an offset, so that both fit on one machine.
pub(super) const BESIDE_LINE: Line = Line { offset: 1, components: &[PAIR, BESIDE], ..STORED_LINE };

/// One of the two nodes: dashboards and HTTP receivers, and the console.
const PAIR: Component = Component { number: Number::just(2), doors: &[SERVICE, CONSOLE], ..NODE };

/// The same beside another product, whose services and console have the load balancer's other names.
const BESIDE: Component = Component {
    role: Role::Analytics,
    doors: &[Door {
        purpose: Purpose::Component(Role::Analytics),
        transport: Transport::Servlet,
        exposure: Exposure::Public,
        sticky: Some("dashboards keep the sign-in in one node's memory"),
    }],
    ..NODE
};

/// Events over Thrift. Publishers know both nodes and choose for themselves, so no load balancer stands between. Source:
/// data-bridge-config.xml.
const RECEIVER: Link = Link {
    from: Peers::Beside,
    to: Peers::Line,
    ports: &[7611, 7711],
    moves: Moves::WithOffset,
    protocol: "Thrift",
    what: "events, and the sign-in of publishers over TLS; straight to both nodes, past any load balancer",
};

/// Events in the binary protocol. Source: data-bridge-config.xml.
const BINARY_RECEIVER: Link = Link { ports: &[9611, 9711], protocol: "binary events", ..RECEIVER };

/// Source: event-processor.xml; some builds add the offset (HAConfiguration).
const EVENTS: Link = Link {
    from: Peers::Line,
    to: Peers::Line,
    ports: &[EVENT_SYNC],
    moves: Moves::AsWritten,
    protocol: "event synchronization",
    what: "every event that the other node got; where two ports stand here, builds of the product differ",
};

const STATE: Link = Link {
    ports: &[STATE_SYNC],
    protocol: "state synchronization",
    what: "the state of the queries, for a node that starts; where two ports stand here, builds of the product differ",
    ..EVENTS
};

/// Without the web pages and the REST port, on which everyone may submit work. Source: spark-defaults.conf; the offset is added in
/// SparkAnalyticsExecutor, and Spark tries sixteen ports further (`spark.port.maxRetries`).
const SPARK: Link = Link {
    from: Peers::Line,
    to: Peers::Line,
    ports: &[7077, 11000, 12000, 12500, 13000, 13500, 14000, 14500],
    moves: Moves::Seeks(16),
    protocol: "Spark",
    what: "master, workers, drivers and executors; neither encrypted nor authenticated",
};

/// Events as they came. The product makes a table for each stream.
const EVENT_STORE: DatabaseNeed = DatabaseNeed {
    purpose: DatabaseUse::Events,
    datasource: "WSO2_ANALYTICS_EVENT_STORE_DB",
    jndi: "",
    file: "datasources/analytics-datasources.xml",
    in_stock: true,
    schema: "wso2_analytics_event_store_db",
    user: "wso2_events",
    content: "events as they came",
    pool: 50,
    scripts: &[],
    table: "",
};

/// What was found in them.
const PROCESSED_STORE: DatabaseNeed = DatabaseNeed {
    purpose: DatabaseUse::ProcessedEvents,
    datasource: "WSO2_ANALYTICS_PROCESSED_DATA_STORE_DB",
    schema: "wso2_analytics_processed_data_db",
    user: "wso2_processed",
    content: "what was found in events",
    ..EVENT_STORE
};

/// The steps of training courses for the analytics profile, which fit all of these.
pub(super) const MANUAL: Manual = Manual {
    title: "«Clustering the Analytics Profile»",
    patterns: &[],
    steps: &[
        ManualStep::new(
            "Set up the databases",
            "Step 2: Databases. The datasources are in Step 5: Product files, in `master-datasources.xml` and, where events are kept, \
             in `analytics-datasources.xml`.",
        ),
        ManualStep::new(
            "Configure the Analytics dashboard",
            "Nothing of its own: each of the two nodes shows the dashboards, behind the name of Step 4: Load balancers.",
        ),
        ManualStep::new(
            "Configure the Analytics worker nodes",
            "Step 5: Product files. Clustering is in `axis2.xml`, high availability in `event-processor.xml`; where Spark is, its two \
             masters are in `spark-defaults.conf` and the node's id is the file `my-node-id.dat` of its folder.",
        ),
        ManualStep::new("Start the cluster", "Step 7: Start, then Step 8: Verify."),
    ],
};
