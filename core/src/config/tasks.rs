use super::{ConfigFile, Generation, Of, Statements, Varies};
use crate::edit::Why;
use crate::format::xml::Element;

pub(super) static FILE: ConfigFile = ConfigFile {
    path: "etc/tasks-config.xml",
    about: "How many nodes must be up before scheduled tasks are given out.",
    generation: Generation::Xml,
    varies: Varies::ByRole,
    holds,
};

fn holds(Of { plan, node, .. }: Of<'_>) -> Option<Statements> {
    let count = plan.task_servers(node).filter(|_| node.group.is_some())?;
    let mut statements = Statements::xml(Element::new("tasks-configuration"));
    let why = Why::new(
        "tasks wait until so many nodes that run tasks are up; a larger number than there are would wait for ever",
        "tasks.server-count",
        "carbon-commons, ntask",
    );
    statements.text(["tasks-configuration", "taskServerCount"], count, why);
    Some(statements)
}
