use crate::design::Role;
use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::Plan;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Notes that tasks wait for fewer nodes than run tasks.
    ///
    /// # Why it matters
    /// Tasks are handed out once, when that many nodes are up. Nodes that start later get none until something moves.
    ///
    /// # Example
    /// ```toml
    /// tasks.server-count = 1
    /// ```
    ///
    /// # What to do
    /// Leave the number out to have tasks spread over all nodes. Keep it where tasks must start with half of the
    /// cluster down.
    ///
    /// ```toml
    /// tasks.server-count = 2
    /// ```
    Advice "task-count-low": "the first nodes to start take all tasks";
    source: "tasks-config.xml, `taskServerCount`"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let running = plan.own().filter(|node| node.role != Role::Manager).count();
    let Some(count) = plan.task_server_count.filter(|_| plan.cluster.enabled) else { return };
    if usize::from(count) < running {
        let message = format!("tasks wait for {count} of {running} nodes: those that start later get none");
        let fix = Fix::unsafe_("wait for all nodes").set("tasks.server-count", serde_json::Value::Null);
        notes.push(RULE.finding(message, "leave the number out to wait for all").at("tasks.server-count").fix(fix));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn tasks_are_spread_when_all_are_there() {
        let count = |count: u16| json!({ "tasks": { "server-count": count } });
        fires(&RULE, count(1), "tasks.server-count", "tasks wait for 1 of 2 nodes: those that start later get none");
        silent(&RULE, count(2));
        silent(&RULE, json!({}));
    }
}
