use crate::diagnostic::Diagnostic;
use crate::plan::{MembershipPlan, Plan};
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Notes that not every node fits into the well-known list.
    ///
    /// # Why it matters
    /// Every node writes the list and calls its entries, so the list is bounded: with a thousand entries a start would
    /// be a thousand calls. Nodes outside of it join through the listed ones.
    ///
    /// # Example
    /// ```toml
    /// nodes = [{ role = "manager", address = "192.0.2.1" }, { role = "worker", addresses = "192.0.2.2-80" }]
    /// ```
    ///
    /// # What to do
    /// Nothing: managers come first in the list. A cluster of this size is better found by a scheme that asks the
    /// platform:
    ///
    /// ```toml
    /// nodes = [{ role = "manager", address = "192.0.2.1" }, { role = "worker", addresses = "192.0.2.2-80" }]
    /// cluster.membership.aws = { iam-role = "wso2", region = "eu-west-1" }
    /// ```
    Advice "well-known-truncated": "there are more nodes than the well-known list holds";
    source: ""
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let MembershipPlan::WellKnown { members, left_out: left_out @ 1.., .. } = &plan.cluster.membership else { return };
    if plan.cluster.enabled {
        let listed = members.len();
        let message = format!("the well-known list holds {listed} nodes, and {left_out} more join through them");
        let help = "a scheme that asks the platform (aws, kubernetes) suits a cluster of this size";
        notes.push(RULE.finding(message, help).at("cluster.membership"));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn the_list_is_bounded() {
        let nodes =
            |last: u8| json!({ "pattern": "symmetric", "nodes": [{ "addresses": format!("192.0.2.1-{last}") }] });
        let message = "the well-known list holds 64 nodes, and 1 more join through them";
        fires(&RULE, nodes(65), "cluster.membership", message);
        silent(&RULE, nodes(64));
    }
}
