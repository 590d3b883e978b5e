use super::super::alb::Alb;
use super::{attribute, camel, certificate, reference};
use crate::format::yaml::{Map, Value};

/// What the template cannot know.
pub(super) fn body(alb: &Alb<'_>) -> Map {
    let mut all = Map::new();
    let mut add =
        |name: &str, kind: &'static str, default: Option<&'static str>, choices: &[&'static str], say: &str| {
            let mut parameter = Map::new();
            parameter.set("Type", kind);
            parameter.set("Description", say);
            if let Some(default) = default {
                parameter.set("Default", default);
            }
            if !choices.is_empty() {
                parameter.set("AllowedValues", Value::texts(choices));
            }
            all.set(name.to_owned(), parameter);
        };
    add("VpcId", "AWS::EC2::VPC::Id", None, &[], "The VPC of the nodes.");
    let subnets = match alb.internal {
        true => "Private subnets for the load balancer, in two availability zones at least.",
        false => "Public subnets for the load balancer, in two availability zones at least.",
    };
    add("SubnetIds", "List<AWS::EC2::Subnet::Id>", None, &[], subnets);
    let nodes = "The security group of the nodes, which is opened to the load balancer.";
    add("NodeSecurityGroupId", "AWS::EC2::SecurityGroup::Id", None, &[], nodes);
    for (purpose, name) in &alb.certificates {
        let say = format!("The certificate in ACM for {name}, in this region.");
        add(&certificate(*purpose), "String", None, &[], &say);
    }
    if alb.has_standby() {
        let say = "Whether the nodes on standby take over: those that are asked now are registered no longer.";
        add("StandbyTakesOver", "String", Some("no"), &["no", "yes"], say);
    }
    add("LogBucket", "String", Some(""), &[], "The S3 bucket for access logs; empty: no logs.");
    let say = "Whether the load balancer is protected from being deleted.";
    add("DeletionProtection", "String", Some("true"), &["true", "false"], say);
    all
}

/// What the parameters decide.
pub(super) fn conditions(alb: &Alb<'_>) -> Map {
    let mut all = Map::new();
    let equals = |name: &str, value: &str| Value::tagged("Equals", Value::from([reference(name), value.into()]).flow());
    all.set("WithLogs", Value::tagged("Not", Value::from([equals("LogBucket", "")]).flow()));
    if alb.has_standby() {
        all.set("OnStandby", equals("StandbyTakesOver", "yes"));
    }
    all
}

/// What others need of it.
pub(super) fn outputs(alb: &Alb<'_>) -> Map {
    let mut all = Map::new();
    let mut add = |name: &str, say: &str, value: Value| {
        all.set(name.to_owned(), Map::new().with("Description", say).with("Value", value));
    };
    let names: Vec<String> = alb.certificates.iter().map(|(_, name)| name.to_string()).collect();
    let say = format!("Where an alias record must lead to for {}.", names.join(", "));
    add("DnsName", &say, attribute("Balancer", "DNSName"));
    add(
        "ZoneId",
        "The zone of that name, for alias records of Route 53.",
        attribute("Balancer", "CanonicalHostedZoneID"),
    );
    for group in &alb.groups {
        let name = format!("TargetGroup{}", camel(&group.key));
        let say = format!("The target group of {}: for TargetGroupARNs of an Auto Scaling group.", group.upstream.name);
        add(&name, &say, reference(&format!("{}Group", camel(&group.key))));
    }
    all
}
