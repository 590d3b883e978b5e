use crate::balancer::balancer;
use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::rules::place::list;
use crate::rules::rule::rule;
use crate::value::Address;
use std::collections::BTreeSet;

rule! {
    /// # What it does
    /// Notes nodes with host names behind NGINX, which looks names up only when it starts.
    ///
    /// # Why it matters
    /// A name that cannot be resolved at that moment keeps it from starting, for all other nodes too; an address that changes
    /// later goes unnoticed.
    ///
    /// # Example
    /// ```toml
    /// nodes = [
    ///   { role = "manager", address = "192.0.2.11" },
    ///   { role = "worker", addresses = ["w1.example.com", "w2.example.com"] },
    /// ]
    /// ```
    ///
    /// # What to do
    /// Write IP addresses, or put the names into the load balancer's hosts file:
    ///
    /// ```toml
    /// nodes = [
    ///   { role = "manager", address = "192.0.2.11" },
    ///   { role = "worker", addresses = ["192.0.2.21", "192.0.2.22"] },
    /// ]
    /// ```
    Advice "upstream-by-name": "the load balancer looks nodes up by name once";
    source: "NGINX, ngx_http_upstream_module: «host not found in upstream»"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let mut told = BTreeSet::new();
    for front in plan.fronts.iter().filter(|front| balancer(front.program).waits_for_names) {
        let servers = front.upstreams.iter().flat_map(|upstream| &upstream.servers);
        let names: BTreeSet<&str> = servers
            .filter_map(|server| match &server.address {
                Address::Name(name) => Some(name.as_str()),
                Address::Ip(_) => None,
            })
            .collect();
        if names.is_empty() || !told.insert((front.program, names.clone())) {
            continue;
        }
        let program = balancer(front.program).name;
        let message = format!("{program} does not start while {} cannot be resolved", list(names));
        let help = "write IP addresses, or put the names into the hosts file of its machine";
        notes.push(RULE.finding(message, help).at("nodes"));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn nodes_behind_nginx_have_numbers() {
        let nodes = json!([
            { "role": "manager", "address": "m1.example.com" },
            { "role": "worker", "address": "w1.example.com" },
        ]);
        let message = "NGINX does not start while w1.example.com cannot be resolved";
        fires(&RULE, json!({ "nodes": nodes }), "nodes", message);
        silent(&RULE, json!({ "nodes": nodes, "balancers": [] }));
        silent(&RULE, json!({ "nodes": nodes, "balancers": [{ "program": "haproxy" }] }));
        silent(&RULE, json!({}));
    }
}
