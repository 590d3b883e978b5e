use crate::catalogue::{Feature, Generation};
use crate::design::{Artifacts, Role};
use crate::diagnostic::Diagnostic;
use crate::plan::{Node, Plan};
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds several gateways of API Manager whose artifacts a pipeline pushes, in releases that keep deployed APIs as files.
    ///
    /// # Why it matters
    /// APIs and policies are not built by a pipeline: people publish them while the product runs, and it writes them as files on the node
    /// that takes them. Here that is always the first one. Unless something carries its folder on, the others do not know the API: a
    /// client gets an answer from one gateway and 404 from the next.
    ///
    /// # Example
    /// ```toml
    /// format = 1
    /// name = "apim"
    /// product = "apim"
    /// release = "2.6.0"
    /// pattern = "symmetric"
    /// nodes = [{ addresses = "192.0.2.11-12" }]
    /// ```
    ///
    /// # What to do
    /// Share the folder, or carry it from the first node to the others every few seconds (`rsync`, one way):
    ///
    /// ```toml
    /// format = 1
    /// name = "apim"
    /// product = "apim"
    /// release = "2.6.0"
    /// pattern = "symmetric"
    /// nodes = [{ addresses = "192.0.2.11-12" }]
    /// artifacts = { shared-folder = { source = "nfs.example.com:/wso2/apim" } }
    /// ```
    Advice "published-on-one-gateway": "a published API reaches one gateway only";
    source: "api-manager#3389; API Manager 2.1.0 manual, configuring an active-active deployment"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    // Later releases without a store of artifacts are warned by another rule.
    let as_files = plan.has(Feature::ApiManager) && plan.release.line.generation == Generation::Xml;
    if !as_files || plan.artifacts != Artifacts::Push {
        return;
    }
    let serves = |node: &&Node| {
        matches!(node.role, Role::Gateway | Role::GatewayManager | Role::GatewayWorker | Role::Node)
            && node.has(Feature::ApiManager)
    };
    let mut gateways = plan.nodes.iter().filter(serves);
    if let (Some(first), Some(_)) = (gateways.next(), gateways.next()) {
        let message =
            format!("APIs are published on {} alone, and nothing here carries them to the other gateways", first.name);
        let help = "share the folder of artifacts, or carry it from that node to the others";
        notes.push(RULE.finding(message, help).at("artifacts"));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn gateways_share_what_is_published() {
        let design = |release: &str| {
            json!({
                "format": 1, "name": "x", "product": "apim", "release": release, "pattern": "symmetric",
                "nodes": [{"addresses": "192.0.2.11-12"}],
            })
        };
        let message = "APIs are published on node-1 alone, and nothing here carries them to the other gateways";
        fires(&RULE, design("2.6.0"), "artifacts", message);
        silent(&RULE, design("3.2.0"));
    }
}
