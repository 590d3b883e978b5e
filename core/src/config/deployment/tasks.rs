use super::{Of, Tables};
use crate::edit::Why;

/// `[tasks]`: how many nodes scheduled tasks wait for.
pub(super) fn holds(Of { plan, node, .. }: Of<'_>, tables: &mut Tables) {
    let count = plan.task_server_count.filter(|_| node.group.is_some() && node.release.task_server_count.is_some());
    if let Some(count) = count {
        let why = Why::new(
            "tasks wait until so many nodes that run tasks are up; a larger number than there are would wait for ever",
            "tasks.server-count",
            "IS 7.0.0, tasks-config.xml.j2",
        );
        tables.integer(["tasks", "server_count"], count, why);
    }
}
