use crate::balancer::is_platform;
use crate::diagnostic::Diagnostic;
use crate::plan::{Plan, Upstream};
use crate::rules::place;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds a load balancer for nodes of which none has an address.
    ///
    /// # Why it matters
    /// The program does not start with an empty group of servers.
    ///
    /// # Example
    /// ```toml
    /// nodes = [{ role = "manager", address = "192.0.2.11" }, { role = "worker", count = 2 }]
    /// ```
    ///
    /// # What to do
    /// Write the nodes' addresses; or write `balancers = []` where the platform's own load balancer finds them:
    ///
    /// ```toml
    /// nodes = [{ role = "manager", address = "192.0.2.11" }, { role = "worker", count = 2 }]
    /// balancers = []
    /// ```
    Error "front-without-nodes": "a load balancer has no node to send requests to";
    source: "NGINX, ngx_http_upstream_module: an upstream needs a server"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    for front in &plan.fronts {
        let finds = |upstream: &Upstream| {
            is_platform(front.program) && plan.nodes.iter().any(|node| node.door(upstream.purpose).is_some())
        };
        let empty = front.upstreams.iter().find(|upstream| upstream.servers.is_empty() && !finds(upstream));
        let Some(empty) = empty else { continue };
        let what = empty.purpose.what();
        let message = format!("{} has no node to send requests for {what} to: none has an address", front.name);
        let help = "write addresses, or `balancers = []` where the platform's own load balancer finds the nodes";
        notes.push(RULE.finding(message, help).at("nodes").at(place::balancer(front, "serves")));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn a_load_balancer_knows_its_nodes() {
        let nodes = json!([{ "role": "manager", "address": "192.0.2.11" }, { "role": "worker", "count": 2 }]);
        let message = "lb has no node to send requests for the services to: none has an address";
        fires(&RULE, json!({ "nodes": nodes }), "nodes", message);
        silent(&RULE, json!({ "nodes": nodes, "balancers": [] }));
        silent(&RULE, json!({ "nodes": nodes, "balancers": [{ "program": "kubernetes-gateway" }] }));
        silent(&RULE, json!({ "nodes": nodes, "balancers": [{ "program": "aws-alb-terraform" }] }));
        silent(&RULE, json!({ "nodes": [{ "role": "manager", "count": 1 }, { "role": "worker", "count": 2 }] }));
    }
}
