use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds a worker/manager design without a single manager or without a single worker, and any design without nodes.
    ///
    /// # Why it matters
    /// Without a worker nothing serves requests; without a manager nothing has a console, takes deployments or sets the
    /// databases up.
    ///
    /// # Example
    /// ```toml
    /// nodes = [{ role = "manager", address = "192.0.2.11" }]
    /// ```
    ///
    /// # What to do
    /// Add nodes of the missing role; the pattern says how many at least.
    Error "role-without-nodes": "a role of the pattern has no node";
    source: ""
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    for (role, number) in plan.pattern.roles.of(plan.release) {
        if number.least > 0 && plan.of_role(role).next().is_none() {
            let word = role.name();
            let message = format!("the design has no {word}, and {} needs one", plan.pattern.name);
            notes.push(RULE.finding(message, format!("add a {word} under [[nodes]]")).at("nodes"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn a_cluster_needs_every_role() {
        let change = json!({ "nodes": [{ "role": "worker", "count": 3 }] });
        fires(&RULE, change, "nodes", "the design has no manager, and Worker/manager pattern 1 needs one");
        let change = json!({ "pattern": "symmetric", "nodes": [] });
        fires(&RULE, change, "nodes", "the design has no node, and Symmetric cluster needs one");
        silent(&RULE, json!({ "pattern": "symmetric", "nodes": [{ "count": 1 }] }));
    }
}
