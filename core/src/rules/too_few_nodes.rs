use crate::catalogue::Number;
use crate::design::{Pattern, Role};
use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::Plan;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Counts managers and workers, or equal nodes, against what the pattern needs at least.
    ///
    /// # Why it matters
    /// A pattern keeps its promise only with its least number of nodes: a single worker takes the services with it when
    /// it stops, a single manager the administration.
    ///
    /// # Example
    /// ```toml
    /// pattern = "worker-manager-2"
    /// nodes = [{ role = "manager", address = "192.0.2.11" }, { role = "worker", addresses = "192.0.2.21-22" }]
    /// ```
    ///
    /// # What to do
    /// Add nodes, or take a pattern that fits those there are:
    ///
    /// ```toml
    /// pattern = "worker-manager-1"
    /// nodes = [{ role = "manager", address = "192.0.2.11" }, { role = "worker", addresses = "192.0.2.21-22" }]
    /// ```
    Warning "too-few-nodes": "the pattern has fewer nodes than it needs";
    source: "Clustering Guide 4.2.0, «Clustering and high availability»"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    for (role, Number { least, .. }) in plan.pattern.roles.of(plan.release) {
        let word = role.name();
        let count = plan.of_role(role).count();
        // None at all is an error of its own.
        if count == 0 || count >= least {
            continue;
        }
        let message = format!("{} needs {least} {}, and the design has {count}", plan.pattern.name, role.plural());
        let finding = RULE.finding(message, format!("add a {word}, or take a pattern that needs fewer")).at("nodes");
        let alone = role == Role::Manager && plan.pattern.pattern != Pattern::WorkerManager1;
        notes.push(if alone && plan.of_role(Role::Worker).count() >= 2 {
            finding.fix(Fix::unsafe_("take the pattern with one manager").set("pattern", "worker-manager-1"))
        } else {
            finding
        });
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn a_pattern_has_a_least_number_of_each_role() {
        let change = json!({ "pattern": "worker-manager-3" });
        let found = fires(&RULE, change, "nodes", "Worker/manager pattern 3 needs 2 managers, and the design has 1");
        assert!(found.fix.is_some());
        let change = json!({ "pattern": "symmetric", "nodes": [{ "address": "192.0.2.11" }] });
        fires(&RULE, change, "nodes", "Symmetric cluster needs 2 nodes, and the design has 1");
        silent(&RULE, json!({ "pattern": "symmetric", "nodes": [{ "addresses": "192.0.2.11-12" }] }));
    }
}
