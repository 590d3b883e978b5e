use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::Plan;
use crate::rules::place;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds a heartbeat limit of less than ten seconds.
    ///
    /// # Why it matters
    /// A long garbage collection or a moved virtual machine stops a node for some seconds. Counted as dead, its tasks
    /// start elsewhere and then run twice when it comes back.
    ///
    /// # Example
    /// ```toml
    /// cluster.hazelcast = { "hazelcast.max.no.heartbeat.seconds" = "5" }
    /// ```
    ///
    /// # What to do
    /// Take a number above the longest pause:
    ///
    /// ```toml
    /// cluster.hazelcast = { "hazelcast.max.no.heartbeat.seconds" = "30" }
    /// ```
    Warning "heartbeat-hasty": "a node that pauses for a moment counts as dead";
    source: "wso2/product-integrator-mi#3155: tasks ran twice after a pause of the JVM"
}

const KEY: &str = "hazelcast.max.no.heartbeat.seconds";

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let seconds = plan.cluster.hazelcast.iter().find(|(key, _)| key.as_str() == KEY);
    let Some(seconds) = seconds.and_then(|(_, value)| value.as_str().trim().parse::<u32>().ok()) else { return };
    if plan.cluster.enabled && seconds < 10 {
        let at = place::hazelcast(KEY);
        let message = format!("a node that pauses for {seconds} seconds counts as dead, and its tasks start elsewhere");
        let fix = Fix::unsafe_("take 60 seconds").set(at.clone(), serde_json::Value::Null);
        notes.push(RULE.finding(message, "take more than the longest garbage collection").at(at).fix(fix));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn a_pause_is_no_death() {
        let limit =
            |seconds: &str| json!({ "cluster": { "hazelcast": { "hazelcast.max.no.heartbeat.seconds": seconds } } });
        fires(
            &RULE,
            limit("5"),
            "cluster.hazelcast.\"hazelcast.max.no.heartbeat.seconds\"",
            "a node that pauses for 5 seconds counts as dead, and its tasks start elsewhere",
        );
        silent(&RULE, limit("10"));
        silent(&RULE, limit("soon"));
    }
}
