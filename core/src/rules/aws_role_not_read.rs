use crate::diagnostic::Diagnostic;
use crate::plan::{AwsCredentials, MembershipPlan, Plan};
use crate::rules::place;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds an IAM role for the AWS scheme on a kernel that does not know the parameter.
    ///
    /// # Why it matters
    /// Older kernels read `accessKey` and `secretKey` only. They start without credentials, and the cluster does not
    /// form.
    ///
    /// # Example
    /// ```toml
    /// cluster.membership.aws = { iam-role = "wso2", region = "eu-west-1" }
    /// ```
    ///
    /// # What to do
    /// Write the keys of a user who may call `ec2:DescribeInstances` and `ec2:DescribeAvailabilityZones`:
    ///
    /// ```toml
    /// cluster.membership.aws = { access-key = "env:AWS_KEY", secret-key = "env:AWS_SECRET", region = "eu-west-1" }
    /// ```
    Error "aws-role-not-read": "the kernel does not read the instance's role";
    source: "Kernel 4.4.35, AWSBasedMembershipScheme: `iamRole`"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let MembershipPlan::Aws { credentials: AwsCredentials::Role(role), .. } = &plan.cluster.membership else { return };
    let kernel = plan.release.kernel;
    if plan.cluster.enabled && !kernel.aws_iam_role() {
        let release = plan.release.version;
        let message = format!("{} {release} (kernel {kernel}) does not read the role {role}", plan.product.name);
        let help = "write `access-key` and `secret-key` of a user instead";
        notes.push(RULE.finding(message, help).at(place::membership(plan, "iam-role")));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn roles_came_with_4_4_35() {
        let change = |release: &str| json!({ "product": "ei", "release": release, "cluster": { "membership": { "aws": { "iam-role": "wso2" } } } });
        fires(
            &RULE,
            change("6.1.1"),
            "cluster.membership.aws.iam-role",
            "WSO2 Enterprise Integrator (integrator profile) 6.1.1 (kernel 4.4.16) does not read the role wso2",
        );
        silent(&RULE, change("6.4.0"));
    }
}
