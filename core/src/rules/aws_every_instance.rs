use crate::diagnostic::Diagnostic;
use crate::plan::{MembershipPlan, Plan};
use crate::rules::place;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Notes an AWS scheme that filters neither by security group nor by tag.
    ///
    /// # Why it matters
    /// Every instance that the account runs in the region is tried on up to a hundred ports, whatever it is. That is
    /// slow, and looks like a port scan.
    ///
    /// # Example
    /// ```toml
    /// cluster.membership.aws = { access-key = "env:AWS_KEY", secret-key = "env:AWS_SECRET", region = "eu-west-1" }
    /// ```
    ///
    /// # What to do
    /// Name the security group or a tag that the nodes have in common:
    ///
    /// ```toml
    /// [cluster.membership.aws]
    /// access-key = "env:AWS_KEY"
    /// secret-key = "env:AWS_SECRET"
    /// region = "eu-west-1"
    /// security-group = "wso2-esb"
    /// ```
    Advice "aws-every-instance": "the AWS scheme tries every instance of the region";
    source: "Clustering Guide 4.2.0, «AWS membership scheme»: `securityGroup`, `tagKey`, `tagValue`"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let MembershipPlan::Aws { security_group: None, tag: None, region, .. } = &plan.cluster.membership else { return };
    if plan.cluster.enabled {
        let message = format!("the AWS scheme tries every instance in {region}: no security group or tag narrows it");
        let help = "write `security-group`, or `tag-key` and `tag-value`";
        notes.push(RULE.finding(message, help).at(place::membership(plan, "security-group")));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn a_filter_narrows_the_search() {
        let aws = |said| json!({ "cluster": { "membership": { "aws": said } } });
        let message = "the AWS scheme tries every instance in us-east-1: no security group or tag narrows it";
        fires(&RULE, aws(json!({ "tag-key": "app" })), "cluster.membership.aws.security-group", message);
        silent(&RULE, aws(json!({ "tag-key": "app", "tag-value": "esb" })));
        silent(&RULE, aws(json!({ "security-group": "esb" })));
    }
}
