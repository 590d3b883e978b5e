use crate::diagnostic::Diagnostic;
use crate::plan::{Node, Plan};
use crate::rules::rule::rule;
use std::net::IpAddr;

rule! {
    /// # What it does
    /// Finds a cluster in which some nodes have an IPv4 address and others an IPv6 address.
    ///
    /// # Why it matters
    /// A member binds and advertises one family. A node that listens on the other one cannot be called back, so the
    /// cluster falls apart along the families.
    ///
    /// # Example
    /// ```toml
    /// nodes = [{ role = "manager", address = "2001:db8::11" }, { role = "worker", addresses = "192.0.2.21-22" }]
    /// ```
    ///
    /// # What to do
    /// Give all nodes addresses of one family:
    ///
    /// ```toml
    /// nodes = [{ role = "manager", address = "192.0.2.11" }, { role = "worker", addresses = "192.0.2.21-22" }]
    /// ```
    Warning "mixed-address-families": "members have IPv4 and IPv6 addresses";
    source: ""
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let first = |wanted: fn(IpAddr) -> bool| {
        let matches = |node: &&Node| node.address.as_ref().and_then(|address| address.ip()).is_some_and(wanted);
        plan.nodes.iter().find(matches)
    };
    let (Some(four), Some(six)) = (first(|ip| ip.is_ipv4()), first(|ip| ip.is_ipv6())) else { return };
    if plan.cluster.enabled {
        let message = format!("{} has an IPv4 address and {} an IPv6 address, in one cluster", four.name, six.name);
        let finding = RULE.finding(message, "give all nodes addresses of one family");
        notes.push(finding.at(six.at.clone().key("address")).at(four.at.clone().key("address")));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn one_cluster_speaks_one_family() {
        let nodes = |manager: &str| json!({ "nodes": [{ "role": "manager", "address": manager }, { "role": "worker", "address": "192.0.2.21" }] });
        let message = "worker-1 has an IPv4 address and manager-1 an IPv6 address, in one cluster";
        fires(&RULE, nodes("2001:db8::11"), "nodes[0].address", message);
        silent(&RULE, nodes("192.0.2.11"));
        silent(&RULE, nodes("m1.example.com"));
    }
}
