use crate::catalogue::Feature;
use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds brokers of a release whose coordinator only Hazelcast can find.
    ///
    /// # Why it matters
    /// When the network between brokers breaks, each side finds a coordinator of its own. Both give out the same slots of messages, and
    /// messages are delivered twice or not at all. From 3.2.0 on the coordinator is whoever holds a row of the message store, of which there
    /// is one.
    ///
    /// # Example
    /// ```toml
    /// product = "mb"
    /// release = "3.1.0"
    /// pattern = "symmetric"
    /// nodes = [{ addresses = "192.0.2.11-12" }]
    /// ```
    ///
    /// # What to do
    /// Take a release that coordinates in the database:
    ///
    /// ```toml
    /// product = "mb"
    /// release = "3.2.0"
    /// pattern = "symmetric"
    /// nodes = [{ addresses = "192.0.2.11-12" }]
    /// ```
    Warning "broker-coordinated-by-hazelcast": "a partition makes two coordinators";
    source: "andes#668; broker.xml of Message Broker 3.2.0, `rdbmsBasedCoordination`"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    if plan.has(Feature::Broker) && plan.cluster.enabled && !plan.release.database_coordination {
        let message = format!(
            "{} {} finds its coordinator by Hazelcast: in a partition there are two",
            plan.product.name, plan.release.version
        );
        notes.push(RULE.finding(message, "take a release that coordinates in the database").at("release"));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn the_database_knows_one_coordinator() {
        let change = |product: &str, release: &str| {
            let nodes = json!([{ "addresses": "192.0.2.11-12" }]);
            json!({ "product": product, "release": release, "pattern": "symmetric", "nodes": nodes })
        };
        let message = "WSO2 Message Broker 3.1.0 finds its coordinator by Hazelcast: in a partition there are two";
        fires(&RULE, change("mb", "3.1.0"), "release", message);
        silent(&RULE, change("mb", "3.2.0"));
        silent(&RULE, change("ei-broker", "6.1.1"));
    }
}
