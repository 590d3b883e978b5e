use crate::catalogue::Roles;
use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds equal nodes in one cluster of a release that came with `clusteringPattern` set to `WorkerManager`.
    ///
    /// # Why it matters
    /// Only workers run scheduled tasks, message processors and polling inbound endpoints then, and equal nodes are
    /// none. The value `nonWorkerManager` makes every node run them, but the release as it came out does not know that
    /// value.
    ///
    /// # Example
    /// ```toml
    /// pattern = "symmetric"
    /// nodes = [{ addresses = "192.0.2.11-12" }]
    /// ```
    ///
    /// # What to do
    /// Install the product's updates on every node (2018-05-23 or later), or take a worker/manager pattern:
    ///
    /// ```toml
    /// pattern = "worker-manager-2"
    /// nodes = [{ role = "manager", addresses = "192.0.2.11-12" }, { role = "worker", addresses = "192.0.2.21-22" }]
    /// ```
    Warning "symmetric-needs-update": "equal nodes run no task without an update";
    source: "Update of 2018-05-23 for `nonWorkerManager`; NTaskTaskManager and InboundRunner"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let shipped_for_workers = plan.release.clustering_pattern && plan.product.worker_manager;
    if plan.cluster.enabled && shipped_for_workers && matches!(plan.pattern.roles, Roles::Equal(_)) {
        let (name, release) = (plan.product.name, plan.release.version);
        let message = format!("equal nodes of {name} {release} run no scheduled task without the update of 2018-05-23");
        let help = "install the product's updates on every node, or take a worker/manager pattern";
        notes.push(RULE.finding(message, help).at("pattern").at("release"));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn the_first_release_with_the_setting_needs_an_update() {
        let change = |product: &str, release: &str| json!({ "product": product, "release": release, "pattern": "symmetric", "nodes": [{ "count": 2 }] });
        fires(
            &RULE,
            change("esb", "5.0.0"),
            "pattern",
            "equal nodes of WSO2 Enterprise Service Bus 5.0.0 run no scheduled task without the update of 2018-05-23",
        );
        silent(&RULE, change("esb", "4.9.0"));
        silent(&RULE, change("ei", "6.5.0"));
        silent(&RULE, json!({ "pattern": "independent" }));
    }
}
