use crate::diagnostic::Diagnostic;
use crate::plan::{MembershipPlan, Node, Plan};
use crate::rules::place::{at_each, list};
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds nodes without an address in a cluster by well-known addresses.
    ///
    /// # Why it matters
    /// Such a node joins through those that are listed. After a partition of the network it can come back through them
    /// only: with one member port on every host, a node that joins late never learns of other members that are not in
    /// the list.
    ///
    /// # Example
    /// ```toml
    /// nodes = [{ role = "manager", address = "192.0.2.11" }, { role = "worker", count = 2 }]
    /// ```
    ///
    /// # What to do
    /// Write the addresses, or take a scheme that finds members by itself:
    ///
    /// ```toml
    /// nodes = [{ role = "manager", address = "192.0.2.11" }, { role = "worker", addresses = "192.0.2.21-22" }]
    /// ```
    Warning "well-known-unlisted": "a node has no address for the well-known list";
    source: "Kernel 4.4.40, WKABasedMembershipScheme; hazelcast/hazelcast#20331"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let MembershipPlan::WellKnown { members, .. } = &plan.cluster.membership else { return };
    let unlisted: Vec<&Node> = plan.nodes.iter().filter(|node| node.address.is_none()).collect();
    if !plan.cluster.enabled || members.is_empty() || unlisted.is_empty() || plan.delivery.finds_members() {
        return;
    }
    let names = list(unlisted.iter().map(|node| &node.name));
    let message = format!("no well-known list can name {names}: no address is said");
    let help = "write addresses, or take a scheme that finds members by itself: aws, kubernetes, multicast";
    notes.push(at_each(RULE.finding(message, help), unlisted.iter().map(|node| node.at.clone())));
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn well_known_nodes_have_addresses() {
        let nodes = json!([{ "role": "manager", "address": "192.0.2.11" }, { "role": "worker", "count": 2 }]);
        let message = "no well-known list can name worker-1 and worker-2: no address is said";
        fires(&RULE, json!({ "nodes": nodes }), "nodes[1]", message);
        silent(&RULE, json!({ "nodes": nodes, "cluster": { "membership": { "multicast": {} } } }));
    }
}
