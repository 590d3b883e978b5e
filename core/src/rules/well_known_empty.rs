use crate::diagnostic::Diagnostic;
use crate::plan::{MembershipPlan, Plan};
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds a cluster by well-known addresses in which no node has an address and no list is written.
    ///
    /// # Why it matters
    /// The list that every node reads would be empty, so no node would ever look for another one.
    ///
    /// # Example
    /// ```toml
    /// nodes = [{ role = "manager", count = 1 }, { role = "worker", count = 2 }]
    /// ```
    ///
    /// # What to do
    /// Give the managers, at least, fixed addresses; or take a scheme that finds members by itself:
    ///
    /// ```toml
    /// nodes = [{ role = "manager", count = 1 }, { role = "worker", count = 2 }]
    /// cluster.membership.aws = { iam-role = "wso2", region = "eu-west-1" }
    /// ```
    Error "well-known-empty": "no well-known member has an address";
    source: "Clustering Guide 4.4.x, «Membership schemes»: at least one well-known member must be up"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let MembershipPlan::WellKnown { members, .. } = &plan.cluster.membership else { return };
    if plan.cluster.enabled && members.is_empty() && !plan.nodes.is_empty() && !plan.delivery.finds_members() {
        let message = "nodes find each other by well-known addresses, and no node has an address";
        let help = "give nodes addresses, or take a scheme that finds members by itself: aws, kubernetes, multicast";
        notes.push(RULE.finding(message, help).at("cluster.membership").at("nodes"));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn somebody_must_be_known() {
        let nodes = json!([{ "role": "manager", "count": 1 }, { "role": "worker", "count": 2 }]);
        let message = "nodes find each other by well-known addresses, and no node has an address";
        fires(&RULE, json!({ "nodes": nodes }), "cluster.membership", message);
        let said = json!({ "membership": { "well-known": { "members": ["192.0.2.11"] } } });
        silent(&RULE, json!({ "nodes": nodes, "cluster": said }));
        silent(&RULE, json!({ "nodes": nodes, "pattern": "independent" }));
    }
}
