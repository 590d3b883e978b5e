use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::rules::rule::rule;
use std::net::IpAddr;

rule! {
    /// # What it does
    /// Finds nodes whose address is unspecified (0.0.0.0, ::), a multicast group or the broadcast address.
    ///
    /// # Why it matters
    /// 0.0.0.0 means «every interface» to a server that listens; as the address that other members call back it means
    /// nothing. No node reaches a group or a broadcast address over TCP either.
    ///
    /// # Example
    /// ```toml
    /// nodes = [{ role = "manager", address = "0.0.0.0" }, { role = "worker", addresses = "192.0.2.21-22" }]
    /// ```
    ///
    /// # What to do
    /// Write the node's own address:
    ///
    /// ```toml
    /// nodes = [{ role = "manager", address = "192.0.2.11" }, { role = "worker", addresses = "192.0.2.21-22" }]
    /// ```
    Error "unusable-address": "a node's address is no machine's address";
    source: "Kernel 4.4.40, HazelcastClusteringAgent: `localMemberHost` is the advertised address, not the one to bind to"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    for node in &plan.nodes {
        let Some(ip) = node.address.as_ref().and_then(|address| address.ip()) else { continue };
        let kind = match ip.to_canonical() {
            ip if ip.is_unspecified() => "stands for every interface and for no machine",
            ip if ip.is_multicast() => "is a multicast group",
            IpAddr::V4(ip) if ip.is_broadcast() => "is the broadcast address",
            _ => continue,
        };
        let message = format!("{} has the address {ip}, which {kind}", node.name);
        notes.push(RULE.finding(message, "write the node's own address").at(node.at.clone().key("address")));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn an_address_is_a_machines() {
        let node = |address: &str| json!({ "pattern": "symmetric", "nodes": [{ "address": address }, { "address": "192.0.2.12" }] });
        for (address, kind) in [
            ("0.0.0.0", "stands for every interface and for no machine"),
            ("::", "stands for every interface and for no machine"),
            ("228.0.0.4", "is a multicast group"),
            ("255.255.255.255", "is the broadcast address"),
        ] {
            let message = format!("node-1 has the address {address}, which {kind}");
            fires(&RULE, node(address), "nodes[0].address", &message);
        }
        silent(&RULE, node("192.0.2.11"));
        silent(&RULE, node("2001:db8::1"));
    }
}
