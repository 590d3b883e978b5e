use super::super::alb::Alb;
use super::super::attributes;
use super::super::listener::{Deed, Listener, Rule};
use super::super::{TLS_POLICY, UNKNOWN_HOST};
use super::{camel, certificate, pair, reference, resource};
use crate::format::yaml::{List, Map, Value};
use crate::plan::front::conduct::tls;

pub(super) fn body(alb: &Alb<'_>, resources: &mut Map) {
    for listener in &alb.listeners {
        resources.gap();
        resources.say(UNKNOWN_HOST);
        let name = format!("Port{}", listener.port);
        resources.set(name.clone(), resource("AWS::ElasticLoadBalancingV2::Listener", properties(alb, listener)));
        if listener.tls {
            for (purpose, _) in alb.certificates.iter().skip(1) {
                let mut body = Map::new();
                body.set("ListenerArn", reference(&name));
                body.set("Certificates", [Map::new().with("CertificateArn", reference(&certificate(*purpose)))]);
                let name = format!("{name}{}", camel(purpose.key()));
                resources.set(name, resource("AWS::ElasticLoadBalancingV2::ListenerCertificate", body));
            }
        }
        for rule in &listener.rules {
            resources.gap();
            resources.say(rule.say.clone());
            let body = self::rule(alb, rule, &name);
            let name = format!("{name}Rule{}", rule.priority);
            resources.set(name, resource("AWS::ElasticLoadBalancingV2::ListenerRule", body));
        }
    }
}

fn properties(alb: &Alb<'_>, listener: &Listener<'_>) -> Map {
    let mut body = Map::new();
    body.set("LoadBalancerArn", reference("Balancer"));
    body.set("Port", listener.port.get());
    body.set("Protocol", if listener.tls { "HTTPS" } else { "HTTP" });
    if listener.tls {
        body.because("SslPolicy", TLS_POLICY, tls::REASON);
        if let Some((purpose, _)) = alb.certificates.first() {
            body.set("Certificates", [Map::new().with("CertificateArn", reference(&certificate(*purpose)))]);
        }
    }
    let mut settings = List::default();
    settings.because(pair(attributes::SERVER.0, "false"), "It tells an attacker what runs here.");
    for (header, value) in &listener.headers {
        if let Some((key, _)) = attributes::of_header(header) {
            settings.add(pair(key, *value));
        }
    }
    if let Some(missing) = attributes::missing(&listener.missing()) {
        settings.say(missing);
    }
    body.set("ListenerAttributes", settings);
    body.set("DefaultActions", [fixed_response(421)]);
    body
}

fn rule(alb: &Alb<'_>, rule: &Rule<'_>, listener: &str) -> Map {
    let mut body = Map::new();
    body.set("ListenerArn", reference(listener));
    body.set("Priority", rule.priority);
    let mut conditions = List::default();
    let mut condition = |field: &'static str, config: &'static str, key: &'static str, values: Value| {
        conditions.add(Map::new().with("Field", field).with(config, Map::new().with(key, values)));
    };
    condition("host-header", "HostHeaderConfig", "Values", Value::texts([rule.host]));
    if !rule.paths.is_empty() {
        condition(
            "path-pattern",
            "PathPatternConfig",
            "RegexValues",
            rule.paths.iter().map(Value::text).collect::<List>().into(),
        );
    }
    if !rule.sources.is_empty() {
        condition("source-ip", "SourceIpConfig", "Values", Value::texts(rule.sources));
    }
    body.set("Conditions", conditions);
    let action = match rule.deed {
        Deed::Forward(group) => {
            let group = alb.groups.get(group).map_or_else(String::new, |group| format!("{}Group", camel(&group.key)));
            Map::new().with("Type", "forward").with("TargetGroupArn", reference(&group))
        }
        Deed::Refuse(status) => fixed_response(status),
        Deed::Redirect(port) => {
            let mut to = Map::new();
            to.set("Protocol", "HTTPS");
            to.set("Host", Value::text(rule.host));
            to.set("Port", Value::text(&port));
            to.set("StatusCode", "HTTP_301");
            Map::new().with("Type", "redirect").with("RedirectConfig", to)
        }
    };
    body.set("Actions", [action]);
    body
}

fn fixed_response(status: u16) -> Map {
    let response = Map::new().with("ContentType", "text/plain").with("StatusCode", Value::text(&status));
    Map::new().with("Type", "fixed-response").with("FixedResponseConfig", response)
}
