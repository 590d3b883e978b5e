use super::super::alb::Alb;
use super::super::firewall::{Field, Firewall, Rule, Statement};
use super::{attribute, camel, reference, resource};
use crate::format::yaml::{List, Map, Value};

pub(super) fn body(alb: &Alb<'_>, resources: &mut Map) {
    for set in &alb.firewall.sets {
        let mut body = Map::new();
        body.set("Name", format!("{}-{}", alb.name, set.key.replace('_', "-")));
        body.set("Scope", "REGIONAL");
        body.set("IPAddressVersion", if set.v6 { "IPV6" } else { "IPV4" });
        body.set("Addresses", Value::texts(&set.networks));
        resources.gap();
        resources.set(camel(&set.key), resource("AWS::WAFv2::IPSet", body));
    }
    let mut acl = Map::new();
    acl.set("Name", alb.name.as_str());
    acl.set("Scope", "REGIONAL");
    acl.set("DefaultAction", Map::new().with("Allow", Map::new()));
    acl.set("VisibilityConfig", visibility(&alb.name));
    let mut rules = List::default();
    for (priority, rule) in (1_u32..).zip(&alb.firewall.rules) {
        rules.say(rule.say.clone());
        rules.add(self::rule(&alb.firewall, rule, priority));
    }
    acl.set("Rules", rules);
    resources.gap();
    resources.say("The web ACL: what no node shall see.");
    resources.set("Firewall", resource("AWS::WAFv2::WebACL", acl));
    let mut association = Map::new();
    association.set("ResourceArn", reference("Balancer"));
    association.set("WebACLArn", attribute("Firewall", "Arn"));
    resources.set("FirewallAssociation", resource("AWS::WAFv2::WebACLAssociation", association));
}

fn rule(firewall: &Firewall, rule: &Rule, priority: u32) -> Map {
    let response = Map::new().with("ResponseCode", rule.status);
    let mut body = Map::new();
    body.set("Name", rule.name.as_str());
    body.set("Priority", priority);
    body.set("Action", Map::new().with("Block", Map::new().with("CustomResponse", response)));
    body.set("Statement", statement(firewall, &rule.statement()));
    body.set("VisibilityConfig", visibility(&rule.name));
    body
}

fn statement(firewall: &Firewall, asked: &Statement<'_>) -> Map {
    let several = |all: &[Statement<'_>]| {
        Map::new().with("Statements", all.iter().map(|one| statement(firewall, one)).collect::<List>())
    };
    match asked {
        Statement::All(all) => Map::new().with("AndStatement", several(all)),
        Statement::Any(all) => Map::new().with("OrStatement", several(all)),
        Statement::Not(other) => {
            Map::new().with("NotStatement", Map::new().with("Statement", statement(firewall, other)))
        }
        Statement::Matches(field, pattern) => {
            let mut body = Map::new();
            body.set("RegexString", pattern.0.as_str());
            self::field(*field, &mut body);
            Map::new().with("RegexMatchStatement", body)
        }
        Statement::Has(header) => {
            let mut body = Map::new();
            body.set("ComparisonOperator", "GE");
            body.set("Size", 0_u16);
            self::field(Field::Header(header), &mut body);
            Map::new().with("SizeConstraintStatement", body)
        }
        Statement::From(set) => {
            let set = firewall.sets.get(*set).map_or_else(String::new, |set| camel(&set.key));
            Map::new().with("IPSetReferenceStatement", Map::new().with("Arn", attribute(&set, "Arn")))
        }
    }
}

fn field(field: Field, body: &mut Map) {
    let what = match field {
        Field::Path => Map::new().with("UriPath", Map::new()),
        Field::Header(name) => Map::new().with("SingleHeader", Map::new().with("Name", name.to_ascii_lowercase())),
    };
    body.set("FieldToMatch", what);
    let mut transformations = List::default();
    for (priority, kind) in (0_u16..).zip(field.transformations()) {
        transformations.add(Map::new().with("Priority", priority).with("Type", *kind));
    }
    body.set("TextTransformations", transformations);
}

fn visibility(name: &str) -> Map {
    Map::new().with("CloudWatchMetricsEnabled", true).with("MetricName", name).with("SampledRequestsEnabled", true)
}
