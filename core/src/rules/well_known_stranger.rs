use crate::diagnostic::Diagnostic;
use crate::plan::{MembershipPlan, Plan};
use crate::rules::place;
use crate::rules::rule::rule;
use crate::value::Address;
use std::collections::BTreeSet;

rule! {
    /// # What it does
    /// Finds entries of a written well-known list behind which no node of the design stands.
    ///
    /// # Why it matters
    /// Every node calls each entry when it starts and again while it waits for members. A call to a machine that is not
    /// there costs its whole time-out; a call to another cluster's node is refused.
    ///
    /// # Example
    /// ```toml
    /// [cluster.membership.well-known]
    /// members = ["192.0.2.11:4100", "192.0.2.21-22:4100", "192.0.2.99:4100"]
    /// ```
    ///
    /// # What to do
    /// Take the entry out, or add the node that it names:
    ///
    /// ```toml
    /// [cluster.membership.well-known]
    /// members = ["192.0.2.11:4100", "192.0.2.21-22:4100"]
    /// ```
    Warning "well-known-stranger": "a well-known member is no node of the cluster";
    source: "Clustering Guide 4.4.x, «Membership schemes»"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let MembershipPlan::WellKnown { members, said: true, .. } = &plan.cluster.membership else { return };
    // A node whose address is not known yet may be the one.
    if !plan.cluster.enabled || plan.nodes.iter().any(|node| node.address.is_none()) {
        return;
    }
    let addresses: BTreeSet<&Address> = plan.nodes.iter().filter_map(|node| node.address.as_ref()).collect();
    for (number, member) in members.iter().enumerate() {
        if !addresses.iter().any(|address| member.host.covers(address)) {
            let message = format!("the well-known member {} is no node of this cluster", member.host);
            let help = "take it out, or add the node that it names";
            notes.push(RULE.finding(message, help).at(place::membership(plan, "members").index(number)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn every_entry_is_a_node() {
        let said = |members| json!({ "cluster": { "membership": { "well-known": { "members": members } } } });
        fires(
            &RULE,
            said(json!(["192.0.2.11", "192.0.2.31-40"])),
            "cluster.membership.well-known.members[1]",
            "the well-known member 192.0.2.31-40 is no node of this cluster",
        );
        silent(&RULE, said(json!(["192.0.2.11", "192.0.2.21-30"])));
    }
}
