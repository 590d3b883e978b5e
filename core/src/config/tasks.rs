use super::{ConfigFile, Of, Statements, Varies};
use crate::edit::Why;
use crate::format::xml::Element;

pub(super) static FILE: ConfigFile = ConfigFile {
    path: "etc/tasks-config.xml",
    about: "How many nodes must be up before scheduled tasks are given out.",
    varies: Varies::ByRole,
    holds,
};

fn holds(Of { plan, .. }: Of<'_>) -> Option<Statements> {
    let count = plan.task_server_count.filter(|_| plan.cluster.enabled)?;
    let mut statements = Statements::xml(Element::new("tasks-configuration"));
    let why = Why::new(
        "tasks wait until so many nodes that run tasks are up; a larger number than there are would wait for ever",
        "tasks.server-count",
        "carbon-commons, ntask",
    );
    statements.text(["tasks-configuration", "taskServerCount"], count, why);
    Some(statements)
}
