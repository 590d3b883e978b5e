use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::{Plan, Purpose};
use crate::rules::place;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds the pattern of sticky sessions with a load balancer that ties nobody to a node.
    ///
    /// # Why it matters
    /// Sessions are in one node's memory. The next request goes to another node, which knows nothing of it.
    ///
    /// # Example
    /// ```toml
    /// pattern = "sticky-sessions"
    /// nodes = [{ addresses = "192.0.2.11-12" }]
    /// balancers = [{ sticky = "never", redirect-http = true }]
    /// ```
    ///
    /// # What to do
    /// Leave the setting out:
    ///
    /// ```toml
    /// pattern = "sticky-sessions"
    /// nodes = [{ addresses = "192.0.2.11-12" }]
    /// balancers = [{ redirect-http = true }]
    /// ```
    Warning "sticky-off": "the pattern needs stickiness, and it is switched off";
    source: "Clustering Guide 4.4.x, «Clustering and high availability», pattern 3"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    if !plan.pattern.sticky_services {
        return;
    }
    for front in &plan.fronts {
        let tls = |upstream: &&crate::plan::Upstream| upstream.purpose == Purpose::Service && upstream.tls;
        if front.upstreams.iter().filter(tls).any(|upstream| upstream.affinity.is_none()) {
            let at = place::balancer(front, "sticky");
            let message = format!("{} ties no client to a node, and sessions are in one node's memory", front.name);
            let fix = Fix::safe("tie clients to nodes").set(at.clone(), serde_json::Value::Null);
            notes.push(RULE.finding(message, "leave `sticky` out").at(at).fix(fix));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn sticky_sessions_stick() {
        let change = |pattern: &str, sticky: &str| {
            json!({
                "pattern": pattern,
                "nodes": [{ "addresses": "192.0.2.11-12" }],
                "balancers": [{ "sticky": sticky }],
            })
        };
        let message = "lb ties no client to a node, and sessions are in one node's memory";
        fires(&RULE, change("sticky-sessions", "never"), "balancers[0].sticky", message);
        silent(&RULE, change("sticky-sessions", "always"));
        silent(&RULE, change("symmetric", "never"));
    }
}
