use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::{MembershipPlan, Plan};
use crate::rules::place::list;
use crate::rules::rule::rule;
use std::collections::BTreeSet;

rule! {
    /// # What it does
    /// Finds a cluster by multicast whose nodes stand in different networks.
    ///
    /// # Why it matters
    /// Routers do not pass multicast unless somebody makes them. Each network would form a cluster of its own, each
    /// with a coordinator and tasks of its own.
    ///
    /// # Example
    /// ```toml
    /// networks = [{ name = "inner", cidr = "198.51.100.0/24" }, { name = "outer", cidr = "192.0.2.0/24" }]
    /// nodes = [{ role = "manager", address = "198.51.100.11" }, { role = "worker", addresses = "192.0.2.21-22" }]
    /// cluster.membership.multicast = {}
    /// ```
    ///
    /// # What to do
    /// Use well-known addresses, which go everywhere:
    ///
    /// ```toml
    /// networks = [{ name = "inner", cidr = "198.51.100.0/24" }, { name = "outer", cidr = "192.0.2.0/24" }]
    /// nodes = [{ role = "manager", address = "198.51.100.11" }, { role = "worker", addresses = "192.0.2.21-22" }]
    /// cluster.membership.well-known = {}
    /// ```
    Warning "multicast-across-networks": "multicast has to cross networks";
    source: "Clustering Guide 4.4.x, «Membership schemes»: multicast needs one subnet"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let MembershipPlan::Multicast { .. } = &plan.cluster.membership else { return };
    let networks: BTreeSet<&str> = plan.nodes.iter().map(|node| node.network.as_str()).collect();
    if !plan.cluster.enabled || networks.len() < 2 {
        return;
    }
    let message = format!("nodes find each other by multicast and stand in the networks {}", list(&networks));
    let at = "cluster.membership";
    let finding = RULE.finding(message, "use well-known addresses, which go everywhere").at(at);
    notes.push(if plan.nodes.iter().all(|node| node.address.is_some()) {
        finding.fix(Fix::unsafe_("use well-known addresses").set(at, serde_json::json!({ "well-known": {} })))
    } else {
        finding
    });
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn multicast_stays_in_one_network() {
        let networks = json!([{ "name": "a" }, { "name": "b" }]);
        let nodes = |network: &str| json!([{ "role": "manager", "address": "192.0.2.11" }, { "role": "worker", "address": "192.0.2.21", "network": network }]);
        let multicast = json!({ "membership": { "multicast": {} } });
        let change = json!({ "networks": networks, "nodes": nodes("b"), "cluster": multicast });
        let message = "nodes find each other by multicast and stand in the networks a and b";
        fires(&RULE, change, "cluster.membership", message);
        silent(&RULE, json!({ "networks": networks, "nodes": nodes("a"), "cluster": multicast }));
        silent(&RULE, json!({ "networks": networks, "nodes": nodes("b") }));
    }
}
