use crate::plan::Node;
use std::collections::BTreeSet;

/// The registry and the server port of JMX, to which the offset is added. Source: carbon.xml, `Ports/JMX`.
const JMX: [u16; 2] = [9999, 11111];

/// The ports that a node opens besides its member port, with its offset.
pub(super) fn opened(node: &Node) -> BTreeSet<u16> {
    each(node).collect()
}

/// Whether a node opens a port besides its member port.
pub(super) fn opens(node: &Node, port: u16) -> bool {
    each(node).any(|open| open == port)
}

fn each(node: &Node) -> impl Iterator<Item = u16> {
    let ports = [node.ports.http, node.ports.https, node.ports.service_http, node.ports.service_https];
    let jmx = JMX.iter().filter_map(move |port| port.checked_add(node.offset.get()));
    let links = node.line().links_to(node.role).flat_map(move |link| node.ports_for(link));
    ports.into_iter().chain(links).map(|port| port.get()).chain(jmx)
}
