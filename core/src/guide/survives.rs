use crate::catalogue::Roles;
use crate::design::{Managers, Role};
use crate::plan::Plan;

/// What goes on when a node is lost, and what does not, in sentences.
pub(super) fn survives(plan: &Plan) -> String {
    let mut sentences = Vec::new();
    if plan.pattern.roles == Roles::Components {
        sentences.push(plan.pattern.survives.to_owned());
        let alone: Vec<&str> =
            plan.roles().into_iter().filter(|role| plan.of_role(*role).count() == 1).map(Role::name).collect();
        if !alone.is_empty() {
            sentences.push(format!("There is one {} only: what it does stops with it.", alone.join(", one ")));
        }
        return sentences.join(" ");
    }
    let (managers, workers, equal) =
        (plan.of_role(Role::Manager).count(), plan.of_role(Role::Worker).count(), plan.of_role(Role::Node).count());
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
