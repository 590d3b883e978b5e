use super::{Of, Tables};
use crate::edit::Why;
use crate::edit::toml::Item;

const SOURCE: &str = "Micro Integrator 4.2.0, RoundRobinResolver";

/// `[task_handling]`: which node runs which task.
pub(super) fn holds(Of { plan, .. }: Of<'_>, tables: &mut Tables) {
    let why = Why::new("tasks go to the nodes in turn; as it comes, one node runs them all", "pattern", SOURCE);
    let resolver = "org.wso2.micro.integrator.ntask.coordination.task.resolver.RoundRobinResolver";
    tables.plain(["task_handling", "resolver_class"], resolver, why);
    if let Some(count) = plan.task_server_count {
        let why = Why::new("tasks are handed out when this many nodes are up", "tasks.server-count", SOURCE);
        let table = vec![(vec!["task_server_count".into()], Item::Plain(count.to_string().into()))];
        tables.tables(["task_resolver"], vec![table], why);
    }
}
