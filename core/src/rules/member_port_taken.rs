use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::{Node, Plan};
use crate::rules::ports;
use crate::rules::rule::rule;
use crate::value::Address;
use std::collections::BTreeMap;

rule! {
    /// # What it does
    /// Finds a member port that a node of the same machine already opens for requests, the console or JMX, offset
    /// included.
    ///
    /// # Why it matters
    /// Whichever starts first gets the port. Either the cluster moves on to a port that nobody knows, or the product
    /// does not start its transport.
    ///
    /// # Example
    /// ```toml
    /// nodes = [
    ///   { role = "manager", address = "192.0.2.11", member-port = 9443 },
    ///   { role = "worker", addresses = "192.0.2.21-22" },
    /// ]
    /// ```
    ///
    /// # What to do
    /// Take a port that nothing else uses, such as the one that the product comes with:
    ///
    /// ```toml
    /// nodes = [
    ///   { role = "manager", address = "192.0.2.11", member-port = 4100 },
    ///   { role = "worker", addresses = "192.0.2.21-22" },
    /// ]
    /// ```
    Error "member-port-taken": "a member port is a port of the product itself";
    source: "Default ports of the Carbon 4 products"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    if !plan.cluster.enabled {
        return;
    }
    // Only where machines are shared: of other nodes each is asked by itself.
    let mut opened: BTreeMap<(&Address, u16), &Node> = BTreeMap::new();
    for node in plan.nodes.iter().filter(|node| node.shares_machine) {
        if let Some(address) = &node.address {
            opened.extend(ports::opened(node).into_iter().map(|port| ((address, port), node)));
        }
    }
    for node in &plan.nodes {
        let port = node.member_port.get();
        let owner = match &node.address {
            Some(address) if node.shares_machine => opened.get(&(address, port)).copied(),
            _ => Some(node).filter(|node| ports::opens(node, port)),
        };
        let Some(owner) = owner else { continue };
        let whose = if owner.name == node.name { "itself".to_owned() } else { owner.name.to_string() };
        let message =
            format!("{} has the member port {port}, which {whose} opens for requests or management", node.name);
        let at = node.at.clone().key("member-port");
        let help =
            format!("leave `member-port` out: {} comes with {}", plan.product.name, plan.release.line.member_port);
        let fix = Fix::safe("take the product's own member port").set(at.clone(), serde_json::Value::Null);
        notes.push(RULE.finding(message, help).at(at).fix(fix));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn a_member_port_is_nobody_elses() {
        let node = |port: u16, offset: u16| json!({ "address": "192.0.2.11", "member-port": port, "offset": offset });
        let design = |first, second| json!({ "pattern": "symmetric", "nodes": [first, second] });
        fires(
            &RULE,
            design(node(9444, 0), node(4001, 1)),
            "nodes[0].member-port",
            "node-1 has the member port 9444, which node-2 opens for requests or management",
        );
        fires(
            &RULE,
            json!({ "pattern": "symmetric", "nodes": [{ "count": 1, "member-port": 8280 }] }),
            "nodes[0].member-port",
            "node-1 has the member port 8280, which itself opens for requests or management",
        );
        silent(&RULE, design(node(4000, 0), node(4001, 1)));
    }
}
