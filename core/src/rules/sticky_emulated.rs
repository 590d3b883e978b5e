use crate::balancer::{Stays, balancer};
use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::Plan;
use crate::rules::place;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Notes a client tied to a node by a load balancer that has no means of its own for it, such as open-source NGINX without
    /// `sticky`.
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
    Advice "sticky-emulated": "stickiness is built by hand on this load balancer";
    source: "NGINX, CHANGES: `sticky` came with 1.29.6"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    for front in &plan.fronts {
        let program = balancer(front.program);
        let stays = |version| (program.stays)(version, front.stay_by);
        if stays(front.version) != Stays::Emulated
            || !front.upstreams.iter().any(|upstream| upstream.affinity.is_some())
        {
            continue;
        }
        let at = place::balancer(front, "version");
        let called = (program.called)(front.version);
        let message = format!("{called} ties no client to a node by itself: on {} a cookie and rules do", front.name);
        let finding = RULE.finding(message, "nothing").at(at.clone());
        let usual = program.version;
        notes.push(match stays(usual) {
            Stays::ByItself => {
                let help = format!("nothing, or take {}, which does", (program.called)(usual));
                finding.help(help).fix(Fix::unsafe_("write for the usual version").set(at, serde_json::Value::Null))
            }
            _ => finding,
        });
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
        let message = "NGINX 1.29.5 ties no client to a node by itself: on lb a cookie and rules do";
        fires(&RULE, balancer(json!({ "version": "1.29.5" })), "balancers[0].version", message);
        silent(&RULE, balancer(json!({ "version": "1.29.6" })));
        silent(&RULE, balancer(json!({ "program": "nginx-plus", "version": "1.25.1" })));
        silent(&RULE, balancer(json!({ "version": "1.22.1", "sticky": "never" })));
    }
}
