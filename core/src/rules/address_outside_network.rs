use crate::diagnostic::Diagnostic;
use crate::plan::{Network, Plan};
use crate::rules::rule::rule;
use std::collections::BTreeMap;

rule! {
    /// # What it does
    /// Compares the address of each node with the network that the node stands in.
    ///
    /// # Why it matters
    /// Firewalls, hosts files and the guide follow the network. A node that is said to be in one network and has an
    /// address of another is either mistyped or not reachable as drawn.
    ///
    /// # Example
    /// ```toml
    /// networks = [{ name = "inner", cidr = "198.51.100.0/24" }]
    /// nodes = [{ role = "manager", address = "192.0.2.11", network = "inner" }, { role = "worker", addresses = "198.51.100.21-22" }]
    /// ```
    ///
    /// # What to do
    /// Correct the address or the network's name; a node whose address lies in a declared network need not name it:
    ///
    /// ```toml
    /// networks = [{ name = "inner", cidr = "198.51.100.0/24" }]
    /// nodes = [{ role = "manager", address = "198.51.100.11" }, { role = "worker", addresses = "198.51.100.21-22" }]
    /// ```
    Warning "address-outside-network": "a node's address is not in the network that it names";
    source: ""
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let networks: BTreeMap<&str, &Network> =
        plan.networks.iter().map(|network| (network.name.as_str(), network)).collect();
    for node in &plan.nodes {
        let Some(ip) = node.address.as_ref().and_then(|address| address.ip()) else { continue };
        let Some(cidr) = networks.get(node.network.as_str()).and_then(|network| network.cidr) else { continue };
        if !cidr.contains(ip) {
            let message = format!("{} has the address {ip}, which is not in {} ({cidr})", node.name, node.network);
            let help = "correct the address, or name the network that it lies in";
            notes.push(RULE.finding(message, help).at(node.at.clone().key("network")));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn an_address_lies_in_its_network() {
        let networks =
            json!([{ "name": "inner", "cidr": "198.51.100.0/24" }, { "name": "outer", "cidr": "192.0.2.0/24" }]);
        let node = |network: &str| json!([{ "role": "manager", "address": "192.0.2.11", "network": network }]);
        fires(
            &RULE,
            json!({ "networks": networks, "nodes": node("inner") }),
            "nodes[0].network",
            "manager-1 has the address 192.0.2.11, which is not in inner (198.51.100.0/24)",
        );
        silent(&RULE, json!({ "networks": networks, "nodes": node("outer") }));
    }
}
