use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::{MembershipPlan, Plan};
use crate::rules::place;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds a Kubernetes scheme that asks the API server without checking its certificate.
    ///
    /// # Why it matters
    /// The request carries the service account's token. Whoever answers in the API server's place gets it.
    ///
    /// # Example
    /// ```toml
    /// cluster.membership.kubernetes = { services = ["esb"], use-dns = false, skip-tls-verification = true }
    /// ```
    ///
    /// # What to do
    /// Import the cluster's authority (`/var/run/secrets/kubernetes.io/serviceaccount/ca.crt`) into the truststore, and
    /// check:
    ///
    /// ```toml
    /// cluster.membership.kubernetes = { services = ["esb"], use-dns = false }
    /// ```
    Warning "kubernetes-tls-unverified": "the API server's certificate is not checked";
    source: "wso2/kubernetes-common, README: KUBERNETES_MASTER_SKIP_SSL_VERIFICATION"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let asks_unchecked = matches!(
        plan.cluster.membership,
        MembershipPlan::Kubernetes { use_dns: false, skip_tls_verification: true, .. }
    );
    if plan.cluster.enabled && asks_unchecked {
        let at = place::membership(plan, "skip-tls-verification");
        let message = "the API server gets the service account's token, and its certificate is not checked";
        let help = "import the cluster's authority into the truststore";
        let fix = Fix::unsafe_("check the certificate").set(at.clone(), serde_json::Value::Null);
        notes.push(RULE.finding(message, help).at(at).fix(fix));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn the_api_server_is_checked() {
        let skip = |skip: bool| {
            let said = json!({ "services": ["esb"], "use-dns": false, "skip-tls-verification": skip });
            json!({ "cluster": { "membership": { "kubernetes": said } } })
        };
        let message = "the API server gets the service account's token, and its certificate is not checked";
        fires(&RULE, skip(true), "cluster.membership.kubernetes.skip-tls-verification", message);
        silent(&RULE, skip(false));
    }
}
