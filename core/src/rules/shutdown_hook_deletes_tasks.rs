use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::Plan;
use crate::rules::place;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds `hazelcast.shutdownhook.enabled=false` on releases whose shutdown then deletes tasks.
    ///
    /// # Why it matters
    /// The manual recommends the line. On these releases, without later updates, a node that is stopped properly
    /// removes its tasks and message processors from the registry, and no other node runs them any more.
    ///
    /// # Example
    /// ```toml
    /// product = "ei"
    /// release = "6.4.0"
    /// cluster.hazelcast = { "hazelcast.shutdownhook.enabled" = "false" }
    /// ```
    ///
    /// # What to do
    /// Leave the line out, or install the product's updates first:
    ///
    /// ```toml
    /// product = "ei"
    /// release = "6.4.0"
    /// ```
    Warning "shutdown-hook-deletes-tasks": "a graceful shutdown would delete scheduled tasks";
    source: "wso2/product-ei#2353, #2357, #2999"
}

const KEY: &str = "hazelcast.shutdownhook.enabled";

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let off = plan.cluster.hazelcast.iter().any(|(key, value)| key.as_str() == KEY && value.as_str().trim() == "false");
    if plan.cluster.enabled && off && plan.release.shutdown_hook_off_deletes_tasks {
        let at = place::hazelcast(KEY);
        let (name, release) = (plan.product.name, plan.release.version);
        let message = format!("{KEY}=false makes a shutdown of {name} {release} delete scheduled tasks");
        let fix = Fix::safe("leave the line out").set(at.clone(), serde_json::Value::Null);
        notes.push(RULE.finding(message, "leave the line out, or install the product's updates").at(at).fix(fix));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn some_releases_delete_tasks() {
        let change = |release: &str| {
            let hazelcast = json!({ "hazelcast.shutdownhook.enabled": "false" });
            json!({ "product": "ei", "release": release, "cluster": { "hazelcast": hazelcast } })
        };
        fires(
            &RULE,
            change("6.4.0"),
            "cluster.hazelcast.\"hazelcast.shutdownhook.enabled\"",
            "hazelcast.shutdownhook.enabled=false makes a shutdown of WSO2 Enterprise Integrator (integrator profile) 6.4.0 \
             delete scheduled tasks",
        );
        silent(&RULE, change("6.5.0"));
        silent(&RULE, json!({ "product": "ei", "release": "6.4.0" }));
    }
}
