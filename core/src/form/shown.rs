//! What need not be asked: questions that have no effect in this cluster. What was said is shown in any case.

use super::fill::Scene;
use crate::catalogue::{Feature, Generation, Purpose, Roles, VendorId};
use crate::diagnostic::Path;
use crate::plan::Plan;

/// Whether a setting counts here, by its path without places in lists.
pub(super) fn is_shown(path: &Path, scene: &Scene<'_>) -> bool {
    let path = path.to_string();
    let Some(plan) = scene.plan else { return true };
    CONDITIONS.iter().filter(|(prefix, _)| within(&path, prefix)).all(|(_, counts)| counts(plan))
}

fn within(path: &str, prefix: &str) -> bool {
    path.strip_prefix(prefix).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// A setting, and when it counts.
type Condition = (&'static str, fn(&Plan) -> bool);

const CONDITIONS: &[Condition] = &[
    ("managers", |plan| matches!(plan.pattern.roles, Roles::WorkerManager { .. })),
    ("hosts.portal", |plan| plan.hosts.others.contains_key(&Purpose::Portal)),
    ("hosts.web-socket", |plan| plan.hosts.others.contains_key(&Purpose::WebSocket)),
    ("cluster.membership", |plan| plan.cluster.enabled),
    ("cluster.hazelcast", |plan| plan.cluster.enabled),
    ("cluster.domain", |plan| plan.cluster.enabled || plan.names_a_group()),
    ("cluster.jvm-route", |plan| plan.release.line.generation == Generation::Xml),
    ("nodes.role", Plan::says_roles),
    ("nodes.network", |plan| plan.networks.len() > 1),
    ("nodes.member-port", |plan| plan.cluster.enabled),
    ("balancers.network", |plan| plan.networks.len() > 1),
    ("database", |plan| plan.pattern.shared_database || plan.database.is_some()),
    ("database.oracle.service", |plan| plan.database.as_ref().is_some_and(|it| it.vendor.id == VendorId::Oracle)),
    ("database.mysql.service", |_| false),
    ("database.mariadb.service", |_| false),
    ("database.postgresql.service", |_| false),
    ("database.mssql.service", |_| false),
    ("registry", |plan| plan.registry.is_some() || plan.pattern.shared_database),
    ("registry.config-path", |plan| plan.registry.is_some()),
    ("registry.instance", |plan| plan.registry.is_some()),
    ("registry.read-only-workers", Plan::separates_roles),
    ("tasks", |plan| plan.task_server_count.is_some() && (plan.cluster.enabled || plan.shares_tasks())),
    ("delivery", |plan| !plan.has(Feature::StreamProcessor)),
];
