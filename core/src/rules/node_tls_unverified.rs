use crate::design::NodeTls;
use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::Plan;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds nodes whose certificates are not checked.
    ///
    /// # Why it matters
    /// Whoever answers at a node's address gets the clients' requests, with their credentials.
    ///
    /// # Example
    /// ```toml
    /// tls.nodes = "unverified"
    /// ```
    ///
    /// # What to do
    /// Leave the setting out: the bundle has a private authority and a certificate for each node.
    ///
    /// ```toml
    /// tls.nodes = "verified"
    /// ```
    Warning "node-tls-unverified": "load balancers do not check the nodes' certificates";
    source: "RFC 9525: a client checks that the certificate is for the name that it meant"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    if plan.tls.nodes == NodeTls::Unverified && !plan.fronts.is_empty() {
        let message = "load balancers send requests to whoever answers at a node's address";
        let fix = Fix::unsafe_("check the nodes' certificates").set("tls.nodes", serde_json::Value::Null);
        notes.push(RULE.finding(message, "leave the setting out").at("tls.nodes").fix(fix));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn nodes_show_their_certificates() {
        let message = "load balancers send requests to whoever answers at a node's address";
        fires(&RULE, json!({ "tls": { "nodes": "unverified" } }), "tls.nodes", message);
        silent(&RULE, json!({ "tls": { "nodes": "unverified" }, "balancers": [] }));
    }
}
