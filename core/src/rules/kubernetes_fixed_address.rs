use crate::diagnostic::Diagnostic;
use crate::plan::{MembershipPlan, Node, Plan};
use crate::rules::place::{at_each, list};
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds nodes with an address in a cluster by the Kubernetes scheme.
    ///
    /// # Why it matters
    /// A pod gets another address each time it starts. A fixed one in its files is advertised to the others, who call a
    /// pod that is gone.
    ///
    /// # Example
    /// ```toml
    /// cluster.membership.kubernetes = { services = ["esb"] }
    /// ```
    ///
    /// # What to do
    /// Say how many nodes there are, and leave their addresses to the platform:
    ///
    /// ```toml
    /// cluster.membership.kubernetes = { services = ["esb"] }
    /// nodes = [{ role = "manager", count = 1 }, { role = "worker", count = 2 }]
    /// ```
    Warning "kubernetes-fixed-address": "a pod has a fixed address";
    source: "wso2/kubernetes-common, README: `localMemberHost` is the pod's address"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let MembershipPlan::Kubernetes { .. } = &plan.cluster.membership else { return };
    let fixed: Vec<&Node> = plan.nodes.iter().filter(|node| node.address.is_some()).collect();
    if !plan.cluster.enabled || fixed.is_empty() {
        return;
    }
    let names = list(fixed.iter().map(|node| &node.name));
    let message = format!("a fixed address is said for {names}, and a pod gets another one at each start");
    let finding = RULE.finding(message, "write `count` instead of addresses");
    notes.push(at_each(finding, fixed.iter().map(|node| node.at.clone())));
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn pods_have_no_fixed_address() {
        let kubernetes = json!({ "membership": { "kubernetes": { "services": ["esb"] } } });
        let message =
            "a fixed address is said for manager-1, worker-1 and worker-2, and a pod gets another one at each start";
        fires(&RULE, json!({ "cluster": kubernetes }), "nodes[0]", message);
        let nodes = json!([{ "role": "manager", "count": 1 }, { "role": "worker", "count": 2 }]);
        silent(&RULE, json!({ "cluster": kubernetes, "nodes": nodes }));
    }
}
