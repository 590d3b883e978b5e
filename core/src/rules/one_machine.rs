use crate::diagnostic::Diagnostic;
use crate::plan::{Node, Plan};
use crate::rules::place::at_each;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds a role whose nodes, two or more, all have the same address.
    ///
    /// # Why it matters
    /// Several nodes on one machine share its fate: they serve more requests than one, but a power cord takes them all.
    ///
    /// # Example
    /// ```toml
    /// nodes = [
    ///   { role = "manager", address = "192.0.2.11" },
    ///   { role = "worker", addresses = ["192.0.2.21", "192.0.2.21"] },
    /// ]
    /// ```
    ///
    /// # What to do
    /// Put the nodes of a role on different machines:
    ///
    /// ```toml
    /// nodes = [
    ///   { role = "manager", address = "192.0.2.11" },
    ///   { role = "worker", addresses = ["192.0.2.21", "192.0.2.22"] },
    /// ]
    /// ```
    Warning "one-machine": "all nodes of a role are on one machine";
    source: "Clustering Guide 4.2.0, «Clustering and high availability»"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    for role in plan.roles() {
        let word = role.plural();
        let nodes: Vec<&Node> = plan.of_role(role).collect();
        let Some(address) = nodes.first().and_then(|node| node.address.as_ref()) else { continue };
        if nodes.len() > 1 && nodes.iter().all(|node| node.address.as_ref() == Some(address)) {
            let message =
                format!("all {} {word} are on the machine {address}: its loss is the loss of all", nodes.len());
            let finding = RULE.finding(message, format!("give the {word} machines of their own"));
            notes.push(at_each(finding, nodes.iter().map(|node| node.at.clone())));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn nodes_of_one_role_need_more_than_one_machine() {
        let worker = |last: u8| json!({ "role": "worker", "address": format!("192.0.2.{last}") });
        let manager = json!({ "role": "manager", "address": "192.0.2.21" });
        let message = "all 2 workers are on the machine 192.0.2.21: its loss is the loss of all";
        fires(&RULE, json!({ "nodes": [manager, worker(21), worker(21)] }), "nodes[1]", message);
        silent(&RULE, json!({ "nodes": [manager, worker(21), worker(21), worker(22)] }));
    }
}
