use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds a clustered process engine of a release whose locks its own Hazelcast does not have any more.
    ///
    /// # Why it matters
    /// With `UseDistributedLock` the engine asks Hazelcast for a lock by a method that the bundled release is reported to lack
    /// (`NoSuchMethodError: HazelcastInstance.getLock`). Without that setting two nodes work on one process instance.
    ///
    /// # Example
    /// ```toml
    /// product = "ei-business-process"
    /// release = "6.6.0"
    /// ```
    ///
    /// # What to do
    /// Install the update that repairs it, and look for the error at the first start; or take the release before:
    ///
    /// ```toml
    /// product = "ei-business-process"
    /// release = "6.5.0"
    /// ```
    Warning "process-locks-fail": "the process engine's locks fail without an update";
    source: "product-ei#5470"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    if plan.release.process_locks_fail && plan.cluster.enabled {
        let message = format!(
            "without an update {} {} asks its Hazelcast for locks that it does not have",
            plan.product.name, plan.release.version
        );
        notes.push(RULE.finding(message, "install the update, or take the release before").at("release"));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn locks_of_the_last_release_need_an_update() {
        let change = |release: &str| json!({ "product": "ei-business-process", "release": release });
        let message = "without an update WSO2 Enterprise Integrator (business process profile) 6.6.0 asks its Hazelcast \
                       for locks that it does not have";
        fires(&RULE, change("6.6.0"), "release", message);
        silent(&RULE, change("6.5.0"));
    }
}
