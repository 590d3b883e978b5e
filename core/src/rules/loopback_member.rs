use crate::diagnostic::Diagnostic;
use crate::plan::{MembershipPlan, Plan};
use crate::rules::place;
use crate::rules::rule::rule;
use crate::value::{Address, MemberHost};

rule! {
    /// # What it does
    /// Finds nodes and well-known members with an address such as 127.0.0.1, ::1 or localhost, in a cluster that spans
    /// several machines.
    ///
    /// # Why it matters
    /// The address goes to the other members as the one to call back. Each of them then talks to itself: every node
    /// elects itself coordinator and no member ever joins.
    ///
    /// # Example
    /// ```toml
    /// nodes = [{ role = "manager", address = "127.0.0.1" }, { role = "worker", addresses = "192.0.2.21-22" }]
    /// ```
    ///
    /// # What to do
    /// Write the address by which the other machines reach the node:
    ///
    /// ```toml
    /// nodes = [{ role = "manager", address = "192.0.2.11" }, { role = "worker", addresses = "192.0.2.21-22" }]
    /// ```
    Error "loopback-member": "a member advertises a loopback address";
    source: "Kernel 4.4.40, HazelcastClusteringAgent: `localMemberHost` is what members advertise"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let several = plan.nodes.windows(2).any(|pair| pair[0].address != pair[1].address);
    // All on one machine: a loopback address is the right one to try a cluster with.
    if !plan.cluster.enabled || !several {
        return;
    }
    let help = "write the address by which the other machines reach it";
    for node in &plan.nodes {
        if let Some(address) = node.address.as_ref().filter(|address| is_loopback(address)) {
            let message = format!("{} advertises {address}, where every other node finds only itself", node.name);
            notes.push(RULE.finding(message, help).at(node.at.clone().key("address")));
        }
    }
    if let MembershipPlan::WellKnown { members, said: true, .. } = &plan.cluster.membership {
        for (number, member) in members.iter().enumerate() {
            if matches!(&member.host, MemberHost::One(address) if is_loopback(address)) {
                let message = format!("the well-known member {} is every node's own loopback", member.host);
                notes.push(RULE.finding(message, help).at(place::membership(plan, "members").index(number)));
            }
        }
    }
}

fn is_loopback(address: &Address) -> bool {
    match address {
        Address::Ip(ip) => ip.to_canonical().is_loopback(),
        Address::Name(name) => name.as_str() == "localhost" || name.as_str().ends_with(".localhost"),
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn a_loopback_reaches_no_other_machine() {
        let nodes = |address: &str| {
            json!({
                "nodes": [{ "role": "manager", "address": address }, { "role": "worker", "addresses": "192.0.2.21-22" }],
            })
        };
        for address in ["127.0.0.2", "::1", "localhost"] {
            let message = format!("manager-1 advertises {address}, where every other node finds only itself");
            fires(&RULE, nodes(address), "nodes[0].address", &message);
        }
        fires(
            &RULE,
            json!({ "cluster": { "membership": { "well-known": { "members": ["192.0.2.11", "127.0.0.1:4100"] } } } }),
            "cluster.membership.well-known.members[1]",
            "the well-known member 127.0.0.1 is every node's own loopback",
        );
        silent(&RULE, nodes("192.0.2.11"));
    }

    #[test]
    fn one_machine_may_cluster_with_itself() {
        let nodes =
            json!([{ "role": "manager", "address": "127.0.0.1" }, { "role": "worker", "address": "127.0.0.1" }]);
        silent(&RULE, json!({ "nodes": nodes }));
    }
}
