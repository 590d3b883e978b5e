use crate::design::{Artifacts, Role};
use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::Plan;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds artifacts by Subversion in a pattern of equal nodes.
    ///
    /// # Why it matters
    /// One node alone may commit. The load balancer sends a deployment to any of them, and on the others it is reverted
    /// by the next update.
    ///
    /// # Example
    /// ```toml
    /// pattern = "symmetric"
    /// nodes = [{ addresses = "192.0.2.11-12" }]
    /// [artifacts.svn]
    /// url = "https://svn.example.com/repos/esb"
    /// user = "wso2"
    /// password = "env:SVN_PASSWORD"
    /// ```
    ///
    /// # What to do
    /// Let a pipeline put artifacts on every node, or share the folder:
    ///
    /// ```toml
    /// pattern = "symmetric"
    /// nodes = [{ addresses = "192.0.2.11-12" }]
    /// artifacts = "push"
    /// ```
    Warning "svn-equal-nodes": "one of equal nodes commits artifacts";
    source: "Clustering Guide 4.4.x, «Configuring SVN-based deployment synchronizer»: one node with AutoCommit"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let mut nodes = plan.of_role(Role::Node);
    if let (Artifacts::Svn(_), Some(first), Some(_)) = (&plan.artifacts, nodes.next(), nodes.next()) {
        let message = format!("{} alone commits: what is deployed on another node is reverted", first.name);
        let fix = Fix::unsafe_("let a pipeline deploy").set("artifacts", "push");
        notes.push(RULE.finding(message, "take `push` or `shared-folder`").at("artifacts.svn").at("pattern").fix(fix));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn equal_nodes_commit_alike() {
        let svn = json!({ "svn": { "url": "https://svn.example.com/esb", "user": "wso2", "password": "env:P" } });
        let change = json!({ "pattern": "symmetric", "nodes": [{ "count": 2 }], "artifacts": svn });
        let message = "node-1 alone commits: what is deployed on another node is reverted";
        fires(&RULE, change, "artifacts.svn", message);
        silent(&RULE, json!({ "artifacts": svn }));
    }
}
