use crate::catalogue::Roles;
use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::Plan;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds a worker/manager pattern for a product whose manual has none.
    ///
    /// # Why it matters
    /// Its configuration comes with `nonWorkerManager`, and its worker profile is not what is tested and updated. It
    /// may start, and it is on nobody's list when it does not.
    ///
    /// # Example
    /// ```toml
    /// product = "ei"
    /// release = "6.5.0"
    /// ```
    ///
    /// # What to do
    /// Make the nodes equal:
    ///
    /// ```toml
    /// product = "ei"
    /// release = "6.5.0"
    /// pattern = "symmetric"
    /// nodes = [{ addresses = "192.0.2.11-12" }]
    /// ```
    Warning "pattern-dropped": "the product has no managers and workers any more";
    source: "Enterprise Integrator 6, «Clustering»: all nodes are equal"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    if plan.product.worker_manager || !matches!(plan.pattern.roles, Roles::WorkerManager { .. }) {
        return;
    }
    let message = format!("the manual of {} has no managers and workers: all nodes are equal", plan.product.name);
    let mut places: Vec<_> = plan.nodes.iter().map(|node| node.at.clone().key("role")).collect();
    places.sort();
    places.dedup();
    let fix = Fix::unsafe_("make the nodes equal").set("pattern", "symmetric");
    let fix = places.into_iter().fold(fix, |fix, at| fix.set(at, serde_json::Value::Null));
    notes.push(RULE.finding(message, "take the pattern `symmetric` and leave the roles out").at("pattern").fix(fix));
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn enterprise_integrator_has_equal_nodes() {
        let message = "the manual of WSO2 Enterprise Integrator (integrator profile) has no managers and workers: \
                       all nodes are equal";
        fires(&RULE, json!({ "product": "ei", "release": "6.5.0" }), "pattern", message);
        silent(&RULE, json!({ "product": "ei", "release": "6.5.0", "pattern": "symmetric", "nodes": [] }));
        silent(&RULE, json!({}));
    }
}
