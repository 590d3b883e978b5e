use crate::catalogue::Feature;
use crate::design::Artifacts;
use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds Identity Server whose artifacts come from a pipeline alone.
    ///
    /// # Why it matters
    /// The console itself makes artifacts: a secondary user store, a tenant's policies, an event publisher, a workflow. It puts
    /// them on the node that it runs on, and there they stay: on the other nodes the users of that store cannot sign in.
    ///
    /// # Example
    /// ```toml
    /// product = "is"
    /// release = "5.8.0"
    /// pattern = "symmetric"
    /// nodes = [{ addresses = "192.0.2.11-12" }]
    /// ```
    ///
    /// # What to do
    /// Share the folder, or let the pipeline carry what the console makes:
    ///
    /// ```toml
    /// product = "is"
    /// release = "5.8.0"
    /// pattern = "symmetric"
    /// nodes = [{ addresses = "192.0.2.11-12" }]
    /// artifacts = { shared-folder = { source = "nfs.example.com:/wso2/is" } }
    /// ```
    Advice "identity-artifacts-apart": "what the console deploys stays on one node";
    source: "IS 5.8.0 manual, deployment pattern 1, enabling artifact synchronization"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    if plan.has(Feature::Identity) && plan.artifacts == Artifacts::Push && plan.nodes.len() > 1 {
        let message = "user stores and policies that the console deploys stay on the node that it runs on";
        let help = "share the folder, or let the pipeline carry them to the other nodes";
        notes.push(RULE.finding(message, help).at("artifacts"));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn what_the_console_deploys_is_everywhere() {
        let change = |product: &str, release: &str, artifacts| {
            json!({
                "product": product, "release": release, "pattern": "symmetric",
                "nodes": [{ "addresses": "192.0.2.11-12" }], "artifacts": artifacts,
            })
        };
        let message = "user stores and policies that the console deploys stay on the node that it runs on";
        fires(&RULE, change("is", "5.8.0", json!("push")), "artifacts", message);
        silent(&RULE, change("is", "5.8.0", json!({ "shared-folder": {} })));
        silent(&RULE, change("as", "5.3.0", json!("push")));
    }
}
