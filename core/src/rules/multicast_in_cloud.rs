use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::{MembershipPlan, Plan};
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Notes that nodes find each other by multicast.
    ///
    /// # Why it matters
    /// The networks of cloud providers drop multicast packets: every node would stay alone, without an error in any
    /// log.
    ///
    /// # Example
    /// ```toml
    /// cluster.membership.multicast = {}
    /// ```
    ///
    /// # What to do
    /// Nothing, on machines and switches of your own. In a cloud use well-known addresses, or the scheme that asks the
    /// provider:
    ///
    /// ```toml
    /// cluster.membership.well-known = {}
    /// ```
    Advice "multicast-in-cloud": "no cloud carries multicast";
    source: "Clustering Guide 4.4.x, «Membership schemes»: not for IaaS"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let MembershipPlan::Multicast { .. } = &plan.cluster.membership else { return };
    if !plan.cluster.enabled {
        return;
    }
    let message = "multicast works on networks of one's own only: clouds drop it";
    let at = "cluster.membership.multicast";
    let finding = RULE.finding(message, "in a cloud use well-known addresses, aws or kubernetes").at(at);
    notes.push(if plan.nodes.iter().all(|node| node.address.is_some()) {
        let well_known = serde_json::json!({ "well-known": {} });
        finding.fix(Fix::unsafe_("use well-known addresses").set("cluster.membership", well_known))
    } else {
        finding
    });
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn multicast_is_for_networks_of_ones_own() {
        let message = "multicast works on networks of one's own only: clouds drop it";
        let change = json!({ "cluster": { "membership": { "multicast": {} } } });
        fires(&RULE, change, "cluster.membership.multicast", message);
        silent(&RULE, json!({}));
    }
}
