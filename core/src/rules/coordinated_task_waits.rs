use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds a release that may hand a task to a node where it never starts.
    ///
    /// # Why it matters
    /// Tasks are handed to the nodes in turn. In this release, as it first came, those of the second node may be written down as its own
    /// and not be started there.
    ///
    /// # Example
    /// ```toml
    /// product = "mi"
    /// release = "4.1.0"
    /// pattern = "symmetric"
    /// nodes = [{ addresses = "192.0.2.11-12" }]
    /// ```
    ///
    /// # What to do
    /// Install the release's updates before the first start, or take a later one:
    ///
    /// ```toml
    /// product = "mi"
    /// release = "4.2.0"
    /// pattern = "symmetric"
    /// nodes = [{ addresses = "192.0.2.11-12" }]
    /// ```
    Warning "coordinated-task-waits": "a task of the second node may never start";
    source: "product-integrator-mi#3693"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    if plan.shares_tasks() && plan.release.coordinated_task_waits && plan.nodes.len() > 1 {
        let (name, release) = (plan.product.name, plan.release.version);
        let message = format!("{name} {release} without updates may not start tasks that it hands to the second node");
        notes.push(RULE.finding(message, "install the release's updates, or take a later release").at("release"));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn a_release_needs_its_updates() {
        let change = |release: &str| {
            let nodes = json!([{ "addresses": "192.0.2.11-12" }]);
            json!({ "product": "mi", "release": release, "pattern": "symmetric", "nodes": nodes })
        };
        let message =
            "WSO2 Micro Integrator 4.1.0 without updates may not start tasks that it hands to the second node";
        fires(&RULE, change("4.1.0"), "release", message);
        silent(&RULE, change("4.2.0"));
    }
}
