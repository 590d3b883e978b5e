use crate::balancer::{Stays, balancer};
use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::Plan;
use crate::rules::place;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Notes a client tied to a node on an open-source NGINX that has no `sticky` of its own.
    ///
    /// # Why it matters
    /// A cookie of the load balancer and maps do the same: in measurements no client moved while its node was up. The
    /// configuration is longer, and has an upstream for each node.
    ///
    /// # Example
    /// ```toml
    /// balancers = [{ version = "1.22.1" }]
    /// ```
    ///
    /// # What to do
    /// Nothing, or take NGINX 1.29.6 or later:
    ///
    /// ```toml
    /// balancers = [{ version = "1.30.0" }]
    /// ```
    Advice "sticky-emulated": "stickiness is built by hand on this NGINX";
    source: "NGINX, CHANGES: `sticky` came with 1.29.6"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    for front in &plan.fronts {
        let program = balancer(front.program);
        if (program.stays)(front.version, front.stay_by) != Stays::Emulated
            || !front.upstreams.iter().any(|upstream| upstream.affinity.is_some())
        {
            continue;
        }
        let at = place::balancer(front, "version");
        let message = format!(
            "{} has no `sticky`: a cookie and maps tie clients to nodes on {}",
            (program.called)(front.version),
            front.name
        );
        let fix = Fix::unsafe_("write for the stable line").set(at.clone(), serde_json::Value::Null);
        notes.push(RULE.finding(message, "nothing, or take NGINX 1.29.6 or later").at(at).fix(fix));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn sticky_came_with_1_29_6() {
        let balancer = |said| json!({ "balancers": [said] });
        let message = "NGINX 1.29.5 has no `sticky`: a cookie and maps tie clients to nodes on lb";
        fires(&RULE, balancer(json!({ "version": "1.29.5" })), "balancers[0].version", message);
        silent(&RULE, balancer(json!({ "version": "1.29.6" })));
        silent(&RULE, balancer(json!({ "program": "nginx-plus", "version": "1.25.1" })));
        silent(&RULE, balancer(json!({ "version": "1.22.1", "sticky": "never" })));
    }
}
