use super::{ConfigFile, Generation, Of, Statements, Varies};
use crate::catalogue::{Feature, broker};
use crate::design::{DatabaseUse, NodeTls};
use crate::edit::Why;
use crate::edit::xml::{Place, Step};
use crate::format::xml::Element;
use crate::plan::{Node, Plan};
use crate::tls;

const SOURCE: &str = "MB 3.2.0, broker.xml";

pub(super) static FILE: ConfigFile = ConfigFile {
    path: "broker.xml",
    about: "The broker: this node's id and slot server, who coordinates, where messages are kept, and its certificate.",
    generation: Generation::Xml,
    varies: Varies::ByNode,
    holds,
};

fn holds(Of { plan, node, .. }: Of<'_>) -> Option<Statements> {
    if !node.has(Feature::Broker) {
        return None;
    }
    let mut statements = Statements::xml(Element::new("broker"));
    coordination(node, &mut statements);
    transports(plan, node, &mut statements);
    stores(plan, node, &mut statements);
    Some(statements)
}

fn coordination(node: &Node, statements: &mut Statements) {
    let place = Place::from(["broker", "coordination"]);
    let at = |name: &'static str| place.then(Step::named(name));
    let why = Why::new(
        "subscriptions and slots belong to a node by this id; the default is made of its address and would change with it",
        "nodes.name",
        SOURCE,
    );
    statements.text(at("nodeID"), node.name.clone(), why);
    if let Some(address) = &node.address {
        let why = Why::new(
            "the address at which the others ask this node for slots while it coordinates: its own; with localhost, as it comes, they \
             would ask themselves",
            "nodes.address",
            SOURCE,
        );
        statements.text(at("thriftServerHost"), address.clone(), why);
    }
    if let Some(port) = node.ports_for(&broker::SLOTS).next() {
        let why = Why::new(
            "the product leaves this port where it is written, so the offset is added here: brokers of one machine need different ones",
            "nodes.offset",
            "andes, AndesConfigurationManager",
        );
        statements.text(at("thriftServerPort"), port, why);
    }
    if node.release.database_coordination {
        let why = Why::new(
            "the coordinator is whoever renews a row of the message store; by Hazelcast there would be two in a partition",
            "release",
            "andes#668",
        );
        statements.attribute(at("rdbmsBasedCoordination"), "enabled", true, why);
        let why = Why::new(
            "changes of queues and subscriptions reach the others through the message store, in order and none lost",
            "release",
            SOURCE,
        );
        statements.attribute(at("rdbmsBasedClusterEventSynchronization"), "enabled", true, why);
    }
}

/// Clients come to each node itself, by its own name, which the certificate that the product comes with does not have.
fn transports(plan: &Plan, node: &Node, statements: &mut Statements) {
    if plan.tls.nodes != NodeTls::Verified {
        return;
    }
    let file = format!("{}/{}", node.layout().security_in_carbon_home(), tls::KEYSTORE);
    for transport in ["amqp", "mqtt"] {
        let store = Place::from(["broker", "transports", transport, "sslConnection", "keyStore"]);
        let why = Why::new(
            "clients come to this node itself: a certificate of the cluster's authority, with this node's name and address",
            "tls.nodes",
            SOURCE,
        );
        statements.text(store.then(Step::named("location")), file.clone(), why);
        let why = Why::new("the password of that keystore", "tls.keystore-password", SOURCE);
        let at = store.then(Step::named("password"));
        statements.secret(at, "password", &plan.tls.keystore_password, &plan.secrets, why);
    }
}

fn stores(plan: &Plan, node: &Node, statements: &mut Statements) {
    let Some(need) = plan.database.as_ref().and_then(|_| node.need(DatabaseUse::Messages)) else { return };
    for store in ["messageStore", "contextStore"] {
        let at =
            Place::from(["broker", "persistence", store]).then(Step::with_attribute("property", "name", "dataSource"));
        let why = Why::new("messages of every node are in the one database that all share", "database", SOURCE);
        statements.text(at, need.jndi, why);
    }
}
