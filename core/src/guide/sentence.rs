use super::words::{count, nodes};
use crate::catalogue::{Feature, Roles};
use crate::design::{Managers, Role};
use crate::plan::Plan;

/// The cluster in a few sentences: what it is made of, what it survives, what it does not.
pub fn sentence(plan: &Plan) -> String {
    let parts: Vec<String> = plan.roles().into_iter().map(|role| nodes(role, plan.of_role(role).count())).collect();
    let parts = match parts.as_slice() {
        [] => "no nodes".to_owned(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    };
    let cluster = match (plan.cluster.enabled, plan.shares_tasks()) {
        (true, _) => "in one cluster",
        (false, true) => "that share tasks through a database",
        (false, false) if plan.has(Feature::StreamProcessor) => "that coordinate in the database",
        (false, false) => "that share no cluster",
    };
    let fronts = match plan.fronts.len() {
        0 => "behind the platform's own load balancer".to_owned(),
        number if plan.offers_services() => {
            format!("behind {}", count(number, "load balancer", "load balancers"))
        }
        number => format!("with the console behind {}", count(number, "load balancer", "load balancers")),
    };
    let database = match &plan.database {
        Some(database) => format!(", on a shared {} database", database.vendor.name),
        None => String::new(),
    };
    format!("{parts} {cluster} {fronts}{database}. {}", survives(plan)).trim_end().to_owned()
}

fn survives(plan: &Plan) -> String {
    if plan.pattern.roles == Roles::Components {
        let alone: Vec<&str> =
            plan.roles().into_iter().filter(|role| plan.of_role(*role).count() == 1).map(Role::name).collect();
        let mut sentences = vec![plan.pattern.survives.to_owned()];
        if !alone.is_empty() {
            sentences.push(format!("There is one {} only: what it does stops with it.", alone.join(", one ")));
        }
        return sentences.join(" ");
    }
    let (managers, workers, equal) =
        (plan.of_role(Role::Manager).count(), plan.of_role(Role::Worker).count(), plan.of_role(Role::Node).count());
    let mut sentences = Vec::new();
    match (equal, workers) {
        (0, 0) => sentences.push(plan.pattern.survives.to_owned()),
        (1, _) => sentences.push("There is one node only: when it is down, everything is.".to_owned()),
        (2.., _) => sentences.push(plan.pattern.survives.to_owned()),
        (_, 1) => sentences.push("There is one worker only: when it is down, so are the services.".to_owned()),
        (_, _) => sentences.push("Services go on without interruption when a worker is lost.".to_owned()),
    }
    match (managers, plan.managers) {
        (0, _) => {}
        (1, _) => sentences.push("While the manager is down, nothing can be deployed or administered.".to_owned()),
        (_, Managers::ActivePassive) => sentences
            .push("When the active manager is lost, the next one takes over and administrators sign in again.".into()),
        (_, Managers::ActiveActive) => {
            sentences.push("When a manager is lost, its administrators sign in again on another one.".into());
        }
    }
    sentences.join(" ")
}
