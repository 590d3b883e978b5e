use crate::catalogue::Feature;
use crate::design::Role;
use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::Plan;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds writable mounts on workers of a product that takes its slaves from them.
    ///
    /// # Why it matters
    /// The role of a node is read off its mount. Workers that may write are masters: each gives deployed packages
    /// versions of its own, and no slave waits for them.
    ///
    /// # Example
    /// ```toml
    /// product = "bps"
    /// release = "3.6.0"
    /// registry.read-only-workers = false
    /// ```
    ///
    /// # What to do
    /// Leave the setting out:
    ///
    /// ```toml
    /// product = "bps"
    /// release = "3.6.0"
    /// ```
    Error "workers-must-read-only": "workers would be masters";
    source: "Clustering Guide 4.2.0, «Clustering Business Process Server»; TenantProcessStoreImpl"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let writable = plan.registry.as_ref().is_some_and(|registry| !registry.read_only_workers);
    if plan.has(Feature::ProcessEngine) && writable && plan.of_role(Role::Worker).next().is_some() {
        let at = "registry.read-only-workers";
        let message = format!("a worker of {} that may write to its registry is a master", plan.product.name);
        let fix = Fix::safe("let workers only read").set(at, serde_json::Value::Null);
        notes.push(RULE.finding(message, "leave the setting out").at(at).fix(fix));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn slaves_only_read() {
        let change = |product: &str, release: &str, read_only: bool| {
            json!({
                "product": product,
                "release": release,
                "registry": { "read-only-workers": read_only },
            })
        };
        let message = "a worker of WSO2 Business Process Server that may write to its registry is a master";
        fires(&RULE, change("bps", "3.6.0", false), "registry.read-only-workers", message);
        silent(&RULE, change("bps", "3.6.0", true));
        silent(&RULE, change("esb", "5.0.0", false));
    }
}
