use crate::catalogue::Feature;
use crate::design::Role;
use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds three equal nodes or more, each of which tells one other what it decides.
    ///
    /// # Why it matters
    /// `event_duplicate_url` leads to one connection: of several brokers in it the first that answers is taken. With three nodes a
    /// revoked token or a decision of one reaches one other and never the third, and gateways that listen there do not hear of it.
    ///
    /// # Example
    /// ```toml
    /// product = "apim"
    /// release = "4.2.0"
    /// pattern = "symmetric"
    /// nodes = [{ addresses = "192.0.2.11-13" }]
    /// ```
    ///
    /// # What to do
    /// Have two of these, and as many gateways beside them as the load needs:
    ///
    /// ```toml
    /// product = "apim"
    /// release = "4.2.0"
    /// pattern = "distributed"
    /// nodes = [{ role = "control-plane", addresses = "192.0.2.11-12" }, { role = "gateway", addresses = "192.0.2.21-23" }]
    /// ```
    Warning "more-than-a-pair": "three nodes or more, and each tells one other";
    source: "API Manager 4.2.0, jndi2.properties.j2 and jndi2-cp.properties.j2"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    if !plan.has(Feature::EventDuplication) {
        return;
    }
    // Components that come in pairs say so in the catalogue; nodes that are everything may be any number.
    let count = plan.of_role(Role::Node).count();
    if count > 2 {
        let message = format!("each of {count} nodes tells one other what it decides, and the rest nothing");
        notes.push(RULE.finding(message, "have two of them, and gateways of their own for the load").at("nodes"));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn who_decides_comes_in_pairs() {
        let change = |last: u8| {
            let nodes = json!([{ "addresses": format!("192.0.2.11-{last}") }]);
            json!({ "product": "apim", "release": "4.3.0", "pattern": "symmetric", "nodes": nodes })
        };
        let message = "each of 3 nodes tells one other what it decides, and the rest nothing";
        fires(&RULE, change(13), "nodes", message);
        silent(&RULE, change(12));
    }
}
