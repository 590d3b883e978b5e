use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::{MembershipPlan, Plan};
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds nodes with different member ports in a cluster by the Kubernetes scheme.
    ///
    /// # Why it matters
    /// Endpoints are taken over by address alone, and each node calls them on its own member port. A pod on another
    /// port is never found.
    ///
    /// # Example
    /// ```toml
    /// cluster.membership.kubernetes = { services = ["esb"] }
    /// nodes = [{ role = "manager", count = 1, member-port = 4200 }, { role = "worker", count = 2 }]
    /// ```
    ///
    /// # What to do
    /// Give all pods one member port; each has an address of its own:
    ///
    /// ```toml
    /// cluster.membership.kubernetes = { services = ["esb"] }
    /// nodes = [{ role = "manager", count = 1 }, { role = "worker", count = 2 }]
    /// ```
    Error "kubernetes-member-ports": "pods have different member ports";
    source: "wso2/kubernetes-common, KubernetesMembershipScheme: members are added without a port"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let MembershipPlan::Kubernetes { .. } = &plan.cluster.membership else { return };
    let Some(first) = plan.nodes.first().filter(|_| plan.cluster.enabled) else { return };
    let Some(other) = plan.nodes.iter().find(|node| node.member_port != first.member_port) else { return };
    let (one, two) = (first.member_port, other.member_port);
    let message = format!("{} has the member port {one} and {} has {two}: pods must agree", first.name, other.name);
    let mut places: Vec<_> = plan.nodes.iter().map(|node| node.at.clone().key("member-port")).collect();
    places.dedup();
    let finding = RULE.finding(message, "give all pods one member port").at(other.at.clone().key("member-port"));
    // Nodes that share an address are counted up, whatever is said.
    let fix = places
        .into_iter()
        .fold(Fix::safe("use the product's port everywhere"), |fix, at| fix.set(at, plan.release.line.member_port));
    notes.push(if plan.nodes.iter().any(|node| node.shares_machine) { finding } else { finding.fix(fix) });
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn pods_agree_on_the_port() {
        let nodes = |port: u16| {
            json!([
                { "role": "manager", "count": 1 },
                { "role": "worker", "count": 2, "member-port": port },
            ])
        };
        let kubernetes = json!({ "membership": { "kubernetes": { "services": ["esb"] } } });
        let message = "manager-1 has the member port 4100 and worker-1 has 4200: pods must agree";
        let change = json!({ "nodes": nodes(4200), "cluster": kubernetes });
        let found = fires(&RULE, change, "nodes[1].member-port", message);
        assert!(found.fix.is_some());
        silent(&RULE, json!({ "nodes": nodes(4100), "cluster": kubernetes }));
        silent(&RULE, json!({ "nodes": nodes(4200) }));
    }
}
