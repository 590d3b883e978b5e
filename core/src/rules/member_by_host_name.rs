use crate::diagnostic::Diagnostic;
use crate::plan::{MembershipPlan, Plan};
use crate::rules::place::{self, at_each, list};
use crate::rules::rule::rule;
use crate::value::{Address, MemberHost};

rule! {
    /// # What it does
    /// Finds nodes and well-known members that have a host name, where nodes find each other by well-known addresses.
    ///
    /// # Why it matters
    /// The kernel recognises a well-known member by comparing the written host with the member's numeric address. A
    /// host name never matches, so that a member that leaves is not kept in mind as a well-known one.
    ///
    /// # Example
    /// ```toml
    /// nodes = [{ role = "manager", address = "esb-m1.example.com" }, { role = "worker", addresses = "192.0.2.21-22" }]
    /// ```
    ///
    /// # What to do
    /// Write IP addresses:
    ///
    /// ```toml
    /// nodes = [{ role = "manager", address = "192.0.2.11" }, { role = "worker", addresses = "192.0.2.21-22" }]
    /// ```
    Warning "member-by-host-name": "a well-known member is named, not addressed";
    source: "Kernel 4.4.40, WKABasedMembershipScheme: members are matched with numeric addresses as texts"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let MembershipPlan::WellKnown { members, said, .. } = &plan.cluster.membership else { return };
    if !plan.cluster.enabled {
        return;
    }
    let mut named: Vec<_> = plan
        .nodes
        .iter()
        .filter_map(|node| match &node.address {
            Some(Address::Name(name)) => Some((name.to_string(), node.at.clone().key("address"))),
            _ => None,
        })
        .collect();
    if *said {
        let at = |number| place::membership(plan, "members").index(number);
        named.extend(members.iter().enumerate().filter_map(|(number, member)| match &member.host {
            MemberHost::One(Address::Name(name)) => Some((name.to_string(), at(number))),
            _ => None,
        }));
    }
    if named.is_empty() {
        return;
    }
    let names = list(named.iter().map(|(name, _)| name));
    let message = format!("{names}: the kernel recognises well-known members by their numeric address only");
    let finding = RULE.finding(message, "write the IP address; host names belong where addresses change");
    notes.push(at_each(finding, named.into_iter().map(|(_, at)| at)));
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn well_known_members_have_numbers() {
        let node = |address: &str| {
            json!([
                { "role": "manager", "address": address },
                { "role": "worker", "address": "192.0.2.21" },
            ])
        };
        fires(
            &RULE,
            json!({ "nodes": node("m1.example.com") }),
            "nodes[0].address",
            "m1.example.com: the kernel recognises well-known members by their numeric address only",
        );
        let said = json!({ "well-known": { "members": ["192.0.2.11-12:4100", "w1.example.com"] } });
        fires(
            &RULE,
            json!({ "cluster": { "membership": said } }),
            "cluster.membership.well-known.members[1]",
            "w1.example.com: the kernel recognises well-known members by their numeric address only",
        );
        silent(&RULE, json!({ "nodes": node("m1.example.com"), "cluster": { "membership": { "multicast": {} } } }));
    }
}
