use super::super::alb::Alb;
use super::super::attributes;
use super::{attribute, pair, reference, resource};
use crate::format::yaml::{List, Map, Value};

pub(super) fn body(alb: &Alb<'_>, resources: &mut Map) {
    let mut lb = Map::new();
    lb.set("Name", alb.name.as_str());
    lb.set("Type", "application");
    lb.set("Scheme", if alb.internal { "internal" } else { "internet-facing" });
    lb.set("IpAddressType", alb.address_type());
    lb.set("Subnets", reference("SubnetIds"));
    lb.set("SecurityGroups", Value::from([attribute("BalancerSecurityGroup", "GroupId")]).flow());
    let mut all = super::attributes(attributes::of_balancer(alb.front), true);
    all.add(pair("deletion_protection.enabled", reference("DeletionProtection")));
    let logs = [
        ("access_logs.s3.enabled", Value::from("true")),
        ("access_logs.s3.bucket", reference("LogBucket")),
        ("access_logs.s3.prefix", alb.name.as_str().into()),
    ];
    for (key, value) in logs {
        let mut choice = List::default();
        choice.add("WithLogs");
        choice.add(pair(key, value));
        choice.add(reference("AWS::NoValue"));
        all.add(Value::tagged("If", choice));
    }
    lb.set("LoadBalancerAttributes", all);
    resources.set("Balancer", resource("AWS::ElasticLoadBalancingV2::LoadBalancer", lb));
    resources.gap();
    resources.say(match alb.clients.is_empty() {
        true => "Clients reach the public ports. It reaches the nodes' ports, and nothing else; the nodes let it in there.",
        false => {
            "The networks that some host is open to reach the public ports. It reaches the nodes' ports, and nothing else; the \
             nodes let it in there."
        }
    });
    security_groups(alb, resources);
}

fn security_groups(alb: &Alb<'_>, resources: &mut Map) {
    let mut ingress = List::default();
    for listener in &alb.listeners {
        for network in alb.client_networks() {
            let mut rule = ports(listener.port);
            rule.set(if network.contains(':') { "CidrIpv6" } else { "CidrIp" }, network);
            ingress.add(rule);
        }
    }
    let mut egress = List::default();
    for port in alb.node_ports() {
        egress.add(ports(port).with("DestinationSecurityGroupId", reference("NodeSecurityGroupId")));
    }
    let mut group = Map::new();
    group.set("GroupDescription", "The load balancer of a WSO2 cluster");
    group.set("VpcId", reference("VpcId"));
    group.set("SecurityGroupIngress", ingress);
    group.set("SecurityGroupEgress", egress);
    resources.set("BalancerSecurityGroup", resource("AWS::EC2::SecurityGroup", group));
    for port in alb.node_ports() {
        let mut rule = ports(port);
        rule.set("GroupId", reference("NodeSecurityGroupId"));
        rule.set("SourceSecurityGroupId", attribute("BalancerSecurityGroup", "GroupId"));
        resources.set(format!("NodePort{port}"), resource("AWS::EC2::SecurityGroupIngress", rule));
    }
}

fn ports(port: crate::value::Port) -> Map {
    Map::new().with("IpProtocol", "tcp").with("FromPort", port.get()).with("ToPort", port.get())
}
