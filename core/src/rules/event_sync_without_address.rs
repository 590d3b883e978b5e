use crate::catalogue::Feature;
use crate::design::Role;
use crate::diagnostic::Diagnostic;
use crate::plan::{Node, Plan};
use crate::rules::place::at_each;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds nodes that mirror each other's events and have no address in the design.
    ///
    /// # Why it matters
    /// Each tells the other, in `event-processor.xml` or `deployment.yaml`, where it takes events. As the file comes it says
    /// `0.0.0.0`, which leads the other one to itself: the node in reserve gets neither events nor state, and begins with nothing when it
    /// takes over.
    ///
    /// # Example
    /// ```toml
    /// product = "cep"
    /// release = "4.2.0"
    /// pattern = "minimum-ha"
    /// nodes = [{ count = 2 }]
    /// ```
    ///
    /// # What to do
    /// Give both nodes fixed addresses:
    ///
    /// ```toml
    /// product = "cep"
    /// release = "4.2.0"
    /// pattern = "minimum-ha"
    /// nodes = [{ addresses = "192.0.2.11-12" }]
    /// ```
    Error "event-sync-without-address": "a node that the other must reach has no address";
    source: "event-processor.xml, `eventSync` and `management`"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let without: Vec<&Node> = plan.nodes.iter().filter(|node| mirrors(node) && node.address.is_none()).collect();
    let Some(first) = without.first() else { return };
    let message = match without.len() {
        1 => format!("{} has no address that it could tell the other node", first.name),
        many => format!("{many} nodes have no address that they could tell each other"),
    };
    let finding = RULE.finding(message, "give each of them an `address`");
    notes.push(at_each(finding, without.iter().map(|node| node.at.clone())));
}

/// Whether a node is told every event by another.
fn mirrors(node: &Node) -> bool {
    node.has(Feature::EventProcessor) || node.has(Feature::StreamProcessor) && node.role == Role::Analytics
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn nodes_of_a_pair_know_where_the_other_is() {
        let cep = |nodes| json!({ "product": "cep", "release": "4.2.0", "pattern": "minimum-ha", "nodes": nodes });
        let message = "2 nodes have no address that they could tell each other";
        fires(&RULE, cep(json!([{ "count": 2 }])), "nodes[0]", message);
        let one = json!([{ "address": "192.0.2.11" }, {}]);
        fires(&RULE, cep(one), "nodes[1]", "node-2 has no address that it could tell the other node");
        silent(&RULE, cep(json!([{ "addresses": "192.0.2.11-12" }])));
    }
}
