use crate::design::DatabaseUse;
use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::Plan;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds a clustered pattern with a shared database whose registry is not mounted.
    ///
    /// # Why it matters
    /// Resources, and what products keep in the registry, exist on the node where somebody made them. Each node works
    /// with a configuration of its own, and the console shows whichever it asked.
    ///
    /// # Example
    /// ```toml
    /// registry.mounts = false
    /// ```
    ///
    /// # What to do
    /// Leave the setting out:
    ///
    /// ```toml
    /// registry.config-path = "/_system/esbNodes"
    /// ```
    Warning "registry-apart": "every node has a registry of its own";
    source: "Clustering Guide 4.4.x, «Sharing databases in a cluster»"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let has_one = plan.release.line.database(DatabaseUse::Registry).is_some();
    if has_one && plan.registry.is_none() && plan.pattern.shared_database && plan.nodes.len() > 1 {
        let message = format!("{} nodes have a registry each: nothing is mounted", plan.nodes.len());
        let fix = Fix::safe("mount the shared registry").set("registry.mounts", serde_json::Value::Null);
        notes.push(RULE.finding(message, "leave the setting out").at("registry.mounts").fix(fix));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn a_cluster_mounts_its_registry() {
        let mounts = |mounts: bool| json!({ "registry": { "mounts": mounts } });
        fires(&RULE, mounts(false), "registry.mounts", "3 nodes have a registry each: nothing is mounted");
        silent(&RULE, mounts(true));
        silent(&RULE, json!({ "pattern": "independent", "registry": { "mounts": false } }));
    }
}
