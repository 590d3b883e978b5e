use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::{Node, Plan};
use crate::rules::ports;
use crate::rules::rule::rule;
use crate::value::Address;
use std::collections::BTreeMap;

rule! {
    /// # What it does
    /// Adds the offsets of the nodes that share a machine to the product's ports, and finds ports that two of them
    /// open.
    ///
    /// # Why it matters
    /// The second node cannot open the port. The same offset twice is the plain case; offsets 37 apart put one node's
    /// 8243 on the other's 8280.
    ///
    /// # Example
    /// ```toml
    /// nodes = [
    ///   { role = "manager", address = "192.0.2.11" },
    ///   { role = "worker", address = "192.0.2.21" },
    ///   { role = "worker", address = "192.0.2.21", offset = 37 },
    /// ]
    /// ```
    ///
    /// # What to do
    /// Leave `offset` out, and nodes of one machine get offsets 0, 1, 2 …:
    ///
    /// ```toml
    /// nodes = [
    ///   { role = "manager", address = "192.0.2.11" },
    ///   { role = "worker", address = "192.0.2.21" },
    ///   { role = "worker", address = "192.0.2.21" },
    /// ]
    /// ```
    Error "port-clash": "two nodes of one machine open the same port";
    source: "Default ports of the Carbon 4 products; carbon.xml, `Ports/Offset`"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let mut opened: BTreeMap<(&Address, u16), &Node> = BTreeMap::new();
    for node in plan.nodes.iter().filter(|node| node.shares_machine) {
        let Some(address) = &node.address else { continue };
        let mut clash = None;
        for port in ports::opened(node) {
            let owner = *opened.entry((address, port)).or_insert(node);
            if owner.name != node.name && clash.is_none() {
                clash = Some((owner, port));
            }
        }
        let Some((other, port)) = clash else { continue };
        let (one, two) = (other.offset, node.offset);
        let message = format!(
            "{} (offset {one}) and {} (offset {two}) on {address} both open port {port}",
            other.name, node.name
        );
        let at = node.at.clone().key("offset");
        notes.push(
            RULE.finding(message, "leave `offset` out, and the next free one is taken")
                .at(at.clone())
                .at(other.at.clone().key("offset"))
                .fix(Fix::safe("take the next free offset").set(at, serde_json::Value::Null)),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn nodes_of_one_machine_open_different_ports() {
        let node = |offset: u16| json!({ "address": "192.0.2.11", "offset": offset });
        let design = |second: u16| json!({ "pattern": "symmetric", "nodes": [node(0), node(second)] });
        let message = "node-1 (offset 0) and node-2 (offset 37) on 192.0.2.11 both open port 8280";
        fires(&RULE, design(37), "nodes[1].offset", message);
        let message = "node-1 (offset 0) and node-2 (offset 0) on 192.0.2.11 both open port 8243";
        fires(&RULE, design(0), "nodes[1].offset", message);
        silent(&RULE, design(1));
    }
}
