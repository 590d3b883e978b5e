use super::{ConfigFile, Generation, Of, Statements, Varies};
use crate::catalogue::Feature;
use crate::edit::Why;
use crate::edit::xml::{Place, Step};
use crate::format::xml::Element;
use crate::plan::Node;
use crate::value::Port;

const GUIDE: &str = "IS 5.6.0 manual, minimum high availability for IS Analytics";
const LOADER: &str = "carbon-analytics-common, ManagementModeConfigurationLoader";
const SERVICE: &str = "carbon-analytics-common, CarbonEventManagementService";

/// Where a node takes the events that the other one got.
pub(crate) const EVENT_SYNC: u16 = 11224;
/// Where a node gives the state of its queries to the other one.
pub(crate) const STATE_SYNC: u16 = 10005;

pub(super) static FILE: ConfigFile = ConfigFile {
    path: "event-processor.xml",
    about: "High availability of event processing: two nodes with the same state, one of which answers.",
    generation: Generation::Xml,
    varies: Varies::ByNode,
    holds,
};

fn holds(Of { node, .. }: Of<'_>) -> Option<Statements> {
    if !node.has(Feature::EventProcessor) || node.group.is_none() {
        return None;
    }
    let mut statements = Statements::xml(Element::new("eventProcessorConfiguration"));
    let mode = |name| Place::from(["eventProcessorConfiguration"]).then(Step::with_attribute("mode", "name", name));
    // Later releases come without this mode: then it stands there switched off, which says the same.
    let single = Element::new("mode").attribute("name", "SingleNode").attribute("enable", false);
    let why =
        Why::new("of the modes that are switched on the first counts, so this one must be off", "pattern", LOADER);
    statements.element(mode("SingleNode"), single, why);
    let why =
        Why::new("both nodes take every event; one answers, the other is ready with the same state", "pattern", GUIDE);
    statements.attribute(mode("HA"), "enable", true, why);
    let why = Why::new("that is for a Storm cluster", "pattern", LOADER);
    statements.attribute(mode("Distributed"), "enable", false, why);
    let node_type = |name: &'static str| mode("HA").then(Step::named("nodeType")).then(Step::named(name));
    let why = Why::new("each of the two works on events", "pattern", GUIDE);
    statements.attribute(node_type("worker"), "enable", true, why);
    // Of a worker that presents as well, other nodes are told a port on which nothing listens: a node starts one server only.
    let why = Why::new("a worker shows what it finds itself; this is for nodes that only show", "pattern", SERVICE);
    statements.attribute(node_type("presenter"), "enable", false, why);
    let sync = "the other node sends here the events that it got";
    address(node, &mode("HA").then(Step::named("eventSync")), EVENT_SYNC, sync, &mut statements);
    let state = "the other node asks here for the state of the queries when it starts";
    address(node, &mode("HA").then(Step::named("management")), STATE_SYNC, state, &mut statements);
    Some(statements)
}

/// Its own address, which the other node is told: `0.0.0.0`, as stock has it, leads it to itself.
fn address(node: &Node, place: &Place, port: u16, reason: &'static str, statements: &mut Statements) {
    if let Some(address) = &node.address {
        let why = Why::new(reason, "nodes.address", GUIDE);
        statements.text(place.then(Step::named("hostName")), address.clone(), why);
    }
    let why = Why::new(
        "not every build adds the offset to it, and nodes of one machine need different ones",
        "nodes.offset",
        GUIDE,
    );
    let port = node.written(port).unwrap_or(Port::known(port));
    statements.text(place.then(Step::named("port")), port, why);
}
