use crate::diagnostic::Diagnostic;
use crate::plan::{MembershipPlan, Plan};
use crate::rules::place;
use crate::rules::rule::rule;
use crate::value::MemberHost;

rule! {
    /// # What it does
    /// Counts the addresses of the ranges in a written well-known list.
    ///
    /// # Why it matters
    /// Every address of a range is called, whether a node is there or not. Each one that is not there costs a time-out
    /// whenever a node starts.
    ///
    /// # Example
    /// ```toml
    /// [cluster.membership.well-known]
    /// members = ["192.0.2.1-254:4100"]
    /// ```
    ///
    /// # What to do
    /// Narrow the range to the nodes:
    ///
    /// ```toml
    /// [cluster.membership.well-known]
    /// members = ["192.0.2.11:4100", "192.0.2.21-22:4100"]
    /// ```
    Advice "well-known-wide-range": "a range of well-known members is much wider than the cluster";
    source: "Clustering Guide 4.4.x: a small range is found faster"
}

/// So many addresses without a node behind them are nothing to speak of.
const IDLE: usize = 16;

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let MembershipPlan::WellKnown { members, said: true, .. } = &plan.cluster.membership else { return };
    if !plan.cluster.enabled {
        return;
    }
    for (number, member) in members.iter().enumerate() {
        let MemberHost::Range(range) = &member.host else { continue };
        let wide = range.addresses().count();
        let within = |ip| range.contains(ip);
        let nodes = plan.nodes.iter().filter_map(|node| node.address.as_ref()?.ip()).filter(|ip| within(*ip)).count();
        if wide > nodes + IDLE {
            let message = format!("the range {range} has {wide} addresses for {nodes} nodes, and every one is called");
            let at = place::membership(plan, "members").index(number);
            notes.push(RULE.finding(message, "narrow the range to the nodes").at(at));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn a_range_is_about_as_wide_as_the_cluster() {
        let said = |members| json!({ "cluster": { "membership": { "well-known": { "members": members } } } });
        fires(
            &RULE,
            said(json!(["192.0.2.11", "192.0.2.20-120"])),
            "cluster.membership.well-known.members[1]",
            "the range 192.0.2.20-120 has 101 addresses for 2 nodes, and every one is called",
        );
        silent(&RULE, said(json!(["192.0.2.11-28"])));
    }
}
