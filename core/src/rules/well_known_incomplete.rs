use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::{MembershipPlan, Node, Plan, WELL_KNOWN_LIMIT};
use crate::rules::known::Known;
use crate::rules::place::{self, at_each, list};
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Compares a list that the design writes with the nodes that have addresses.
    ///
    /// # Why it matters
    /// A node that joins late learns of the listed members only. After a partition of the network, parts without a
    /// listed member in them may never merge again, and each goes on with a coordinator and tasks of its own.
    ///
    /// # Example
    /// ```toml
    /// [cluster.membership.well-known]
    /// members = ["192.0.2.11:4100", "192.0.2.21:4100"]
    /// ```
    ///
    /// # What to do
    /// Leave the list out: every node that has an address is listed then. Or complete it:
    ///
    /// ```toml
    /// [cluster.membership.well-known]
    /// members = ["192.0.2.11:4100", "192.0.2.21-22:4100"]
    /// ```
    Warning "well-known-incomplete": "the well-known list leaves nodes out";
    source: "Kernel 4.4.40, WKABasedMembershipScheme; hazelcast/hazelcast#20331; Enterprise Integrator 6.5.0, «Clustering the ESB profile»"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let MembershipPlan::WellKnown { members, said: true, .. } = &plan.cluster.membership else { return };
    let known = Known::of(members);
    let missing: Vec<&Node> =
        plan.nodes.iter().filter(|node| node.address.as_ref().is_some_and(|address| !known.covers(address))).collect();
    // A list of one has a rule of its own.
    if !plan.cluster.enabled || missing.is_empty() || known.is_one() {
        return;
    }
    let message = format!("the well-known list leaves out {}", list(missing.iter().map(|node| &node.name)));
    let at = place::membership(plan, "members");
    let finding = RULE.finding(message, "list every node that has an address").at(at.clone());
    let finding = at_each(finding, missing.iter().map(|node| node.at.clone()));
    notes.push(if plan.nodes.len() <= WELL_KNOWN_LIMIT {
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
    fn a_written_list_is_complete() {
        let said = |members| json!({ "cluster": { "membership": { "well-known": { "members": members } } } });
        let message = "the well-known list leaves out worker-2";
        let found =
            fires(&RULE, said(json!(["192.0.2.11", "192.0.2.21"])), "cluster.membership.well-known.members", message);
        assert!(found.fix.is_some_and(|fix| fix.safe));
        silent(&RULE, said(json!(["192.0.2.11", "192.0.2.20-30:4100"])));
        silent(&RULE, said(json!(["192.0.2.11"])));
        silent(&RULE, json!({}));
    }
}
