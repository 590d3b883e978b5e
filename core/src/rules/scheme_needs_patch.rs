use crate::catalogue::CustomSchemes;
use crate::diagnostic::Diagnostic;
use crate::plan::{MembershipPlan, Plan};
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds the Kubernetes plug-in or another class of one's own on a kernel before 4.4.2.
    ///
    /// # Why it matters
    /// `membershipSchemeClassName` came with 4.4.2. An older kernel without the patch ignores it and knows no such
    /// scheme.
    ///
    /// # Example
    /// ```toml
    /// release = "4.9.0"
    /// cluster.membership.kubernetes = { services = ["esb"] }
    /// nodes = [{ role = "manager", count = 1 }, { role = "worker", count = 2 }]
    /// ```
    ///
    /// # What to do
    /// Install the kernel's patch on every node, or take a later release; kernels 4.4.6 to 4.4.10 are no help:
    ///
    /// ```toml
    /// product = "ei"
    /// release = "6.5.0"
    /// cluster.membership.kubernetes = { services = ["ei"] }
    /// nodes = [{ role = "manager", count = 1 }, { role = "worker", count = 2 }]
    /// ```
    Warning "scheme-needs-patch": "the kernel reads a membership scheme of one's own only with a patch";
    source: "wso2/kubernetes-common, README: patch0012 for 4.2.0, patch0005 for 4.4.1"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let membership = &plan.cluster.membership;
    let own = matches!(membership, MembershipPlan::Kubernetes { .. } | MembershipPlan::Custom { .. });
    let kernel = plan.release.kernel;
    if plan.cluster.enabled && own && kernel.custom_schemes() == CustomSchemes::Unknown {
        let (name, release, key) = (plan.product.name, plan.release.version, membership.key());
        let message = format!("the scheme {key} needs a patch on {name} {release}: kernel {kernel} does not read it");
        let help = "install the kernel's patch for membership schemes on every node, or take a later release";
        notes.push(RULE.finding(message, help).at(format!("cluster.membership.{key}").as_str()).at("release"));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn schemes_of_ones_own_came_with_4_4_2() {
        let change = |product: &str, release: &str| {
            let membership = json!({ "custom": { "class": "org.example.Scheme" } });
            json!({ "product": product, "release": release, "cluster": { "membership": membership } })
        };
        fires(
            &RULE,
            change("esb", "4.8.1"),
            "cluster.membership.custom",
            "the scheme custom needs a patch on WSO2 Enterprise Service Bus 4.8.1: kernel 4.2.0 does not read it",
        );
        silent(&RULE, change("dss", "3.5.0"));
        silent(&RULE, change("esb", "5.0.0"));
    }
}
