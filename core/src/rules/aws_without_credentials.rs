use crate::diagnostic::Diagnostic;
use crate::plan::{AwsCredentials, MembershipPlan, Plan};
use crate::rules::place;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds the AWS scheme without a role and without both keys of a user.
    ///
    /// # Why it matters
    /// Amazon answers signed requests only. Without credentials the scheme cannot list the instances and the cluster
    /// does not start.
    ///
    /// # Example
    /// ```toml
    /// cluster.membership.aws = { access-key = "env:AWS_KEY", region = "eu-west-1" }
    /// ```
    ///
    /// # What to do
    /// Name the instance's role (kernel 4.4.35 and later), or both keys of a user who may call `ec2:DescribeInstances`
    /// and `ec2:DescribeAvailabilityZones`:
    ///
    /// ```toml
    /// cluster.membership.aws = { access-key = "env:AWS_KEY", secret-key = "env:AWS_SECRET", region = "eu-west-1" }
    /// ```
    Error "aws-without-credentials": "the AWS scheme has nobody to ask as";
    source: "Clustering Guide 4.2.0, «AWS membership scheme»"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let MembershipPlan::Aws { credentials: AwsCredentials::None, .. } = &plan.cluster.membership else { return };
    if !plan.cluster.enabled {
        return;
    }
    let (key, help) = if plan.release.kernel.aws_iam_role() {
        ("iam-role", "write `iam-role`, or both `access-key` and `secret-key`")
    } else {
        ("access-key", "write both `access-key` and `secret-key`")
    };
    let message = "the AWS scheme has neither a role nor both keys of a user to ask Amazon with";
    notes.push(RULE.finding(message, help).at(place::membership(plan, key)));
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn amazon_wants_to_know_who_asks() {
        let aws = |said| json!({ "cluster": { "membership": { "aws": said } } });
        let message = "the AWS scheme has neither a role nor both keys of a user to ask Amazon with";
        fires(&RULE, aws(json!({})), "cluster.membership.aws.access-key", message);
        silent(&RULE, aws(json!({ "iam-role": "wso2" })));
        silent(&RULE, aws(json!({ "access-key": "env:A", "secret-key": "env:B" })));
    }
}
