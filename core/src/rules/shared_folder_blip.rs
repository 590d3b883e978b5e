use crate::design::Artifacts;
use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Notes artifacts in a folder that all nodes share.
    ///
    /// # Why it matters
    /// Hot deployment takes an empty folder for a wish: a network file system that goes away for a moment undeploys
    /// every artifact on every node, and tasks may run twice when it is back.
    ///
    /// # Example
    /// ```toml
    /// artifacts.shared-folder = { source = "nfs.example.com:/wso2/esb" }
    /// ```
    ///
    /// # What to do
    /// Mount it hard, so that readers wait instead of seeing an empty folder; or let a pipeline put artifacts on every
    /// node:
    ///
    /// ```toml
    /// artifacts = "push"
    /// ```
    Advice "shared-folder-blip": "a shared folder that empties undeploys everything";
    source: "wso2/product-integrator-mi#5007"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    if let Artifacts::SharedFolder(folder) = &plan.artifacts {
        let source = folder.source.as_ref().map_or("the shared folder", |source| source.as_str());
        let message = format!("if {source} goes away for a moment, every node undeploys its artifacts");
        notes.push(RULE.finding(message, "mount it hard, not soft").at("artifacts.shared-folder"));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn a_shared_folder_is_mounted_hard() {
        let change = json!({ "artifacts": { "shared-folder": { "source": "nfs:/wso2" } } });
        let message = "if nfs:/wso2 goes away for a moment, every node undeploys its artifacts";
        fires(&RULE, change, "artifacts.shared-folder", message);
        silent(&RULE, json!({}));
    }
}
