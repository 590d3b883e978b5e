use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::Plan;
use crate::rules::place;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds a heartbeat limit of more than five minutes.
    ///
    /// # Why it matters
    /// Until the limit has passed a dead node counts as a member. Its tasks do not move, and calls to it hang.
    ///
    /// # Example
    /// ```toml
    /// cluster.hazelcast = { "hazelcast.max.no.heartbeat.seconds" = "600" }
    /// ```
    ///
    /// # What to do
    /// Leave the line out for 60 seconds, or take a number above the longest garbage collection:
    ///
    /// ```toml
    /// cluster.hazelcast = { "hazelcast.max.no.heartbeat.seconds" = "90" }
    /// ```
    Warning "heartbeat-slow": "a dead node is noticed late";
    source: "Clustering Guide 4.2.0, «Troubleshooting»; Hazelcast 3: 600 seconds where nothing is said"
}

const KEY: &str = "hazelcast.max.no.heartbeat.seconds";

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let seconds = plan.cluster.hazelcast.iter().find(|(key, _)| key.as_str() == KEY);
    let Some(seconds) = seconds.and_then(|(_, value)| value.as_str().trim().parse::<u32>().ok()) else { return };
    if plan.cluster.enabled && seconds > 300 {
        let at = place::hazelcast(KEY);
        let message = format!("a dead node counts as a member for {seconds} seconds");
        let fix = Fix::unsafe_("take 60 seconds").set(at.clone(), serde_json::Value::Null);
        notes.push(RULE.finding(message, "leave the line out for 60 seconds").at(at).fix(fix));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn a_dead_node_is_noticed_within_minutes() {
        let limit =
            |seconds: &str| json!({ "cluster": { "hazelcast": { "hazelcast.max.no.heartbeat.seconds": seconds } } });
        let at = "cluster.hazelcast.\"hazelcast.max.no.heartbeat.seconds\"";
        fires(&RULE, limit("600"), at, "a dead node counts as a member for 600 seconds");
        silent(&RULE, limit("300"));
        silent(&RULE, json!({}));
    }
}
