use crate::diagnostic::Diagnostic;
use crate::plan::{MembershipPlan, Plan};
use crate::rules::place;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds an empty list of services.
    ///
    /// # Why it matters
    /// Members are the endpoints of the services named. Without a name there is nothing to look up, and the node does
    /// not start.
    ///
    /// # Example
    /// ```toml
    /// cluster.membership.kubernetes = { services = [] }
    /// ```
    ///
    /// # What to do
    /// Name the service, or the services, in front of the pods:
    ///
    /// ```toml
    /// cluster.membership.kubernetes = { services = ["esb"] }
    /// ```
    Error "kubernetes-without-services": "the Kubernetes scheme has no service to ask for";
    source: "wso2/kubernetes-common, README: KUBERNETES_SERVICES"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let MembershipPlan::Kubernetes { services, .. } = &plan.cluster.membership else { return };
    if plan.cluster.enabled && services.is_empty() {
        let message = "the Kubernetes scheme names no service whose pods are members";
        let help = "name the service in front of the pods under `services`";
        notes.push(RULE.finding(message, help).at(place::membership(plan, "services")));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn a_service_is_named() {
        let services = |names| json!({ "cluster": { "membership": { "kubernetes": { "services": names } } } });
        let message = "the Kubernetes scheme names no service whose pods are members";
        fires(&RULE, services(json!([])), "cluster.membership.kubernetes.services", message);
        silent(&RULE, services(json!(["esb"])));
    }
}
