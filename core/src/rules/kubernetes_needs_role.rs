use crate::diagnostic::Diagnostic;
use crate::plan::{MembershipPlan, Plan};
use crate::rules::place;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Notes that the Kubernetes scheme asks the API server.
    ///
    /// # Why it matters
    /// The scheme reads `endpoints` of its namespace with the pod's service account. An account without that permission
    /// gets a 403, and the node does not start.
    ///
    /// # Example
    /// ```toml
    /// cluster.membership.kubernetes = { services = ["esb"], use-dns = false }
    /// ```
    ///
    /// # What to do
    /// Bind the pods' service account to a Role with `get` and `list` on `endpoints`, or let a headless service answer
    /// by DNS:
    ///
    /// ```toml
    /// cluster.membership.kubernetes = { services = ["esb"], use-dns = true }
    /// ```
    Advice "kubernetes-needs-role": "the pods need a role that reads endpoints";
    source: "kubernetes-is#131, docker-is#201: HTTP 403, «Kubernetes membership initialization failed»"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let MembershipPlan::Kubernetes { use_dns: false, namespace, .. } = &plan.cluster.membership else { return };
    if plan.cluster.enabled {
        let message = format!("the pods' service account must be allowed to read endpoints in {namespace}");
        let help = "bind it to a Role with the verbs get and list on endpoints";
        notes.push(RULE.finding(message, help).at(place::membership(plan, "use-dns")));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn the_api_server_asks_for_a_role() {
        let kubernetes = |dns: bool| {
            let said = json!({ "services": ["esb"], "namespace": "prod", "use-dns": dns });
            json!({ "cluster": { "membership": { "kubernetes": said } } })
        };
        let message = "the pods' service account must be allowed to read endpoints in prod";
        fires(&RULE, kubernetes(false), "cluster.membership.kubernetes.use-dns", message);
        silent(&RULE, kubernetes(true));
    }
}
