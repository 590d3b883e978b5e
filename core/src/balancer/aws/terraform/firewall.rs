use super::super::alb::Alb;
use super::super::firewall::{Field, Firewall, IpSet, Rule, Statement};
use crate::format::hcl::{Body, Expression, Identifier};

pub(super) fn body(alb: &Alb<'_>) -> Body {
    let mut file = Body::new();
    for set in &alb.firewall.sets {
        file.gap();
        ip_set(alb, set, &mut file);
    }
    file.gap();
    acl(alb, &mut file);
    file.gap();
    let this = Identifier::new("this");
    file.resource("aws_wafv2_web_acl_association", &this, |association| {
        association.set("resource_arn", Expression::code("aws_lb.this.arn"));
        association.set("web_acl_arn", Expression::code("aws_wafv2_web_acl.this.arn"));
    });
    file
}

fn ip_set(alb: &Alb<'_>, set: &IpSet, file: &mut Body) {
    file.resource("aws_wafv2_ip_set", &Identifier::new(&set.key), |body| {
        body.set("name", Expression::text(&format!("{}-{}", alb.name, set.key.replace('_', "-"))));
        body.set("scope", "REGIONAL");
        body.set("ip_address_version", if set.v6 { "IPV6" } else { "IPV4" });
        body.set("addresses", Expression::texts(&set.networks));
    });
}

fn acl(alb: &Alb<'_>, file: &mut Body) {
    file.resource("aws_wafv2_web_acl", &Identifier::new("this"), |acl| {
        acl.set("name", alb.name.as_str());
        acl.set("scope", "REGIONAL");
        acl.gap();
        acl.block("default_action", |action| action.block("allow", |_| {}));
        acl.gap();
        visibility(acl, &alb.name);
        for (priority, rule) in (1_u32..).zip(&alb.firewall.rules) {
            acl.gap();
            acl.say(rule.say.clone());
            acl.block("rule", |body| self::rule(&alb.firewall, rule, priority, body));
        }
    });
}

fn rule(firewall: &Firewall, rule: &Rule, priority: u32, body: &mut Body) {
    body.set("name", rule.name.as_str());
    body.set("priority", priority);
    body.gap();
    body.block("action", |action| {
        action.block("block", |block| {
            block.block("custom_response", |response| response.set("response_code", rule.status));
        });
    });
    body.gap();
    statement(firewall, &rule.statement(), body);
    body.gap();
    visibility(body, &rule.name);
}

fn statement(firewall: &Firewall, asked: &Statement<'_>, body: &mut Body) {
    let several = |body: &mut Body, kind, all: &[Statement<'_>]| {
        body.block(kind, |body| {
            for one in all {
                statement(firewall, one, body);
            }
        });
    };
    body.block("statement", |body| match asked {
        Statement::All(all) => several(body, "and_statement", all),
        Statement::Any(all) => several(body, "or_statement", all),
        Statement::Not(other) => body.block("not_statement", |body| statement(firewall, other, body)),
        Statement::Matches(field, pattern) => body.block("regex_match_statement", |body| {
            body.set("regex_string", pattern.0.as_str());
            self::field(*field, body);
        }),
        Statement::Has(header) => body.block("size_constraint_statement", |body| {
            body.set("comparison_operator", "GE");
            body.set("size", 0_u16);
            self::field(Field::Header(header), body);
        }),
        Statement::From(set) => body.block("ip_set_reference_statement", |body| {
            if let Some(set) = firewall.sets.get(*set) {
                body.set("arn", Expression::reference("aws_wafv2_ip_set.", &Identifier::new(&set.key), ".arn"));
            }
        }),
    });
}

fn field(field: Field, body: &mut Body) {
    body.block("field_to_match", |body| match field {
        Field::Path => body.block("uri_path", |_| {}),
        Field::Header(name) => {
            body.block("single_header", |header| header.set("name", name.to_ascii_lowercase().as_str()))
        }
    });
    for (priority, kind) in (0_u16..).zip(field.transformations()) {
        body.block("text_transformation", |body| {
            body.set("priority", priority);
            body.set("type", *kind);
        });
    }
}

fn visibility(body: &mut Body, name: &str) {
    body.block("visibility_config", |config| {
        config.set("cloudwatch_metrics_enabled", true);
        config.set("metric_name", name);
        config.set("sampled_requests_enabled", true);
    });
}
