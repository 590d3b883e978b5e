use super::super::alb::Alb;
use super::super::attributes;
use super::set_all;
use crate::format::hcl::{Body, Expression, Identifier};

pub(super) fn body(alb: &Alb<'_>) -> Body {
    let mut file = Body::new();
    file.resource("aws_lb", &Identifier::new("this"), |lb| {
        lb.set("name", alb.name.as_str());
        lb.set("load_balancer_type", "application");
        lb.set("internal", alb.internal);
        lb.set("ip_address_type", alb.address_type());
        lb.set("subnets", Expression::code("var.subnet_ids"));
        lb.set("security_groups", Expression::code("[aws_security_group.balancer.id]"));
        lb.set("enable_deletion_protection", Expression::code("var.deletion_protection"));
        lb.gap();
        set_all(lb, attributes::of_balancer(alb.front), true);
        lb.gap();
        lb.named("dynamic", &Identifier::new("access_logs"), |logs| {
            logs.set("for_each", Expression::code("var.log_bucket == \"\" ? [] : [var.log_bucket]"));
            logs.block("content", |content| {
                content.set("bucket", Expression::code("access_logs.value"));
                content.set("prefix", alb.name.as_str());
                content.set("enabled", true);
            });
        });
    });
    file.gap();
    file.resource("aws_security_group", &Identifier::new("balancer"), |group| {
        group.set("name", alb.name.as_str());
        group.set("description", "The load balancer of a WSO2 cluster");
        group.set("vpc_id", Expression::code("var.vpc_id"));
    });
    clients(alb, &mut file);
    nodes(alb, &mut file);
    file
}

fn clients(alb: &Alb<'_>, file: &mut Body) {
    file.gap();
    file.say(match alb.clients.is_empty() {
        true => "Clients reach the public ports.",
        false => "The networks that some host is open to reach the public ports.",
    });
    for v6 in [false, true] {
        let networks: Vec<String> =
            alb.client_networks().into_iter().filter(|network| network.contains(':') == v6).collect();
        if networks.is_empty() {
            continue;
        }
        for listener in &alb.listeners {
            let name = format!("clients_{}{}", listener.port, if v6 { "_ipv6" } else { "" });
            file.gap();
            file.resource("aws_vpc_security_group_ingress_rule", &Identifier::new(&name), |rule| {
                let all = Expression::map(networks.iter().map(|network| (network.clone(), network.as_str().into())));
                rule.set("for_each", all);
                rule.gap();
                rule.set("security_group_id", Expression::code("aws_security_group.balancer.id"));
                rule.set(if v6 { "cidr_ipv6" } else { "cidr_ipv4" }, Expression::code("each.value"));
                ports(rule, listener.port);
            });
        }
    }
}

fn nodes(alb: &Alb<'_>, file: &mut Body) {
    file.gap();
    file.say("It reaches the nodes' ports, and nothing else; the nodes let it in there.");
    for port in alb.node_ports() {
        file.gap();
        let name = Identifier::new(&format!("nodes_{port}"));
        file.resource("aws_vpc_security_group_egress_rule", &name, |rule| {
            rule.set("security_group_id", Expression::code("aws_security_group.balancer.id"));
            rule.set("referenced_security_group_id", Expression::code("var.node_security_group_id"));
            ports(rule, port);
        });
        file.gap();
        file.resource("aws_vpc_security_group_ingress_rule", &name, |rule| {
            rule.set("security_group_id", Expression::code("var.node_security_group_id"));
            rule.set("referenced_security_group_id", Expression::code("aws_security_group.balancer.id"));
            ports(rule, port);
        });
    }
}

fn ports(rule: &mut Body, port: crate::value::Port) {
    rule.set("ip_protocol", "tcp");
    rule.set("from_port", port.get());
    rule.set("to_port", port.get());
}
