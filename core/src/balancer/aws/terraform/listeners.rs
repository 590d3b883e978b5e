use super::super::alb::Alb;
use super::super::attributes;
use super::super::listener::{Deed, Listener, Rule};
use super::super::{TLS_POLICY, UNKNOWN_HOST};
use super::certificate;
use crate::format::hcl::{Body, Expression, Identifier};
use crate::plan::front::conduct::tls;

pub(super) fn body(alb: &Alb<'_>) -> Body {
    let mut file = Body::new();
    for left_out in &alb.left_out {
        file.say(left_out.clone());
    }
    for listener in &alb.listeners {
        let key = key(listener);
        file.gap();
        self::listener(alb, listener, &key, &mut file);
        if listener.tls {
            certificates(alb, &key, &mut file);
        }
        for rule in &listener.rules {
            self::rule(alb, rule, &key, &mut file);
        }
    }
    file
}

fn key(listener: &Listener<'_>) -> Identifier {
    Identifier::new(&format!("port_{}", listener.port))
}

fn listener(alb: &Alb<'_>, listener: &Listener<'_>, key: &Identifier, file: &mut Body) {
    file.say(UNKNOWN_HOST);
    file.resource("aws_lb_listener", key, |body| {
        body.set("load_balancer_arn", Expression::code("aws_lb.this.arn"));
        body.set("port", listener.port.get());
        body.set("protocol", if listener.tls { "HTTPS" } else { "HTTP" });
        if listener.tls {
            body.gap();
            body.say(tls::REASON);
            body.set("ssl_policy", TLS_POLICY);
            if let Some((purpose, _)) = alb.certificates.first() {
                body.set("certificate_arn", Expression::reference("var.", &certificate(*purpose), ""));
            }
        }
        body.gap();
        body.set_why(attributes::SERVER.1, false, "it tells an attacker what runs here");
        for (header, value) in &listener.headers {
            if let Some((_, name)) = attributes::of_header(header) {
                body.set(name, *value);
            }
        }
        if let Some(missing) = attributes::missing(&listener.missing()) {
            body.say(missing);
        }
        body.gap();
        body.block("default_action", |action| fixed_response(421, action));
    });
}

fn certificates(alb: &Alb<'_>, listener: &Identifier, file: &mut Body) {
    for (purpose, _) in alb.certificates.iter().skip(1) {
        file.gap();
        let name = Identifier::new(&format!("{listener}_{}", purpose.key()));
        file.resource("aws_lb_listener_certificate", &name, |body| {
            body.set("listener_arn", Expression::reference("aws_lb_listener.", listener, ".arn"));
            body.set("certificate_arn", Expression::reference("var.", &certificate(*purpose), ""));
        });
    }
}

fn rule(alb: &Alb<'_>, rule: &Rule<'_>, listener: &Identifier, file: &mut Body) {
    file.gap();
    file.say(rule.say.clone());
    file.resource("aws_lb_listener_rule", &Identifier::new(&format!("{listener}_{}", rule.priority)), |body| {
        body.set("listener_arn", Expression::reference("aws_lb_listener.", listener, ".arn"));
        body.set("priority", rule.priority);
        body.gap();
        condition(body, "host_header", "values", Expression::texts([rule.host]));
        if !rule.paths.is_empty() {
            condition(body, "path_pattern", "regex_values", Expression::texts(&rule.paths));
        }
        if !rule.sources.is_empty() {
            condition(body, "source_ip", "values", Expression::texts(rule.sources));
        }
        body.gap();
        body.block("action", |action| match rule.deed {
            Deed::Forward(group) => {
                action.set("type", "forward");
                if let Some(group) = alb.groups.get(group) {
                    let group = Identifier::new(&group.key);
                    action.set("target_group_arn", Expression::reference("aws_lb_target_group.", &group, ".arn"));
                }
            }
            Deed::Refuse(status) => fixed_response(status, action),
            Deed::Redirect(port) => {
                action.set("type", "redirect");
                action.gap();
                action.block("redirect", |redirect| {
                    redirect.set("protocol", "HTTPS");
                    redirect.set("host", Expression::text(rule.host));
                    redirect.set("port", Expression::text(&port));
                    redirect.set("status_code", "HTTP_301");
                });
            }
        });
    });
}

fn condition(body: &mut Body, kind: &'static str, name: &'static str, values: Expression) {
    body.block("condition", |condition| condition.block(kind, |block| block.set(name, values)));
}

fn fixed_response(status: u16, action: &mut Body) {
    action.set("type", "fixed-response");
    action.gap();
    action.block("fixed_response", |response| {
        response.set("content_type", "text/plain");
        response.set("status_code", Expression::text(&status));
    });
}
