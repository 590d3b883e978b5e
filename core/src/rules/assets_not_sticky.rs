use crate::catalogue::Feature;
use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::{Plan, Purpose};
use crate::rules::place;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds a store and a publisher of assets before which clients are not tied to a node.
    ///
    /// # Why it matters
    /// Both keep the sign-in in one node's memory: the next request asks for it again. And two nodes that write the same asset at once lock
    /// each other out in the shared registry («Deadlock found»).
    ///
    /// # Example
    /// ```toml
    /// product = "greg"
    /// release = "5.4.0"
    /// pattern = "symmetric"
    /// nodes = [{ addresses = "192.0.2.11-12" }]
    /// balancers = [{ sticky = "never" }]
    /// ```
    ///
    /// # What to do
    /// Leave `sticky` out:
    ///
    /// ```toml
    /// product = "greg"
    /// release = "5.4.0"
    /// pattern = "symmetric"
    /// nodes = [{ addresses = "192.0.2.11-12" }]
    /// balancers = [{}]
    /// ```
    Warning "assets-not-sticky": "users of store and publisher lose their sign-in";
    source: "Clustering Guide 4.4.x, «Clustering Governance Registry»; api-manager#3256"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    if !plan.has(Feature::AssetStore) || plan.serving().count() < 2 {
        return;
    }
    for front in &plan.fronts {
        let mut services =
            front.upstreams.iter().filter(|upstream| upstream.purpose == Purpose::Service && upstream.tls);
        if services.any(|upstream| upstream.affinity.is_none()) {
            let at = place::balancer(front, "sticky");
            let message =
                format!("{} ties no client to a node, and store and publisher keep the sign-in in one", front.name);
            let fix = Fix::safe("tie clients to nodes").set(at.clone(), serde_json::Value::Null);
            notes.push(RULE.finding(message, "leave `sticky` out").at(at).fix(fix));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn users_stay_with_the_node_that_knows_them() {
        let change = |product: &str, release: &str, sticky: &str| {
            json!({
                "product": product, "release": release, "pattern": "symmetric",
                "nodes": [{ "addresses": "192.0.2.11-12" }], "balancers": [{ "sticky": sticky }],
            })
        };
        let message = "lb ties no client to a node, and store and publisher keep the sign-in in one";
        fires(&RULE, change("greg", "5.4.0", "never"), "balancers[0].sticky", message);
        silent(&RULE, change("greg", "5.4.0", "always"));
        silent(&RULE, change("dss", "3.5.1", "never"));
    }
}
