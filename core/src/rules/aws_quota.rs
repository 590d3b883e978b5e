use crate::balancer::aws_excesses;
use crate::design::BalancerProgram;
use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::rules::place;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds an Application Load Balancer with more of something than an account of AWS may have at first: 1,000 targets, 100
    /// rules, 25 certificates, 1,500 capacity units of a web ACL; and host names that are longer than the 128 characters that
    /// its rules take.
    ///
    /// # Why it matters
    /// AWS takes the files until a quota is reached, and stops halfway.
    ///
    /// # Example
    /// ```toml
    /// balancers = [{ program = "aws-alb-terraform" }]
    /// nodes = [{ role = "worker", count = 600 }]   # on HTTP and on HTTPS: 1,200 targets
    /// ```
    ///
    /// # What to do
    /// Have the quota raised in Service Quotas before, or serve on HTTPS only:
    ///
    /// ```toml
    /// balancers = [{ program = "aws-alb-terraform", redirect-http = true }]
    /// ```
    Warning "aws-quota": "this load balancer needs more than an account of AWS may have at first";
    source: "Quotas for your Application Load Balancers; AWS WAF quotas"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let programs = [BalancerProgram::AwsAlbTerraform, BalancerProgram::AwsAlbCloudformation];
    for front in plan.fronts.iter().filter(|front| programs.contains(&front.program)) {
        for excess in aws_excesses(plan, front) {
            let message =
                format!("{} needs {} {}, and AWS gives {}", front.name, excess.has, excess.what, excess.quota);
            notes.push(RULE.finding(message, excess.help).at(place::balancer(front, "program")));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn a_thousand_targets_are_counted_by_port() {
        let cluster = |workers: u16, balancer| {
            json!({ "balancers": [balancer],
                    "nodes": [{ "role": "manager", "count": 1 }, { "role": "worker", "count": workers }] })
        };
        let message = "lb needs 1200 targets, and AWS gives 1000";
        fires(&RULE, cluster(600, json!({ "program": "aws-alb-terraform" })), "balancers[0].program", message);
        silent(&RULE, cluster(600, json!({ "program": "aws-alb-terraform", "redirect-http": true })));
        silent(&RULE, cluster(400, json!({ "program": "aws-alb-cloudformation" })));
        silent(&RULE, cluster(600, json!({ "program": "nginx" })));
        let mut long = cluster(2, json!({ "program": "aws-alb-terraform" }));
        long["hosts"] = json!({ "service": format!("{0}.{0}.{0}.example", "a".repeat(50)) });
        let message = "lb needs 160 characters for a host name, and AWS gives 128";
        fires(&RULE, long, "balancers[0].program", message);
    }
}
