use crate::catalogue::CustomSchemes;
use crate::diagnostic::Diagnostic;
use crate::plan::{MembershipPlan, Plan};
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds the Kubernetes plug-in or another class of one's own on the kernels 4.4.6 to 4.4.10.
    ///
    /// # Why it matters
    /// These kernels hand the class a null Hazelcast configuration. It fails with a NullPointerException and the node
    /// does not start.
    ///
    /// # Example
    /// ```toml
    /// cluster.membership.kubernetes = { services = ["esb"] }
    /// nodes = [{ role = "manager", count = 1 }, { role = "worker", count = 2 }]
    /// ```
    ///
    /// # What to do
    /// Take a release on another kernel, or a scheme that the kernel brings along:
    ///
    /// ```toml
    /// release = "4.9.0"
    /// cluster.membership.kubernetes = { services = ["esb"] }
    /// nodes = [{ role = "manager", count = 1 }, { role = "worker", count = 2 }]
    /// ```
    Error "scheme-broken": "the kernel cannot run a membership scheme of one's own";
    source: "wso2/kubernetes-common#1: kernels 4.4.6 to 4.4.10"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let membership = &plan.cluster.membership;
    let own = matches!(membership, MembershipPlan::Kubernetes { .. } | MembershipPlan::Custom { .. });
    let kernel = plan.release.kernel;
    if plan.cluster.enabled && own && kernel.custom_schemes() == CustomSchemes::Broken {
        let (name, release, key) = (plan.product.name, plan.release.version, membership.key());
        let message = format!("the scheme {key} fails on {name} {release}: kernel {kernel} hands it no configuration");
        let help = "take a release on kernel 4.4.11 or later, or well-known addresses";
        notes.push(RULE.finding(message, help).at(format!("cluster.membership.{key}").as_str()).at("release"));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn kernels_4_4_6_to_4_4_10_are_broken() {
        let kubernetes = json!({ "membership": { "kubernetes": { "services": ["esb"] } } });
        fires(
            &RULE,
            json!({ "cluster": kubernetes }),
            "cluster.membership.kubernetes",
            "the scheme kubernetes fails on WSO2 Enterprise Service Bus 5.0.0: kernel 4.4.8 hands it no configuration",
        );
        fires(
            &RULE,
            json!({ "cluster": { "membership": { "custom": { "class": "org.example.Scheme" } } } }),
            "cluster.membership.custom",
            "the scheme custom fails on WSO2 Enterprise Service Bus 5.0.0: kernel 4.4.8 hands it no configuration",
        );
        silent(&RULE, json!({ "product": "ei", "release": "6.1.1", "cluster": kubernetes }));
    }
}
