use super::super::alb::Alb;
use super::super::attributes;
use super::super::group::{Group, Targets};
use super::{camel, pair, reference, resource};
use crate::format::yaml::{List, Map, Value};
use crate::plan::Server;
use crate::plan::front::conduct;

pub(super) fn body(alb: &Alb<'_>, resources: &mut Map) {
    for group in &alb.groups {
        resources.gap();
        resources.say(group.say());
        let name = format!("{}Group", camel(&group.key));
        resources.set(name, resource("AWS::ElasticLoadBalancingV2::TargetGroup", properties(alb, group)));
    }
}

fn properties(alb: &Alb<'_>, group: &Group<'_>) -> Map {
    let mut body = Map::new();
    body.set_why(
        "Name",
        group.name.as_str(),
        "the port is in it: another port makes another group before this one goes",
    );
    body.set("VpcId", reference("VpcId"));
    match group.targets {
        Targets::Addresses { v6, .. } => {
            body.set("TargetType", "ip");
            if v6 {
                body.set("IpAddressType", "ipv6");
            }
        }
        Targets::AutoScaling { .. } => body.set("TargetType", "instance"),
    }
    body.set("Port", group.port.get());
    body.set("Protocol", group.protocol());
    let (path, matcher, why) = group.health();
    body.set("HealthCheckProtocol", group.protocol());
    body.set("HealthCheckPath", path);
    body.set_why("Matcher", Map::new().with("HttpCode", matcher), why);
    body.set_why("HealthCheckIntervalSeconds", attributes::HEALTH_EVERY, "there is no shorter time");
    body.set("HealthCheckTimeoutSeconds", conduct::HEALTH_WITHIN);
    body.set("HealthyThresholdCount", conduct::HEALTH_PASSES);
    body.set("UnhealthyThresholdCount", conduct::HEALTH_FAILS);
    let mut settings = super::attributes(attributes::of_group(alb.front));
    if let Some((kind, cookie)) = attributes::stickiness(group) {
        settings.add(pair("stickiness.enabled", "true"));
        settings.add(pair("stickiness.type", kind));
        match cookie {
            Some(cookie) => {
                settings
                    .add_why(pair("stickiness.app_cookie.cookie_name", cookie), "clients without a session are spread");
                settings.add(pair("stickiness.app_cookie.duration_seconds", Value::of(&attributes::STAYS)));
            }
            None => settings.add(pair("stickiness.lb_cookie.duration_seconds", Value::of(&attributes::STAYS))),
        }
    }
    body.set("TargetGroupAttributes", settings);
    if let Targets::Addresses { active, standby, .. } = &group.targets {
        body.set(
            "Targets",
            match standby.is_empty() {
                true => targets(active).into(),
                false => {
                    let mut choice = List::new();
                    choice.add("OnStandby");
                    choice.add(targets(standby));
                    choice.add(targets(active));
                    Value::tagged("If", choice)
                }
            },
        );
    }
    body
}

fn targets(servers: &[&Server]) -> List {
    let mut list = List::new();
    for server in servers {
        list.say(server.node.to_string());
        list.add(Map::new().with("Id", Value::of(&server.address)).with("Port", server.port.get()));
    }
    list
}
