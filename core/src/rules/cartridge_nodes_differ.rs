use crate::delivery::private_paas::cartridges;
use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::rules::place;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds nodes of one role with different port offsets, beside a delivery through Private PaaS.
    ///
    /// # Why it matters
    /// All instances of a cartridge are made alike, each on a machine or in a container of its own: they have the offset
    /// of the role's first node.
    ///
    /// # Example
    /// ```toml
    /// release = "4.9.0"
    /// nodes = [{ role = "manager" }, { role = "worker" }, { role = "worker", offset = 1 }]
    /// delivery.private-paas = { version = "4.1.0", infrastructure = { kubernetes = {} } }
    /// ```
    ///
    /// # What to do
    /// Give all nodes of a role the same offset, best none:
    ///
    /// ```toml
    /// release = "4.9.0"
    /// nodes = [{ role = "manager" }, { role = "worker", count = 2 }]
    /// delivery.private-paas = { version = "4.1.0", infrastructure = { kubernetes = {} } }
    /// ```
    Warning "cartridge-nodes-differ": "nodes of one cartridge have different offsets";
    source: ""
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let Some(paas) = plan.delivery.private_paas() else { return };
    for cartridge in cartridges(plan, paas) {
        let offset = cartridge.node.offset;
        let others: Vec<_> = plan.of_role(cartridge.node.role).filter(|node| node.offset != offset).collect();
        if let [first, rest @ ..] = others.as_slice() {
            let names = place::list(others.iter().map(|node| &node.name));
            let message =
                format!("every instance of {} has the offset {offset}, not that of {names}", cartridge.service_type());
            let finding =
                RULE.finding(message, "give all nodes of a role one offset").at(first.at.clone().key("offset"));
            notes.push(place::at_each(finding, rest.iter().map(|node| node.at.clone().key("offset"))));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn instances_are_alike() {
        let nodes = |offset: u16| {
            json!({
                "release": "4.9.0",
                "nodes": [{ "role": "manager" }, { "role": "worker" }, { "role": "worker", "offset": offset }],
                "delivery": { "private-paas": { "version": "4.1.0", "infrastructure": "mock" } },
            })
        };
        let message = "every instance of wso2esb-490-worker has the offset 0, not that of worker-2";
        fires(&RULE, nodes(2), "nodes[2].offset", message);
        silent(&RULE, nodes(0));
    }
}
