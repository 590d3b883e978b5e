use crate::diagnostic::Diagnostic;
use crate::plan::{MembershipPlan, Plan};
use crate::rules::place::{self, list};
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Notes that the Kubernetes scheme asks DNS.
    ///
    /// # Why it matters
    /// The scheme looks up SRV records of `<service>.<namespace>.svc.cluster.local`. Only a headless service
    /// (`clusterIP: None`) has one for each pod; and while a node joins its cluster it is not ready yet, so that the
    /// first pods do not see each other unless `publishNotReadyAddresses` is true.
    ///
    /// # Example
    /// ```toml
    /// cluster.membership.kubernetes = { services = ["esb"] }
    /// ```
    ///
    /// # What to do
    /// Write both into the service; or let the scheme ask the API server, which needs a role instead:
    ///
    /// ```toml
    /// cluster.membership.kubernetes = { services = ["esb"], use-dns = false }
    /// ```
    Advice "kubernetes-headless-service": "the service must be headless and publish pods that are not ready";
    source: "wso2/kubernetes-common, README: USE_DNS"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let MembershipPlan::Kubernetes { use_dns: true, services, .. } = &plan.cluster.membership else { return };
    if plan.cluster.enabled && !services.is_empty() {
        let message = format!("members are found by DNS: {} must be headless and publish pods early", list(services));
        let help = "write `clusterIP: None` and `publishNotReadyAddresses: true` into the service";
        notes.push(RULE.finding(message, help).at(place::membership(plan, "services")));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn dns_asks_for_a_headless_service() {
        let kubernetes = |dns: bool| json!({ "cluster": { "membership": { "kubernetes": { "services": ["esb"], "use-dns": dns } } } });
        let message = "members are found by DNS: esb must be headless and publish pods early";
        fires(&RULE, kubernetes(true), "cluster.membership.kubernetes.services", message);
        silent(&RULE, kubernetes(false));
    }
}
