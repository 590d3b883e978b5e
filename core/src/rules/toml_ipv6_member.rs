use crate::catalogue::Generation;
use crate::diagnostic::Diagnostic;
use crate::plan::{MembershipPlan, Plan};
use crate::rules::place::list;
use crate::rules::rule::rule;
use crate::value::{Address, MemberHost};
use std::collections::BTreeSet;
use std::net::IpAddr;

rule! {
    /// # What it does
    /// Finds well-known members with IPv6 addresses where the nodes are configured by `deployment.toml`.
    ///
    /// # Why it matters
    /// The product cuts each member at its first colon into a host and a port. Of `2001:db8::11` it takes `2001` for the host and `db8`
    /// for the port, and the node does not start.
    ///
    /// # Example
    /// ```toml
    /// product = "is"
    /// release = "7.0.0"
    /// pattern = "symmetric"
    /// nodes = [{ addresses = ["2001:db8::11", "2001:db8::12"] }]
    /// ```
    ///
    /// # What to do
    /// Give the nodes IPv4 addresses for the cluster's own messages:
    ///
    /// ```toml
    /// product = "is"
    /// release = "7.0.0"
    /// pattern = "symmetric"
    /// nodes = [{ addresses = ["192.0.2.11", "192.0.2.12"] }]
    /// ```
    Error "toml-ipv6-member": "deployment.toml cannot say a well-known member's IPv6 address";
    source: "IS 7.0.0, axis2.xml.j2: each of `clustering.members` is split at `:`"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let toml = |group: usize| {
        plan.nodes.iter().any(|node| node.group == Some(group) && node.line().generation == Generation::Toml)
    };
    let MembershipPlan::WellKnown { said, .. } = &plan.cluster.membership else { return };
    let groups = plan.cluster.groups.iter().enumerate().filter(|(group, _)| toml(*group));
    let members = groups.flat_map(|(_, group)| group.members.iter());
    let ipv6: BTreeSet<&Address> = members
        .filter_map(|member| match &member.host {
            MemberHost::One(address @ Address::Ip(IpAddr::V6(_))) => Some(address),
            _ => None,
        })
        .collect();
    if ipv6.is_empty() {
        return;
    }
    let message = format!("deployment.toml cannot say {}: the product cuts a member at its first colon", list(&ipv6));
    let finding = RULE.finding(message, "take IPv4 addresses for the nodes, or another membership scheme");
    notes.push(match said {
        true => finding.at("cluster.membership.well-known.members"),
        false => {
            let ours = |node: &&crate::plan::Node| node.address.as_ref().is_some_and(|it| ipv6.contains(it));
            let places = plan.nodes.iter().filter(ours).map(|node| node.at.clone());
            crate::rules::place::at_each(finding, places)
        }
    });
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn members_are_cut_at_the_first_colon() {
        let change = |product: &str, release: &str, address: &str| json!({ "product": product, "release": release, "pattern": "symmetric", "nodes": [{"address": address}, {"address": "192.0.2.12"}] });
        fires(
            &RULE,
            change("is", "7.0.0", "2001:db8::11"),
            "nodes[0]",
            "deployment.toml cannot say 2001:db8::11: the product cuts a member at its first colon",
        );
        silent(&RULE, change("is", "7.0.0", "192.0.2.11"));
        silent(&RULE, change("ei", "6.5.0", "2001:db8::11"));
    }
}
