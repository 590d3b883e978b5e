use crate::design::{Artifacts, Managers, Role};
use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::Plan;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds managers that all answer, with artifacts by Subversion.
    ///
    /// # Why it matters
    /// The load balancer spreads deployments over all managers. If all commit they conflict; as one alone commits, what
    /// is deployed on another manager is reverted by its next update.
    ///
    /// # Example
    /// ```toml
    /// pattern = "worker-manager-2"
    /// managers = "active-active"
    /// nodes = [{ role = "manager", addresses = "192.0.2.11-12" }, { role = "worker", addresses = "192.0.2.21-22" }]
    /// [artifacts.svn]
    /// url = "https://svn.example.com/repos/esb"
    /// user = "wso2"
    /// password = "env:SVN_PASSWORD"
    /// ```
    ///
    /// # What to do
    /// Let one manager answer and the others stand by, or share the folder of artifacts:
    ///
    /// ```toml
    /// pattern = "worker-manager-2"
    /// managers = "active-passive"
    /// nodes = [{ role = "manager", addresses = "192.0.2.11-12" }, { role = "worker", addresses = "192.0.2.21-22" }]
    /// [artifacts.svn]
    /// url = "https://svn.example.com/repos/esb"
    /// user = "wso2"
    /// password = "env:SVN_PASSWORD"
    /// ```
    Error "svn-active-managers": "several active managers and one repository";
    source: "wso2/carbon-commons#378: commit conflicts"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let managers = plan.of_role(Role::Manager).count();
    if matches!(plan.artifacts, Artifacts::Svn(_)) && plan.managers == Managers::ActiveActive && managers > 1 {
        let message =
            format!("{managers} managers take deployments at once, and one alone may commit them to Subversion");
        let fix = Fix::unsafe_("let one manager answer").set("managers", "active-passive");
        let help = "let one manager answer and the others stand by, or take `shared-folder`";
        notes.push(RULE.finding(message, help).at("managers").at("artifacts.svn").fix(fix));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn one_manager_commits() {
        let change = |managers: &str| {
            json!({
                "pattern": "worker-manager-2", "managers": managers,
                "nodes": [{ "role": "manager", "count": 2 }, { "role": "worker", "count": 2 }],
                "artifacts": { "svn": { "url": "https://svn.example.com/esb", "user": "wso2", "password": "env:P" } },
            })
        };
        let message = "2 managers take deployments at once, and one alone may commit them to Subversion";
        fires(&RULE, change("active-active"), "managers", message);
        silent(&RULE, change("active-passive"));
    }
}
