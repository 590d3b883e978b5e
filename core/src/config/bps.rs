use super::{ConfigFile, Generation, Of, Statements, Varies};
use crate::catalogue::Feature;
use crate::edit::Why;
use crate::format::xml::Element;

const SOURCE: &str = "BPS 3.6.0, bps.xml";

pub(super) static FILE: ConfigFile = ConfigFile {
    path: "bps.xml",
    about: "The process engine: locks across nodes, and this node's id.",
    generation: Generation::Xml,
    varies: Varies::ByNode,
    holds,
};

fn holds(Of { node, .. }: Of<'_>) -> Option<Statements> {
    if !node.has(Feature::ProcessEngine) || node.group.is_none() {
        return None;
    }
    let mut statements =
        Statements::xml(Element::new("tns:WSO2BPS").attribute("xmlns:tns", "http://wso2.org/bps/config"));
    let why = Why::new("two nodes must not work on one process instance; the lock is Hazelcast's", "pattern", SOURCE);
    statements.text(["WSO2BPS", "UseDistributedLock"], true, why);
    let why = Why::new("jobs belong to a node by this id, so each node needs its own", "nodes.name", SOURCE);
    statements.text(["WSO2BPS", "NodeId"], node.name.to_string(), why);
    Some(statements)
}
