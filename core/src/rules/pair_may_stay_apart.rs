use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds a release whose two nodes do not find back to each other.
    ///
    /// # Why it matters
    /// When the network between the two fails for a while, each takes itself for the active one. Without updates they stay so after the
    /// network is back: every result comes twice, and only a restart of one of them helps.
    ///
    /// # Example
    /// ```toml
    /// product = "das"
    /// release = "3.1.0"
    /// pattern = "minimum-ha"
    /// nodes = [{ addresses = "192.0.2.11-12" }]
    /// ```
    ///
    /// # What to do
    /// Install the updates of the release; or take one that has not got this:
    ///
    /// ```toml
    /// product = "das"
    /// release = "3.0.1"
    /// pattern = "minimum-ha"
    /// nodes = [{ addresses = "192.0.2.11-12" }]
    /// ```
    Warning "pair-may-stay-apart": "two nodes may not find back to each other after a partition";
    source: "product-das#256, carbon-analytics#1136"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let Some(node) = plan.nodes.iter().find(|node| node.release.pair_may_stay_apart) else { return };
    let message = format!(
        "{} {} without updates does not recover when its nodes lost each other for a while",
        node.product.name, node.release.version
    );
    notes.push(RULE.finding(message, "install the release's updates before the first start").at("release"));
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn das_3_1_0_does_not_recover() {
        let das = |release: &str| {
            let nodes = json!([{ "addresses": "192.0.2.11-12" }]);
            json!({ "product": "das", "release": release, "pattern": "minimum-ha", "nodes": nodes })
        };
        let message = "WSO2 Data Analytics Server 3.1.0 without updates does not recover when its nodes lost each other for a while";
        fires(&RULE, das("3.1.0"), "release", message);
        silent(&RULE, das("3.0.1"));
    }
}
