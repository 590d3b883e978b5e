use crate::catalogue::Feature;
use crate::design::Role;
use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::Plan;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Notes read-only mounts on workers of a product that does not need them.
    ///
    /// # Why it matters
    /// The older guide has them, the later one does not. Whatever a worker writes, such as a cached WSDL or the state
    /// of a message processor, fails with an exception.
    ///
    /// # Example
    /// ```toml
    /// registry.read-only-workers = true
    /// ```
    ///
    /// # What to do
    /// Keep it where hardened workers are the aim and nothing on them writes. Otherwise leave it out:
    ///
    /// ```toml
    /// registry.mounts = true
    /// ```
    Advice "workers-read-only": "workers may not write to the registry";
    source: "Clustering Guide 4.2.0, «Setting up the database» (read-only) and 4.4.x (writable)"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let read_only = plan.registry.as_ref().is_some_and(|registry| registry.read_only_workers);
    if !plan.has(Feature::ProcessEngine) && read_only && plan.of_role(Role::Worker).next().is_some() {
        let at = "registry.read-only-workers";
        let message = format!("whatever a worker of {} writes to the registry fails", plan.product.name);
        let fix = Fix::unsafe_("let workers write").set(at, serde_json::Value::Null);
        notes.push(RULE.finding(message, "leave the setting out unless nothing on workers writes").at(at).fix(fix));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn workers_may_write_where_nothing_forbids_it() {
        let change = |product: &str, release: &str| {
            json!({
                "product": product,
                "release": release,
                "registry": { "read-only-workers": true },
            })
        };
        let message = "whatever a worker of WSO2 Enterprise Service Bus writes to the registry fails";
        fires(&RULE, change("esb", "5.0.0"), "registry.read-only-workers", message);
        silent(&RULE, change("bps", "3.6.0"));
        silent(&RULE, json!({}));
    }
}
