use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::{MembershipPlan, Plan};
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds a membership scheme, or a list of well-known members, beside a delivery through Private PaaS.
    ///
    /// # Why it matters
    /// The platform starts the nodes, so it alone knows their addresses: its agent writes the list, or its own scheme
    /// reads the platform's topology. What the design says of members reaches no instance.
    ///
    /// # Example
    /// ```toml
    /// release = "4.9.0"
    /// cluster.membership.multicast = {}
    /// delivery.private-paas = { version = "4.1.0", infrastructure = { kubernetes = {} } }
    /// ```
    ///
    /// # What to do
    /// Leave the scheme to the platform:
    ///
    /// ```toml
    /// release = "4.9.0"
    /// delivery.private-paas = { version = "4.1.0", infrastructure = { kubernetes = {} } }
    /// ```
    Warning "membership-of-platform": "Private PaaS finds the members itself";
    source: "private-paas-cartridges 4.1, plugins: membership scheme private-paas"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let said = match &plan.cluster.membership {
        // A list of all nodes is what everybody has who says nothing.
        MembershipPlan::WellKnown { said, members, .. } => *said && !lists_every_node(plan, members.len()),
        _ => true,
    };
    if !plan.delivery.finds_members() || !plan.cluster.enabled || !said {
        return;
    }
    let scheme = crate::membership::scheme(&plan.cluster.membership).name;
    let message = format!("Private PaaS finds the members itself; «{scheme}» reaches no instance");
    let fix = Fix::unsafe_("leave it to the platform").set("cluster.membership", serde_json::Value::Null);
    notes.push(RULE.finding(message, "take it out").at("cluster.membership").fix(fix));
}

fn lists_every_node(plan: &Plan, members: usize) -> bool {
    plan.nodes.iter().filter(|node| node.group.is_some() && node.address.is_some()).count() == members
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn the_platform_knows_the_members() {
        let with = |membership: serde_json::Value| {
            json!({
                "release": "4.9.0", "cluster": { "membership": membership },
                "delivery": { "private-paas": { "version": "4.1.0", "infrastructure": "mock" } },
            })
        };
        let at = "cluster.membership";
        let message = |name: &str| format!("Private PaaS finds the members itself; «{name}» reaches no instance");
        fires(&RULE, with(json!({ "multicast": {} })), at, &message("Multicast"));
        fires(
            &RULE,
            with(json!({ "well-known": { "members": ["192.0.2.9:4000"] } })),
            at,
            &message("Well-known addresses"),
        );
        silent(&RULE, with(json!({ "well-known": {} })));
        silent(&RULE, json!({ "cluster": { "membership": { "multicast": {} } } }));
    }
}
