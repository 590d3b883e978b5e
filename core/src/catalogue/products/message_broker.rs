use super::{CARBON, DatabaseNeed, Feature, Kernel, Line, Product, REGISTRY, Release, USERS, Version};
use crate::catalogue::Component;
use crate::catalogue::broker::{AMQP, AMQP_TLS, MQTT, MQTT_TLS, SLOTS};
use crate::catalogue::component::{CONSOLE, NODE};
use crate::design::{DatabaseUse, Pattern};

/// Message Broker. Its nodes are equal, and clients speak AMQP and MQTT to each of them: no load balancer stands between. The
/// database coordinates them from 3.2.0 on; before, Hazelcast did. Source: the releases' broker.xml.
pub(super) static PRODUCT: Product = Product {
    id: "mb",
    name: "WSO2 Message Broker",
    pack: "mb",
    releases: &[
        release(Version::new(3, 0, 0), Kernel::new(4, 4, 2)),
        release(Version::new(3, 1, 0), Kernel::new(4, 4, 3)),
        Release { database_coordination: true, ..release(Version::new(3, 2, 0), Kernel::new(4, 4, 16)) },
    ],
    domain: "mb.wso2.domain",
    elb_services: &["mb", "messagebroker"],
    host: "mb.wso2.com",
    console_label: "mgt",
    config_path: "/_system/mbNodes",
    worker_manager: false,
};

static LINE: Line = BROKER;

const fn release(version: Version, kernel: Kernel) -> Release {
    Release { heap_in_script: true, ..Release::new(version, kernel, &LINE) }
}

/// What brokers have in common, wherever they are packed.
pub(super) const BROKER: Line = Line {
    patterns: &[Pattern::Symmetric],
    components: &[BROKER_NODE],
    databases: &[USERS, REGISTRY, MESSAGES],
    features: &[Feature::Broker],
    links: &[AMQP, AMQP_TLS, MQTT, MQTT_TLS, SLOTS],
    ..CARBON
};

/// A broker: only its console is spoken to over HTTP.
const BROKER_NODE: Component = Component { doors: &[CONSOLE], ..NODE };

/// Messages, queues, subscriptions, and who coordinates.
pub(super) const MESSAGES: DatabaseNeed = DatabaseNeed {
    purpose: DatabaseUse::Messages,
    datasource: "WSO2_MB_STORE_DB",
    // Looked up by broker.xml, where nothing stands before it.
    jndi: "WSO2MBStoreDB",
    file: "datasources/master-datasources.xml",
    in_stock: true,
    schema: "wso2_mb_store_db",
    user: "wso2_mb",
    content: "messages, queues and subscriptions",
    pool: 50,
    scripts: &["mb-store/{vendor}-mb.sql"],
    table: "mb_store",
};
