use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::{MembershipPlan, Plan};
use crate::rules::place;
use crate::rules::rule::rule;
use crate::value::MemberHost;

rule! {
    /// # What it does
    /// Finds a well-known list with a single host in a cluster of several nodes.
    ///
    /// # Why it matters
    /// While that one member is down nobody can join, and if it does not come back under its address every node must be
    /// restarted with another list.
    ///
    /// # Example
    /// ```toml
    /// [cluster.membership.well-known]
    /// members = ["192.0.2.11:4100"]
    /// ```
    ///
    /// # What to do
    /// Leave the list out: every node that has an address is listed then. Or name at least two:
    ///
    /// ```toml
    /// [cluster.membership.well-known]
    /// members = ["192.0.2.11:4100", "192.0.2.21-22:4100"]
    /// ```
    Warning "well-known-single": "there is one well-known member only";
    source: "Clustering Guide 4.4.x, «Membership schemes»: two well-known members at least"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let MembershipPlan::WellKnown { members, said, .. } = &plan.cluster.membership else { return };
    let [only] = members.as_ref() else { return };
    if !plan.cluster.enabled || plan.nodes.len() < 2 || matches!(only.host, MemberHost::Range(_)) {
        return;
    }
    let message = format!("{} is the only well-known member: while it is down no node can join", only.host);
    let at = place::membership(plan, "members");
    let finding = RULE.finding(message, "list every node that has an address").at(at.clone());
    let listed = plan.nodes.iter().filter(|node| node.address.is_some()).count();
    notes.push(if *said && listed > 1 {
        finding.fix(Fix::safe("list every node").set(at, serde_json::Value::Null))
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
    fn two_members_are_known_at_least() {
        let said = |members| json!({ "cluster": { "membership": { "well-known": { "members": members } } } });
        let message = "192.0.2.11 is the only well-known member: while it is down no node can join";
        let found = fires(&RULE, said(json!(["192.0.2.11"])), "cluster.membership.well-known.members", message);
        assert!(found.fix.is_some());
        let change =
            json!({ "nodes": [{ "role": "manager", "address": "192.0.2.11" }, { "role": "worker", "count": 2 }] });
        fires(&RULE, change, "cluster.membership.well-known.members", message);
        silent(&RULE, said(json!(["192.0.2.11-12"])));
        silent(&RULE, said(json!(["192.0.2.11", "192.0.2.21"])));
    }
}
