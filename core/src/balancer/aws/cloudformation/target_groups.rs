use super::super::alb::Alb;
use super::super::attributes;
use super::super::group::{Group, Targets};
use super::{camel, pair, reference, resource};
use crate::format::yaml::{List, Map, Value};
use crate::plan::Server;
use crate::plan::front::conduct;

pub(super) fn body(alb: &Alb<'_>, resources: &mut Map) {
    for (number, group) in alb.groups.iter().enumerate() {
        resources.gap();
        resources.say(group.say());
        let name = format!("{}Group", camel(&group.key));
        resources.set(name, resource("AWS::ElasticLoadBalancingV2::TargetGroup", properties(alb, group, number == 0)));
    }
}

fn properties(alb: &Alb<'_>, group: &Group<'_>, explain: bool) -> Map {
    let mut body = Map::new();
    let why = "with another port it is another group, which is made before this one goes";
    if explain {
        body.because("Name", group.name.as_str(), why);
    } else {
        body.set("Name", group.name.as_str());
    }
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
    body.because("Matcher", Map::new().with("HttpCode", matcher), why);
    body.set("HealthCheckIntervalSeconds", attributes::HEALTH_EVERY);
    body.set("HealthCheckTimeoutSeconds", conduct::HEALTH_WITHIN);
    body.set("HealthyThresholdCount", conduct::HEALTH_PASSES);
    body.set("UnhealthyThresholdCount", conduct::HEALTH_FAILS);
    let mut settings = super::attributes(attributes::of_group(alb.front), explain);
    if let Some((kind, cookie)) = attributes::stickiness(group) {
        settings.add(pair("stickiness.enabled", "true"));
        settings.add(pair("stickiness.type", kind));
        match cookie {
            Some(cookie) => {
                settings.because(
                    pair("stickiness.app_cookie.cookie_name", cookie),
                    "Clients without a session are spread.",
                );
                settings.add(pair("stickiness.app_cookie.duration_seconds", Value::text(&attributes::STAYS)));
            }
            None => settings.add(pair("stickiness.lb_cookie.duration_seconds", Value::text(&attributes::STAYS))),
        }
    }
    body.set("TargetGroupAttributes", settings);
    if let Targets::Addresses { active, standby, .. } = &group.targets {
        body.set(
            "Targets",
            match standby.is_empty() {
                true => targets(active).into(),
                false => {
                    let mut choice = List::default();
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
    let mut list = List::default();
    for server in servers {
        list.say(server.node.to_string());
        list.add(Map::new().with("Id", Value::text(&server.address)).with("Port", server.port.get()));
    }
    list
}
