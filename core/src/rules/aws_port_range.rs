use crate::diagnostic::{Diagnostic, Fix, Path};
use crate::plan::{MembershipPlan, Node, Plan};
use crate::rules::place::{at_each, list};
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds member ports outside of 5701 to 5800 in a cluster by the AWS scheme, and outside of 5701 to 5708 in one of ECS.
    ///
    /// # Why it matters
    /// The scheme asks Amazon for the instances and then tries these hundred ports on each. A node on port 4000 is
    /// never found.
    ///
    /// # Example
    /// ```toml
    /// nodes = [{ role = "manager", count = 1, member-port = 4100 }, { role = "worker", count = 2 }]
    /// cluster.membership.aws = { iam-role = "wso2", region = "eu-west-1" }
    /// product = "ei"
    /// release = "6.5.0"
    /// ```
    ///
    /// # What to do
    /// Leave `member-port` out, or take a port from 5701 to 5800; open the range in the security group to the group
    /// itself:
    ///
    /// ```toml
    /// nodes = [{ role = "manager", count = 1, member-port = 5701 }, { role = "worker", count = 2 }]
    /// cluster.membership.aws = { iam-role = "wso2", region = "eu-west-1" }
    /// ```
    Error "aws-port-range": "a member port is not one that the AWS scheme looks at";
    source: "Clustering Guide 4.2.0, «AWS membership scheme»; wso2-attic/aws-is#24"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let last = match &plan.cluster.membership {
        MembershipPlan::Aws { .. } => 5800,
        MembershipPlan::AwsEcs { .. } => 5708,
        _ => return,
    };
    let outside: Vec<&Node> =
        plan.nodes.iter().filter(|node| !(5701..=last).contains(&node.member_port.get())).collect();
    let Some(first) = outside.first().filter(|_| plan.cluster.enabled) else { return };
    let message = format!(
        "the AWS scheme tries ports 5701 to {last} only, and the member port of {} is {}",
        list(outside.iter().map(|node| &node.name)),
        first.member_port
    );
    let mut places: Vec<Path> = outside.iter().map(|node| node.at.clone().key("member-port")).collect();
    places.dedup();
    let fix =
        places.iter().fold(Fix::safe("use ports from 5701"), |fix, at| fix.set(at.clone(), serde_json::Value::Null));
    notes.push(at_each(RULE.finding(message, "leave `member-port` out"), places).fix(fix));
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn amazon_is_asked_for_ports_from_5701() {
        let nodes = |port: u16| {
            json!([
                { "role": "manager", "count": 1, "member-port": port },
                { "role": "worker", "count": 2, "member-port": port },
            ])
        };
        let aws = json!({ "membership": { "aws": { "iam-role": "wso2" } } });
        fires(
            &RULE,
            json!({ "nodes": nodes(4000), "cluster": aws }),
            "nodes[0].member-port",
            "the AWS scheme tries ports 5701 to 5800 only, and the member port of manager-1, worker-1 and worker-2 is 4000",
        );
        silent(&RULE, json!({ "nodes": nodes(5800), "cluster": aws }));
        silent(&RULE, json!({ "nodes": nodes(4000) }));
    }
}
