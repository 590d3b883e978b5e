use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::{Plan, Purpose};
use crate::rules::place;
use crate::rules::rule::rule;
use serde_json::json;

rule! {
    /// # What it does
    /// Finds the pattern of sticky sessions with a load balancer that serves plain HTTP.
    ///
    /// # Why it matters
    /// The cookie that ties a client to its node is sent over HTTPS only. Requests over HTTP are spread over all nodes,
    /// and their sessions are lost.
    ///
    /// # Example
    /// ```toml
    /// pattern = "sticky-sessions"
    /// nodes = [{ addresses = "192.0.2.11-12" }]
    /// ```
    ///
    /// # What to do
    /// Send HTTP on to HTTPS:
    ///
    /// ```toml
    /// pattern = "sticky-sessions"
    /// nodes = [{ addresses = "192.0.2.11-12" }]
    /// balancers = [{ redirect-http = true }]
    /// ```
    Warning "sticky-only-on-https": "sessions over plain HTTP are not tied to a node";
    source: "Clustering Guide 4.4.x, «Clustering and high availability», pattern 3"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    if !plan.pattern.sticky_services {
        return;
    }
    for front in &plan.fronts {
        let plain = |upstream: &&crate::plan::Upstream| upstream.purpose == Purpose::Service && !upstream.tls;
        if front.upstreams.iter().filter(plain).any(|upstream| upstream.affinity.is_none()) {
            let at = place::balancer(front, "redirect-http");
            let value = if front.at.is_root() { json!([{ "redirect-http": true }]) } else { json!(true) };
            let message =
                format!("{} spreads plain HTTP over all nodes, and sessions are in one node's memory", front.name);
            let fix = Fix::unsafe_("send HTTP on to HTTPS").set(at.clone(), value);
            notes.push(RULE.finding(message, "send HTTP on to HTTPS").at(at).fix(fix));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn plain_http_is_sent_on() {
        let change = |pattern: &str, balancers| json!({ "pattern": pattern, "nodes": [{ "addresses": "192.0.2.11-12" }], "balancers": balancers });
        let message = "lb spreads plain HTTP over all nodes, and sessions are in one node's memory";
        fires(&RULE, change("sticky-sessions", json!(null)), "balancers", message);
        fires(&RULE, change("sticky-sessions", json!([{}])), "balancers[0].redirect-http", message);
        silent(&RULE, change("sticky-sessions", json!([{ "redirect-http": true }])));
        silent(&RULE, change("symmetric", json!(null)));
    }
}
