use crate::catalogue::Feature;
use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::Plan;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Notes a Hazelcast cluster of a product whose nodes tell each other everything by events.
    ///
    /// # Why it matters
    /// No pattern of API Manager 4 has one. The kernel can, and then it drops changed entries from the others' caches, instead of the
    /// event hub. It is one more port between all nodes, neither encrypted nor authenticated, and one more thing that may split.
    ///
    /// # Example
    /// ```toml
    /// product = "apim"
    /// release = "4.2.0"
    /// pattern = "symmetric"
    /// nodes = [{ addresses = "192.0.2.11-12" }]
    /// cluster.domain = "apim"
    /// ```
    ///
    /// # What to do
    /// Say nothing of a cluster:
    ///
    /// ```toml
    /// product = "apim"
    /// release = "4.2.0"
    /// pattern = "symmetric"
    /// nodes = [{ addresses = "192.0.2.11-12" }]
    /// ```
    Advice "hazelcast-beside-hub": "a Hazelcast cluster that the product does not need";
    source: "API Manager 4.2.0 manual, distributed deployment"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    if plan.cluster.enabled && plan.has(Feature::EventHub) {
        let (name, release) = (plan.product.name, plan.release.version);
        let message = format!("{name} {release} needs no Hazelcast cluster: its nodes tell each other by events");
        let fix = Fix::unsafe_("leave the cluster out").set("cluster", serde_json::Value::Null);
        notes.push(RULE.finding(message, "leave `cluster` out").at("cluster").fix(fix));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn events_do_what_a_cluster_did() {
        let change = |release: &str, cluster: serde_json::Value| {
            let nodes = json!([{ "addresses": "192.0.2.11-12" }]);
            json!({ "product": "apim", "release": release, "pattern": "symmetric", "nodes": nodes, "cluster": cluster })
        };
        let message = "WSO2 API Manager 4.3.0 needs no Hazelcast cluster: its nodes tell each other by events";
        fires(&RULE, change("4.3.0", json!({ "domain": "apim" })), "cluster", message);
        silent(&RULE, change("4.3.0", json!({})));
        silent(&RULE, change("3.2.0", json!({ "domain": "apim" })));
    }
}
