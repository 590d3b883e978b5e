use crate::design::Role;
use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::Plan;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Compares the number of nodes that tasks wait for with the nodes that run tasks: workers, or equal nodes.
    ///
    /// # Why it matters
    /// Nothing is scheduled before that many nodes are up. With a number that is never reached no task ever runs.
    ///
    /// # Example
    /// ```toml
    /// tasks.server-count = 3
    /// ```
    ///
    /// # What to do
    /// Leave the number out for all nodes that run tasks, or write one that is reached:
    ///
    /// ```toml
    /// tasks.server-count = 2
    /// ```
    Error "task-count-too-high": "tasks wait for more nodes than there are";
    source: "tasks-config.xml, `taskServerCount`; log: «Waiting for N task executor nodes»"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let running = plan.own().filter(|node| node.role != Role::Manager).count();
    let Some(count) = plan.task_server_count.filter(|_| plan.cluster.enabled && running > 0) else { return };
    if usize::from(count) > running {
        let message = format!("tasks wait until {count} nodes are up, and {running} run tasks: none is ever scheduled");
        let fix = Fix::safe("wait for the nodes that there are").set("tasks.server-count", serde_json::Value::Null);
        let help = "leave the number out: managers do not count";
        notes.push(RULE.finding(message, help).at("tasks.server-count").fix(fix));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn tasks_wait_for_nodes_that_exist() {
        let count = |count: u16| json!({ "tasks": { "server-count": count } });
        let message = "tasks wait until 3 nodes are up, and 2 run tasks: none is ever scheduled";
        fires(&RULE, count(3), "tasks.server-count", message);
        silent(&RULE, count(2));
        silent(&RULE, json!({ "release": "4.8.1", "tasks": { "server-count": 9 } }));
    }
}
