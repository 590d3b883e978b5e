use crate::diagnostic::Diagnostic;
use crate::plan::{MembershipPlan, Plan};
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds the scheme for containers of Amazon ECS on kernels before 4.6.
    ///
    /// # Why it matters
    /// These kernels know `multicast`, `wka`, `aws` and classes of one's own. «Invalid membership scheme» is all that such a node
    /// says, and it stays alone.
    ///
    /// # Example
    /// ```toml
    /// product = "is"
    /// release = "5.9.0"
    /// pattern = "symmetric"
    /// cluster.membership.aws-ecs = { cluster = "is", vpc = "10.0.0.0/16" }
    /// nodes = [{ count = 2 }]
    /// ```
    ///
    /// # What to do
    /// Take a release on kernel 4.6 or later, or instances with the AWS scheme:
    ///
    /// ```toml
    /// product = "is"
    /// release = "5.10.0"
    /// pattern = "symmetric"
    /// cluster.membership.aws-ecs = { cluster = "is", vpc = "10.0.0.0/16" }
    /// nodes = [{ count = 2 }]
    /// ```
    Error "scheme-too-new": "the kernel does not know the membership scheme";
    source: "kernel 4.6.0, AWSECSBasedMembershipScheme"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let kernel = plan.release.kernel;
    let ecs = matches!(plan.cluster.membership, MembershipPlan::AwsEcs { .. });
    if plan.cluster.enabled && ecs && !kernel.has_ecs_scheme() {
        let (name, release, key) = (plan.product.name, plan.release.version, plan.cluster.membership.key());
        let message = format!("{name} {release} does not know the scheme {key}: kernel {kernel} is older than it");
        let help = "take a release on kernel 4.6.0 or later, or another scheme";
        notes.push(RULE.finding(message, help).at(format!("cluster.membership.{key}").as_str()).at("release"));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn containers_are_found_from_4_6_on() {
        let change = |release: &str| {
            let ecs = json!({ "membership": { "aws-ecs": { "cluster": "is", "vpc": "10.0.0.0/16" } } });
            json!({ "product": "is", "release": release, "pattern": "symmetric", "nodes": [{"count": 2}], "cluster": ecs })
        };
        fires(
            &RULE,
            change("5.9.0"),
            "cluster.membership.aws-ecs",
            "WSO2 Identity Server 5.9.0 does not know the scheme aws-ecs: kernel 4.5.1 is older than it",
        );
        silent(&RULE, change("5.10.0"));
    }
}
