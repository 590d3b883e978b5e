use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::{MembershipPlan, Node, Plan};
use crate::rules::place;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Compares the ports of a written well-known list with the member ports of the nodes behind it.
    ///
    /// # Why it matters
    /// The entry leads to a port on which nobody listens. The offset is no excuse: it is not added to the member port.
    ///
    /// # Example
    /// ```toml
    /// [cluster.membership.well-known]
    /// members = ["192.0.2.11:4000", "192.0.2.21-22:4100"]
    /// ```
    ///
    /// # What to do
    /// Write the node's member port, or leave the port out:
    ///
    /// ```toml
    /// [cluster.membership.well-known]
    /// members = ["192.0.2.11", "192.0.2.21-22"]
    /// ```
    Error "well-known-port": "a well-known member has another port in the list than on its node";
    source: "Clustering Guide 4.4.x: the port is the target's `localMemberPort`"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let MembershipPlan::WellKnown { members, said: true, .. } = &plan.cluster.membership else { return };
    if !plan.cluster.enabled {
        return;
    }
    for (number, member) in members.iter().enumerate() {
        let at_host = |node: &&Node| node.address.as_ref().is_some_and(|address| member.host.covers(address));
        let mut nodes = plan.nodes.iter().filter(at_host).peekable();
        let Some(first) = nodes.peek().copied() else { continue };
        if nodes.any(|node| node.member_port == member.port) {
            continue;
        }
        let port = first.member_port;
        let message = format!(
            "the list calls {} on port {}, and {} has the member port {port}",
            member.host, member.port, first.name
        );
        let at = place::membership(plan, "members").index(number);
        // The bare host takes the port of its node.
        let fix = Fix::safe(format!("list {} with port {port}", member.host)).set(at.clone(), member.host.to_string());
        notes.push(RULE.finding(message, "leave the port out, and the node's own is taken").at(at).fix(fix));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn list_and_node_agree_on_the_port() {
        let said = |members| json!({ "cluster": { "membership": { "well-known": { "members": members } } } });
        fires(
            &RULE,
            said(json!(["192.0.2.11", "192.0.2.21-22:9443"])),
            "cluster.membership.well-known.members[1]",
            "the list calls 192.0.2.21-22 on port 9443, and worker-1 has the member port 4100",
        );
        silent(&RULE, said(json!(["192.0.2.11:4100", "192.0.2.21-22", "192.0.2.99:1"])));
    }
}
