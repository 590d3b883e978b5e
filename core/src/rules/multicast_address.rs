use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::{MembershipPlan, Plan};
use crate::rules::place;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Checks that the group's address lies in 224.0.0.0/4 or ff00::/8.
    ///
    /// # Why it matters
    /// Packets to an ordinary address go to one machine. No other node hears them, and every node stays alone.
    ///
    /// # Example
    /// ```toml
    /// [cluster.membership.multicast]
    /// address = "192.0.2.4"
    /// ```
    ///
    /// # What to do
    /// Leave the address out for 228.0.0.4, or take one of 239.0.0.0/8, which is free for everybody's own use:
    ///
    /// ```toml
    /// [cluster.membership.multicast]
    /// address = "239.0.0.4"
    /// ```
    Error "multicast-address": "the multicast group is no multicast address";
    source: "RFC 5771; kernel 4.4.40, MulticastBasedMembershipScheme"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let MembershipPlan::Multicast { address, .. } = &plan.cluster.membership else { return };
    if plan.cluster.enabled && !address.ip().is_some_and(|ip| ip.is_multicast()) {
        let at = place::membership(plan, "address");
        let message = format!("{address} is no multicast group: those lie in 224.0.0.0/4");
        let fix = Fix::safe("take the usual group 228.0.0.4").set(at.clone(), serde_json::Value::Null);
        notes.push(RULE.finding(message, "take an address of 239.0.0.0/8").at(at).fix(fix));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn a_group_is_a_group() {
        let group = |address: &str| json!({ "cluster": { "membership": { "multicast": { "address": address } } } });
        let at = "cluster.membership.multicast.address";
        fires(&RULE, group("10.0.0.1"), at, "10.0.0.1 is no multicast group: those lie in 224.0.0.0/4");
        silent(&RULE, group("239.1.2.3"));
        silent(&RULE, group("ff02::1"));
    }
}
