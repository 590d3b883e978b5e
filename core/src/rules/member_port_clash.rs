use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::{Node, Plan};
use crate::rules::rule::rule;
use crate::value::{Address, Port};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

rule! {
    /// # What it does
    /// Finds nodes with the same address and the same member port.
    ///
    /// # Why it matters
    /// The second of them finds the port busy and takes the next one by itself. The well-known list still says the
    /// first, so that the others call the wrong node, or none.
    ///
    /// # Example
    /// ```toml
    /// nodes = [
    ///   { role = "manager", address = "192.0.2.11", member-port = 4100 },
    ///   { role = "worker", address = "192.0.2.11", member-port = 4100 },
    ///   { role = "worker", address = "192.0.2.22" },
    /// ]
    /// ```
    ///
    /// # What to do
    /// Leave `member-port` out, and nodes of one machine get ports of their own; or write a different one:
    ///
    /// ```toml
    /// nodes = [
    ///   { role = "manager", address = "192.0.2.11", member-port = 4100 },
    ///   { role = "worker", address = "192.0.2.11", member-port = 4200 },
    ///   { role = "worker", address = "192.0.2.22" },
    /// ]
    /// ```
    Error "member-port-clash": "two nodes of one machine have the same member port";
    source: "Kernel 4.4, HazelcastClusteringAgent: a busy port is counted up; Clustering Guide 4.2.0"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    if !plan.cluster.enabled {
        return;
    }
    let mut taken: BTreeMap<(&Address, Port), &Node> = BTreeMap::new();
    for node in plan.nodes.iter().filter(|node| node.shares_machine) {
        let Some(address) = &node.address else { continue };
        match taken.entry((address, node.member_port)) {
            Entry::Vacant(free) => {
                free.insert(node);
            }
            Entry::Occupied(other) => {
                let (other, port) = (*other.get(), node.member_port);
                let message = format!("{} and {} on {address} have the same member port {port}", other.name, node.name);
                let at = node.at.clone().key("member-port");
                notes.push(
                    RULE.finding(message, "leave `member-port` out, and the next free one is taken")
                        .at(at.clone())
                        .at(other.at.clone().key("member-port"))
                        .fix(Fix::safe("take the next free member port").set(at, serde_json::Value::Null)),
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn a_machine_has_one_node_a_member_port() {
        let node = |port: u16| json!({ "address": "192.0.2.11", "member-port": port });
        let change = json!({ "pattern": "symmetric", "nodes": [node(4000), node(4000), node(4001)] });
        let message = "node-1 and node-2 on 192.0.2.11 have the same member port 4000";
        fires(&RULE, change, "nodes[1].member-port", message);
        silent(&RULE, json!({ "pattern": "symmetric", "nodes": [node(4000), node(4001)] }));
        silent(&RULE, json!({ "pattern": "independent", "nodes": [node(4000), node(4000)] }));
    }
}
