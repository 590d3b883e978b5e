use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::rules::rule::rule;
use crate::rules::{place, ports};
use crate::value::Address;
use std::collections::BTreeMap;

rule! {
    /// # What it does
    /// Finds public ports of load balancers that another load balancer or a node on the same address opens too, or that
    /// one load balancer has for HTTP and HTTPS alike.
    ///
    /// # Why it matters
    /// The second program that wants the port does not start.
    ///
    /// # Example
    /// ```toml
    /// balancers = [{ name = "a", address = "192.0.2.2" }, { name = "b", address = "192.0.2.2" }]
    /// ```
    ///
    /// # What to do
    /// Give each an address or ports of its own:
    ///
    /// ```toml
    /// balancers = [{ name = "a", address = "192.0.2.2" }, { name = "b", address = "192.0.2.3" }]
    /// ```
    Error "balancer-port-clash": "a load balancer's port is taken";
    source: ""
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let help = "give it an address or ports of its own";
    let mut taken: BTreeMap<(&Address, u16), &str> = BTreeMap::new();
    let fronts: Vec<&Address> = plan.fronts.iter().filter_map(|front| front.address.as_ref()).collect();
    for node in &plan.nodes {
        let Some(address) = node.address.as_ref().filter(|address| fronts.contains(address)) else { continue };
        let opened = ports::opened(node).into_iter().chain(plan.cluster.enabled.then_some(node.member_port.get()));
        taken.extend(opened.map(|port| ((address, port), node.name.as_str())));
    }
    for front in &plan.fronts {
        if front.http_port == front.https_port {
            let message = format!("{} listens on port {} for HTTP and for HTTPS", front.name, front.http_port);
            let at = place::balancer(front, "https-port");
            notes.push(RULE.finding(message, help).at(at).at(place::balancer(front, "http-port")));
            continue;
        }
        let Some(address) = &front.address else { continue };
        for (port, key) in [(front.http_port, "http-port"), (front.https_port, "https-port")] {
            if let Some(owner) = taken.insert((address, port.get()), front.name.as_str()) {
                let message = format!("{} and {owner} both open port {port} on {address}", front.name);
                notes.push(RULE.finding(message, help).at(place::balancer(front, key)));
                // One port says it all.
                break;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn a_port_has_one_owner() {
        let at = |second| json!({ "balancers": [{ "name": "a", "address": "192.0.2.2" }, second] });
        let message = "b and a both open port 80 on 192.0.2.2";
        fires(&RULE, at(json!({ "name": "b", "address": "192.0.2.2" })), "balancers[1].http-port", message);
        silent(&RULE, at(json!({ "name": "b", "address": "192.0.2.2", "http-port": 81, "https-port": 444 })));
        let beside = |port: u16| json!({ "balancers": [{ "address": "192.0.2.11", "https-port": port }] });
        let message = "lb and manager-1 both open port 9443 on 192.0.2.11";
        fires(&RULE, beside(9443), "balancers[0].https-port", message);
        silent(&RULE, beside(443));
        let message = "lb listens on port 80 for HTTP and for HTTPS";
        fires(&RULE, beside(80), "balancers[0].https-port", message);
    }
}
