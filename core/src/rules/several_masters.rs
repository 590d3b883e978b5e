use crate::catalogue::{Feature, Roles};
use crate::design::{Managers, Role};
use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::Plan;
use crate::rules::place::list;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds a product that takes its master from the mount of its registry, where several nodes that take deployments
    /// may write.
    ///
    /// # Why it matters
    /// A node whose `/_system/config` may be written is a master, and each master gives a deployed process package a
    /// version. With several of them the versions differ, and instances go on with the wrong one.
    ///
    /// # Example
    /// ```toml
    /// product = "bps"
    /// release = "3.6.0"
    /// pattern = "symmetric"
    /// nodes = [{ addresses = "192.0.2.11-12" }]
    /// ```
    ///
    /// # What to do
    /// Take a worker/manager pattern with managers that stand by:
    ///
    /// ```toml
    /// product = "bps"
    /// release = "3.6.0"
    /// pattern = "worker-manager-2"
    /// nodes = [{ role = "manager", addresses = "192.0.2.11-12" }, { role = "worker", addresses = "192.0.2.21-22" }]
    /// ```
    Warning "several-masters": "several nodes give versions to the same packages";
    source: "Clustering Guide 4.2.0, «Clustering Business Process Server»; TenantProcessStoreImpl, HumanTaskStore"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let masters: Vec<_> = plan.with_console().map(|node| &node.name).collect();
    let at_once = plan.of_role(Role::Manager).next().is_none() || plan.managers == Managers::ActiveActive;
    if !plan.has(Feature::ProcessEngine) || !plan.cluster.enabled || masters.len() < 2 || !at_once {
        return;
    }
    let message = format!("{} are all masters, and each gives versions to deployed packages", list(masters));
    notes.push(match plan.pattern.roles {
        Roles::WorkerManager { .. } => {
            let fix = Fix::unsafe_("let managers stand by").set("managers", serde_json::Value::Null);
            RULE.finding(message, "let one manager answer and the others stand by").at("managers").fix(fix)
        }
        _ => RULE.finding(message, "take a worker/manager pattern").at("pattern"),
    });
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn one_master_gives_versions() {
        let change =
            |pattern: &str, nodes| json!({ "product": "bps", "release": "3.6.0", "pattern": pattern, "nodes": nodes });
        let message = "node-1 and node-2 are all masters, and each gives versions to deployed packages";
        fires(&RULE, change("symmetric", json!([{ "count": 2 }])), "pattern", message);
        let mut active =
            change("worker-manager-2", json!([{ "role": "manager", "count": 2 }, { "role": "worker", "count": 2 }]));
        silent(&RULE, active.clone());
        active["managers"] = json!("active-active");
        let message = "manager-1 and manager-2 are all masters, and each gives versions to deployed packages";
        fires(&RULE, active, "managers", message);
    }
}
