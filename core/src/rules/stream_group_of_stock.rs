use crate::catalogue::Feature;
use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::Plan;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds a pair of stream workers whose group is `sp`.
    ///
    /// # Why it matters
    /// Workers of one group on one database form a pair, whoever they are. `sp` is the group of every such product that nobody changed:
    /// a third worker with it, or a second pair, would take a place in this one and its events would be lost or counted twice.
    ///
    /// # Example
    /// ```toml
    /// product = "ei-analytics"
    /// release = "6.5.0"
    /// pattern = "minimum-ha"
    /// nodes = [{ role = "analytics", addresses = "192.0.2.11-12" }, { role = "dashboard", address = "192.0.2.21" }]
    /// cluster.domain = "sp"
    /// ```
    ///
    /// # What to do
    /// Leave the domain out for the product's own, or write one of your own:
    ///
    /// ```toml
    /// product = "ei-analytics"
    /// release = "6.5.0"
    /// pattern = "minimum-ha"
    /// nodes = [{ role = "analytics", addresses = "192.0.2.11-12" }, { role = "dashboard", address = "192.0.2.21" }]
    /// cluster.domain = "ei.analytics.prod"
    /// ```
    Warning "stream-group-of-stock": "the workers' group is the one that every product comes with";
    source: "EI 6.5.0, conf/worker/deployment.yaml: `groupId: sp`"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    if plan.has(Feature::StreamProcessor) && plan.domain().to_string() == "sp" {
        let message = "sp is the group of every pair of workers that nobody changed";
        let fix = Fix::unsafe_(format!("take {}", plan.product.domain)).set("cluster.domain", serde_json::Value::Null);
        notes.push(RULE.finding(message, "give the pair a group of its own").at("cluster.domain").fix(fix));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn a_pair_has_a_group_of_its_own() {
        let pair = |domain: &str| {
            json!({
                "product": "ei-analytics", "release": "6.5.0", "pattern": "minimum-ha",
                "nodes": [{ "role": "analytics", "addresses": "192.0.2.11-12" }, { "role": "dashboard", "address": "192.0.2.21" }],
                "cluster": { "domain": domain },
            })
        };
        fires(&RULE, pair("sp"), "cluster.domain", "sp is the group of every pair of workers that nobody changed");
        silent(&RULE, pair("stats.prod"));
        silent(&RULE, json!({ "cluster": { "domain": "sp" } }));
    }
}
