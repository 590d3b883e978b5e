use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::rules::place;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Checks that seconds are whole numbers and switches are `true` or `false`, and that keys begin with `hazelcast.`.
    ///
    /// # Why it matters
    /// Hazelcast parses these values when the node starts, and a number that is none stops it. A key with another
    /// beginning belongs to nobody: the setting that was meant keeps its default.
    ///
    /// # Example
    /// ```toml
    /// cluster.hazelcast = { "hazelcast.max.no.heartbeat.seconds" = "1 minute" }
    /// ```
    ///
    /// # What to do
    /// Write what the property expects:
    ///
    /// ```toml
    /// cluster.hazelcast = { "hazelcast.max.no.heartbeat.seconds" = "60" }
    /// ```
    Error "hazelcast-value": "a line of hazelcast.properties has a value of the wrong kind";
    source: "Hazelcast 3, «System properties»"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    if !plan.cluster.enabled {
        return;
    }
    for (key, value) in &plan.cluster.hazelcast {
        let (name, text) = (key.as_str(), value.as_str().trim());
        let (wrong, help) = if !name.starts_with("hazelcast.") {
            ("is no property of Hazelcast: those begin with `hazelcast.`", "correct the key, or take it out")
        } else if name.ends_with(".seconds") && text.parse::<u32>().is_err() {
            ("must be a whole number of seconds", "write a number such as 60")
        } else if name.ends_with(".enabled") && !matches!(text, "true" | "false") {
            ("must be true or false", "write true or false")
        } else {
            continue;
        };
        notes.push(RULE.finding(format!("`{name}` {wrong}"), help).at(place::hazelcast(name)));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn seconds_are_numbers_and_switches_are_switches() {
        let line = |key: &str, value: &str| json!({ "cluster": { "hazelcast": { key: value } } });
        for (key, value, message) in [
            ("hazelcast.a.seconds", "60s", "`hazelcast.a.seconds` must be a whole number of seconds"),
            ("hazelcast.a.enabled", "no", "`hazelcast.a.enabled` must be true or false"),
            ("hazlecast.a", "1", "`hazlecast.a` is no property of Hazelcast: those begin with `hazelcast.`"),
        ] {
            fires(&RULE, line(key, value), &format!("cluster.hazelcast.\"{key}\""), message);
        }
        silent(&RULE, line("hazelcast.a.seconds", "60"));
        silent(&RULE, line("hazelcast.logging.type", "slf4j"));
    }
}
