use crate::catalogue::Feature;
use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::{Plan, Purpose};
use crate::rules::place;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds Identity Server behind a load balancer that ties nobody to a node.
    ///
    /// # Why it matters
    /// Sessions of single sign-on are in the database, but the pages around them are not: the dashboard returns to its sign-in,
    /// recovery of a password ends in an error, and a sign-out finds nobody signed in (product-is#11313, #12024, #15030).
    ///
    /// # Example
    /// ```toml
    /// product = "is"
    /// release = "5.8.0"
    /// pattern = "symmetric"
    /// nodes = [{ addresses = "192.0.2.11-12" }]
    /// balancers = [{ sticky = "never" }]
    /// ```
    ///
    /// # What to do
    /// Leave the setting out:
    ///
    /// ```toml
    /// product = "is"
    /// release = "5.8.0"
    /// pattern = "symmetric"
    /// nodes = [{ addresses = "192.0.2.11-12" }]
    /// balancers = [{ redirect-http = true }]
    /// ```
    Warning "sign-in-not-sticky": "pages for signing in need stickiness, and it is switched off";
    source: "IS 5.8.0 manual, deployment pattern 1, fronting with a load balancer; product-is#11313, #12024"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    // Where the pattern ties clients to nodes another rule speaks.
    if !plan.has(Feature::Identity) || plan.pattern.sticky_services {
        return;
    }
    for front in &plan.fronts {
        let mut services = front.upstreams.iter().filter(|it| it.purpose == Purpose::Service && it.servers.len() > 1);
        if services.any(|upstream| upstream.affinity.is_none()) {
            let at = place::balancer(front, "sticky");
            let message =
                format!("{} ties no client to a node, and pages for signing in are known to one only", front.name);
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
    fn who_signs_in_stays_with_a_node() {
        let change = |product: &str, release: &str, sticky: &str| {
            json!({
                "product": product, "release": release, "pattern": "symmetric",
                "nodes": [{ "addresses": "192.0.2.11-12" }], "balancers": [{ "sticky": sticky }],
            })
        };
        let message = "lb ties no client to a node, and pages for signing in are known to one only";
        for sticky in ["never", "https"] {
            fires(&RULE, change("is", "5.8.0", sticky), "balancers[0].sticky", message);
        }
        silent(&RULE, change("is", "5.8.0", "always"));
        silent(&RULE, change("as", "5.3.0", "never"));
    }
}
