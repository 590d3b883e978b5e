use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::{MembershipPlan, Plan};
use crate::rules::place;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds a region that ends with the letter of a zone, such as us-east-1a.
    ///
    /// # Why it matters
    /// There is no EC2 interface for a zone. The name goes into the host that is asked, and that host does not exist.
    ///
    /// # Example
    /// ```toml
    /// cluster.membership.aws = { access-key = "env:AWS_KEY", secret-key = "env:AWS_SECRET", region = "us-east-1a" }
    /// ```
    ///
    /// # What to do
    /// Leave the letter out:
    ///
    /// ```toml
    /// cluster.membership.aws = { access-key = "env:AWS_KEY", secret-key = "env:AWS_SECRET", region = "us-east-1" }
    /// ```
    Error "aws-region-zone": "an availability zone stands where the region belongs";
    source: "Clustering Guide 4.2.0, «AWS membership scheme»"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let (MembershipPlan::Aws { region, .. } | MembershipPlan::AwsEcs { region, .. }) = &plan.cluster.membership else {
        return;
    };
    let Some(bare) = without_zone(region.as_str()).filter(|_| plan.cluster.enabled) else { return };
    let at = place::membership(plan, "region");
    let message = format!("{region} is an availability zone; its region is {bare}");
    let fix = Fix::safe(format!("take the region {bare}")).set(at.clone(), bare);
    notes.push(RULE.finding(message, "leave the letter of the zone out").at(at).fix(fix));
}

/// `us-east-1` of `us-east-1a`.
fn without_zone(text: &str) -> Option<&str> {
    let bare = text.strip_suffix(|last: char| last.is_ascii_lowercase())?;
    (bare.contains('-') && bare.ends_with(|last: char| last.is_ascii_digit())).then_some(bare)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn a_region_has_no_letter() {
        let region =
            |text: &str| json!({ "cluster": { "membership": { "aws": { "iam-role": "wso2", "region": text } } } });
        let at = "cluster.membership.aws.region";
        fires(&RULE, region("eu-west-3c"), at, "eu-west-3c is an availability zone; its region is eu-west-3");
        silent(&RULE, region("eu-west-3"));
        silent(&RULE, region("us-gov-east-1"));
    }
}
