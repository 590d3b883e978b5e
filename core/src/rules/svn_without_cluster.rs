use crate::design::Artifacts;
use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::Plan;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds artifacts by Subversion in a pattern without a cluster.
    ///
    /// # Why it matters
    /// After a commit the committing node tells the others by a message of the cluster. Without a cluster they find out
    /// when they look the next time, each at its own moment.
    ///
    /// # Example
    /// ```toml
    /// pattern = "independent"
    /// nodes = [{ addresses = "192.0.2.11-12" }]
    /// [artifacts.svn]
    /// url = "https://svn.example.com/repos/esb"
    /// user = "wso2"
    /// password = "env:SVN_PASSWORD"
    /// ```
    ///
    /// # What to do
    /// Let a pipeline put artifacts on every node:
    ///
    /// ```toml
    /// pattern = "independent"
    /// nodes = [{ addresses = "192.0.2.11-12" }]
    /// artifacts = "push"
    /// ```
    Warning "svn-without-cluster": "nobody tells the other nodes of a commit";
    source: "Kernel 4.4, DeploymentSynchronizer: `SynchronizeRepositoryRequest` is a message of the cluster"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    if matches!(plan.artifacts, Artifacts::Svn(_)) && !plan.cluster.enabled {
        let message =
            format!("nodes of the pattern {} form no cluster: nobody tells them of a commit", plan.pattern.key);
        let fix = Fix::unsafe_("let a pipeline deploy").set("artifacts", "push");
        notes.push(RULE.finding(message, "take `push`").at("artifacts.svn").at("pattern").fix(fix));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn a_commit_is_announced_to_a_cluster() {
        let svn = json!({ "svn": { "url": "https://svn.example.com/esb", "user": "wso2", "password": "env:P" } });
        let message = "nodes of the pattern independent form no cluster: nobody tells them of a commit";
        let change = json!({ "pattern": "independent", "nodes": [{ "count": 2 }], "artifacts": svn });
        fires(&RULE, change, "artifacts.svn", message);
        silent(&RULE, json!({ "artifacts": svn }));
    }
}
