use crate::design::{Pattern, Role};
use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::rules::rule::rule;
use std::collections::BTreeSet;

rule! {
    /// # What it does
    /// Notes that a design of pattern 3 declares its networks, and managers and workers stand in the same one.
    ///
    /// # Why it matters
    /// The pattern has a load balancer of its own for the managers so that administration can stay in an inner network.
    /// In one network with the workers, that second load balancer keeps nobody out.
    ///
    /// # Example
    /// ```toml
    /// pattern = "worker-manager-3"
    /// networks = [{ name = "all", cidr = "192.0.2.0/24" }]
    /// nodes = [{ role = "manager", addresses = "192.0.2.11-12" }, { role = "worker", addresses = "192.0.2.21-22" }]
    /// ```
    ///
    /// # What to do
    /// Declare an inner network for the managers and their load balancer, or take pattern 2, which needs one load
    /// balancer less:
    ///
    /// ```toml
    /// pattern = "worker-manager-3"
    /// networks = [{ name = "inner", cidr = "198.51.100.0/24" }, { name = "outer", cidr = "192.0.2.0/24" }]
    /// nodes = [{ role = "manager", addresses = "198.51.100.11-12" }, { role = "worker", addresses = "192.0.2.21-22" }]
    /// ```
    Advice "one-network": "pattern 3 keeps managers and workers in one network";
    source: "Clustering Guide 4.2.0, «Worker/manager separated clustering patterns», pattern 3"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let declared = plan.networks.len() > 1 || plan.networks.iter().any(|network| network.cidr.is_some());
    if plan.pattern.pattern != Pattern::WorkerManager3 || !declared {
        return;
    }
    let of = |role| plan.of_role(role).map(|node| node.network.as_str()).collect::<BTreeSet<&str>>();
    let (managers, workers) = (of(Role::Manager), of(Role::Worker));
    if let Some(shared) = managers.intersection(&workers).next() {
        let message =
            format!("managers and workers stand in the network {shared}, and pattern 3 is there to part them");
        notes.push(
            RULE.finding(message, "declare a network for the managers, or take `worker-manager-2`").at("networks"),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn only_declared_networks_count() {
        let nodes = json!([{ "role": "manager", "count": 2 }, { "role": "worker", "count": 2 }]);
        let networks = json!([{ "name": "a" }, { "name": "b" }]);
        let message = "managers and workers stand in the network a, and pattern 3 is there to part them";
        let change = json!({ "pattern": "worker-manager-3", "nodes": nodes, "networks": networks });
        fires(&RULE, change, "networks", message);
        silent(&RULE, json!({ "pattern": "worker-manager-3", "nodes": nodes }));
        silent(&RULE, json!({ "pattern": "worker-manager-2", "nodes": nodes, "networks": networks }));
    }
}
