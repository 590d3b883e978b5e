use crate::catalogue::Feature;
use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::rules::place::{at_each, list};
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds brokers whose address is not known beforehand.
    ///
    /// # Why it matters
    /// A broker tells the others in the database at which address it gives out slots of messages: `thriftServerHost`, as broker.xml has it.
    /// It comes as `localhost`. The others would then ask themselves, and deliver nothing.
    ///
    /// # Example
    /// ```toml
    /// product = "mb"
    /// release = "3.2.0"
    /// pattern = "symmetric"
    /// nodes = [{ count = 2 }]
    /// ```
    ///
    /// # What to do
    /// Give brokers fixed addresses, or write `thriftServerHost` at each start:
    ///
    /// ```toml
    /// product = "mb"
    /// release = "3.2.0"
    /// pattern = "symmetric"
    /// nodes = [{ addresses = "192.0.2.11-12" }]
    /// ```
    Warning "broker-without-address": "a broker would be asked for slots at localhost";
    source: "broker.xml of Message Broker 3.2.0, `coordination`; product-ei#424, product-ei#4675"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let unknown = || plan.nodes.iter().filter(|node| node.has(Feature::Broker) && node.address.is_none());
    if plan.nodes.len() < 2 || unknown().next().is_none() {
        return;
    }
    let message =
        format!("the slot server of {} stays at localhost: no address is known", list(unknown().map(|it| &it.name)));
    let finding = RULE.finding(message, "write addresses, or set `thriftServerHost` in broker.xml at each start");
    notes.push(at_each(finding, unknown().map(|node| node.at.clone())));
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn brokers_are_asked_at_their_own_address() {
        let change = |nodes: serde_json::Value| json!({ "product": "ei-broker", "release": "6.5.0", "pattern": "symmetric", "nodes": nodes });
        let message = "the slot server of node-1 and node-2 stays at localhost: no address is known";
        fires(&RULE, change(json!([{ "count": 2 }])), "nodes[0]", message);
        silent(&RULE, change(json!([{ "addresses": "192.0.2.11-12" }])));
        silent(&RULE, json!({ "pattern": "symmetric", "nodes": [{ "count": 2 }] }));
    }
}
