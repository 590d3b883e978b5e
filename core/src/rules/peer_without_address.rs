use crate::catalogue::{Feature, Peers};
use crate::diagnostic::Diagnostic;
use crate::plan::{Node, Plan};
use crate::rules::place::at_each;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds nodes of API Manager that others connect to past every load balancer, and whose addresses are not known.
    ///
    /// # Why it matters
    /// Gateways send requests to be counted to each traffic manager, and hear of its decisions from its broker. Their files name each
    /// one; without an address they name it by its name in the design, which nobody resolves by itself. Requests still pass, but nobody
    /// is throttled.
    ///
    /// # Example
    /// ```toml
    /// format = 1
    /// name = "apim"
    /// product = "apim"
    /// release = "2.6.0"
    /// pattern = "symmetric"
    /// nodes = [{ count = 2 }]
    /// ```
    ///
    /// # What to do
    /// Give them addresses, or host names that the platform resolves:
    ///
    /// ```toml
    /// format = 1
    /// name = "apim"
    /// product = "apim"
    /// release = "2.6.0"
    /// pattern = "symmetric"
    /// nodes = [{ addresses = ["apim-0.apim.wso2.svc", "apim-1.apim.wso2.svc"] }]
    /// ```
    Warning "peer-without-address": "other nodes connect to nodes whose addresses are not known";
    source: "API Manager 2.6.0 manual, deploying in a distributed setup"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    for role in plan.roles() {
        let called = |node: &&Node| {
            let mut links = node.line().links_to(node.role);
            node.address.is_none() && node.has(Feature::ApiManager) && links.any(|link| link.from != Peers::Clients)
        };
        let nodes: Vec<&Node> = plan.of_role(role).filter(called).collect();
        if nodes.is_empty() {
            continue;
        }
        let word = if nodes.len() == 1 { role.name() } else { role.plural() };
        let verb = if nodes.len() == 1 { "has" } else { "have" };
        let message = format!("{} {word} {verb} no address, and other nodes connect to each", nodes.len());
        let finding = RULE.finding(message, "give them addresses, or make the names in the files resolve");
        notes.push(at_each(finding, nodes.iter().map(|node| node.at.clone())));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::{Value, json};

    #[test]
    fn traffic_managers_have_addresses_and_portals_need_none() {
        let design = |managers: Value| {
            json!({
                "format": 1, "name": "x", "product": "apim", "release": "2.6.0", "pattern": "distributed",
                "nodes": [{"role": "publisher", "count": 2}, managers, {"role": "gateway", "count": 2}],
            })
        };
        let message = "2 traffic managers have no address, and other nodes connect to each";
        fires(&RULE, design(json!({"role": "traffic-manager", "count": 2})), "nodes[1]", message);
        silent(&RULE, design(json!({"role": "traffic-manager", "addresses": "192.0.2.1-2"})));
    }
}
