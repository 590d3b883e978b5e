use crate::design::Role;
use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::rules::rule::rule;
use crate::value::Address;
use std::collections::BTreeMap;

rule! {
    /// # What it does
    /// Notes managers that have the same address as a worker.
    ///
    /// # Why it matters
    /// Workers face the clients, managers can change everything. On one machine a flood of requests slows the console
    /// down, and whoever breaks out of a worker is beside the manager's keys.
    ///
    /// # Example
    /// ```toml
    /// nodes = [{ role = "manager", address = "192.0.2.21" }, { role = "worker", addresses = "192.0.2.21-22" }]
    /// ```
    ///
    /// # What to do
    /// Give managers machines of their own:
    ///
    /// ```toml
    /// nodes = [{ role = "manager", address = "192.0.2.11" }, { role = "worker", addresses = "192.0.2.21-22" }]
    /// ```
    Advice "manager-beside-worker": "a manager shares a machine with a worker";
    source: "Clustering Guide 4.2.0, «Worker/manager separated clustering patterns»"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let workers: BTreeMap<&Address, _> =
        plan.of_role(Role::Worker).filter_map(|node| Some((node.address.as_ref()?, node))).collect();
    for manager in plan.of_role(Role::Manager) {
        if let Some(worker) = manager.address.as_ref().and_then(|address| workers.get(address)) {
            let message = format!("{} shares its machine with {}, which faces the clients", manager.name, worker.name);
            let help = "put managers on machines that clients do not reach";
            notes.push(RULE.finding(message, help).at(manager.at.clone()).at(worker.at.clone()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn a_manager_has_a_machine_of_its_own() {
        let nodes =
            json!([{ "role": "manager", "address": "192.0.2.22" }, { "role": "worker", "addresses": "192.0.2.21-22" }]);
        let message = "manager-1 shares its machine with worker-2, which faces the clients";
        fires(&RULE, json!({ "nodes": nodes }), "nodes[0]", message);
        silent(&RULE, json!({ "nodes": [{ "role": "manager", "count": 1 }, { "role": "worker", "count": 2 }] }));
    }
}
