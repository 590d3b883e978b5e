use crate::catalogue::Feature;
use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds a product with a process engine in a pattern without a cluster.
    ///
    /// # Why it matters
    /// A process instance lives in one node's database. A message that the load balancer sends to another node finds no
    /// instance to go on with, and human tasks show on one node only.
    ///
    /// # Example
    /// ```toml
    /// product = "bps"
    /// release = "3.6.0"
    /// pattern = "independent"
    /// nodes = [{ addresses = "192.0.2.11-12" }]
    /// ```
    ///
    /// # What to do
    /// Take a pattern with a cluster and a shared database:
    ///
    /// ```toml
    /// product = "bps"
    /// release = "3.6.0"
    /// pattern = "worker-manager-2"
    /// nodes = [{ role = "manager", addresses = "192.0.2.11-12" }, { role = "worker", addresses = "192.0.2.21-22" }]
    /// ```
    Warning "processes-apart": "process engines share nothing";
    source: "Clustering Guide 4.2.0, «Clustering Business Process Server»"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    if plan.has(Feature::ProcessEngine) && !plan.pattern.clustering && plan.nodes.len() > 1 {
        let message =
            format!("nodes of {} form no cluster, so that each knows its own processes only", plan.product.name);
        notes.push(RULE.finding(message, "take a pattern with a cluster and a shared database").at("pattern"));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn process_engines_form_a_cluster() {
        let change = |product: &str, release: &str, pattern: &str| {
            let nodes = json!([{ "addresses": "192.0.2.11-12" }]);
            json!({ "product": product, "release": release, "pattern": pattern, "nodes": nodes })
        };
        fires(
            &RULE,
            change("bps", "3.5.1", "independent"),
            "pattern",
            "nodes of WSO2 Business Process Server form no cluster, so that each knows its own processes only",
        );
        silent(&RULE, change("bps", "3.5.1", "symmetric"));
        silent(&RULE, change("esb", "5.0.0", "independent"));
    }
}
