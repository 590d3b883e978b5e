use crate::design::{Pattern, Role};
use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Notes that a cluster has one manager.
    ///
    /// # Why it matters
    /// Workers go on serving while the manager is down, but nothing can be deployed and nobody can log in to the
    /// console.
    ///
    /// # Example
    /// ```toml
    /// pattern = "worker-manager-1"
    /// ```
    ///
    /// # What to do
    /// Nothing, if that is acceptable: it is what the pattern is for. Otherwise take pattern 2 with two managers, of
    /// which one stands by:
    ///
    /// ```toml
    /// pattern = "worker-manager-2"
    /// nodes = [{ role = "manager", addresses = "192.0.2.11-12" }, { role = "worker", addresses = "192.0.2.21-22" }]
    /// ```
    Advice "one-manager": "administration stops with its only manager";
    source: "Clustering Guide 4.2.0, «Worker/manager separated clustering patterns», pattern 1"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let mut managers = plan.of_role(Role::Manager);
    // A pattern that needs more has a warning of its own.
    if let (Pattern::WorkerManager1, Some(only), None) = (plan.pattern.pattern, managers.next(), managers.next()) {
        let message = format!("{} is the only manager: while it is down nothing can be deployed", only.name);
        let help = "take pattern `worker-manager-2` if administration must survive the loss of a machine";
        notes.push(RULE.finding(message, help).at("pattern").at(only.at.clone()));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn a_second_manager_of_pattern_1_is_enough() {
        fires(&RULE, json!({}), "pattern", "manager-1 is the only manager: while it is down nothing can be deployed");
        silent(&RULE, json!({ "nodes": [{ "role": "manager", "count": 2 }, { "role": "worker", "count": 2 }] }));
        silent(&RULE, json!({ "pattern": "symmetric", "nodes": [{ "count": 2 }] }));
    }
}
