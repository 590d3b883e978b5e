use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Notes releases in which the messages that announce a changed task race with its schedule.
    ///
    /// # Why it matters
    /// When a task is redeployed, two nodes may both take it, and it runs twice until it is deployed once more.
    ///
    /// # Example
    /// ```toml
    /// release = "4.9.0"
    /// ```
    ///
    /// # What to do
    /// Write tasks so that running twice does no harm, or take a later release:
    ///
    /// ```toml
    /// release = "5.0.0"
    /// ```
    Advice "task-may-run-twice": "an updated scheduled task may run on two nodes";
    source: "wso2/product-ei#4277"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    if plan.cluster.enabled && plan.release.updated_task_may_run_twice {
        let (name, release) = (plan.product.name, plan.release.version);
        let message = format!("a task that is redeployed may run twice on {name} {release}");
        notes.push(RULE.finding(message, "write tasks so that running twice does no harm").at("release"));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn one_release_races() {
        let message = "a task that is redeployed may run twice on WSO2 Enterprise Service Bus 4.9.0";
        fires(&RULE, json!({ "release": "4.9.0" }), "release", message);
        silent(&RULE, json!({}));
    }
}
