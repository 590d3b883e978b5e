use crate::catalogue::Feature;
use crate::design::Role;
use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds two nodes with brokers of a release that cannot tell one what the other heard.
    ///
    /// # Why it matters
    /// Before 3.2.0 there is no `event_duplicate_url`. Each of two traffic managers counts every request, so both throttle alike; but a
    /// revoked token is told to one of them, and gateways that listen to the other go on to take it until it expires.
    ///
    /// # Example
    /// ```toml
    /// product = "apim"
    /// release = "3.1.0"
    /// pattern = "symmetric"
    /// nodes = [{ addresses = "192.0.2.11-12" }]
    /// artifacts = { shared-folder = {} }
    /// ```
    ///
    /// # What to do
    /// Take 3.2.0 or later. Else write a `jndi2.properties` with the other node's broker, and two more event publishers that use it, by
    /// hand on each node, as the manual of the release says.
    ///
    /// ```toml
    /// product = "apim"
    /// release = "3.2.0"
    /// pattern = "symmetric"
    /// nodes = [{ addresses = "192.0.2.11-12" }]
    /// artifacts = { shared-folder = {} }
    /// ```
    Warning "events-not-duplicated": "a revoked token reaches half of the gateways";
    source: "API Manager 3.1.0 manual, «Configuring an Active-Active Deployment», step 8"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let toml = plan.release.line.generation == crate::catalogue::Generation::Toml;
    if !toml || !plan.has(Feature::ApiManager) || plan.has(Feature::EventDuplication) {
        return;
    }
    let brokers = [Role::TrafficManager, Role::Node].into_iter().map(|role| plan.of_role(role).count()).sum::<usize>();
    if brokers > 1 {
        let (name, release) = (plan.product.name, plan.release.version);
        let message = format!("{name} {release} tells one of {brokers} brokers of a revoked token, not the others");
        notes.push(RULE.finding(message, "take 3.2.0 or later, or add the second publishers by hand").at("release"));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn brokers_tell_each_other_from_3_2_on() {
        let change = |release: &str, nodes: &str| json!({ "product": "apim", "release": release, "pattern": "symmetric", "nodes": [{ "addresses": nodes }] });
        let message = "WSO2 API Manager 3.0.0 tells one of 2 brokers of a revoked token, not the others";
        fires(&RULE, change("3.0.0", "192.0.2.11-12"), "release", message);
        silent(&RULE, change("3.0.0", "192.0.2.11-11"));
        silent(&RULE, change("3.2.0", "192.0.2.11-12"));
    }
}
