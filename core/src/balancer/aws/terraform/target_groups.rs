use super::super::alb::Alb;
use super::super::attributes;
use super::super::group::{Group, Targets};
use super::set_all;
use crate::format::hcl::{Body, Expression, Identifier};
use crate::plan::Server;
use crate::plan::front::conduct;

pub(super) fn body(alb: &Alb<'_>) -> Body {
    let mut file = Body::new();
    let nodes = nodes(alb);
    if !nodes.is_empty() {
        file.block("locals", |locals| locals.set("nodes", Expression::map(nodes)));
    }
    for (number, group) in alb.groups.iter().enumerate() {
        file.gap();
        file.say(group.say());
        // What holds for each is explained in the first.
        target_group(alb, group, number == 0, &mut file);
        file.gap();
        targets(group, &mut file);
    }
    file
}

fn target_group(alb: &Alb<'_>, group: &Group<'_>, explain: bool, file: &mut Body) {
    file.resource("aws_lb_target_group", &Identifier::new(&group.key), |body| {
        body.set("name", group.name.as_str());
        body.set("vpc_id", Expression::code("var.vpc_id"));
        match group.targets {
            Targets::Addresses { v6, .. } => {
                body.set("target_type", "ip");
                if v6 {
                    body.set("ip_address_type", "ipv6");
                }
            }
            Targets::AutoScaling { .. } => body.set("target_type", "instance"),
        }
        body.set("port", group.port.get());
        body.set("protocol", group.protocol());
        set_all(body, attributes::of_group(alb.front), explain);
        body.gap();
        let (path, matcher, why) = group.health();
        body.block("health_check", |health| {
            health.set("protocol", group.protocol());
            health.set("path", path);
            health.set_why("matcher", matcher, why);
            health.set("interval", attributes::HEALTH_EVERY);
            health.set("timeout", conduct::HEALTH_WITHIN);
            health.set("healthy_threshold", conduct::HEALTH_PASSES);
            health.set("unhealthy_threshold", conduct::HEALTH_FAILS);
        });
        if let Some((kind, cookie)) = attributes::stickiness(group) {
            body.gap();
            body.block("stickiness", |stickiness| {
                stickiness.set("type", kind);
                if let Some(cookie) = cookie {
                    stickiness.set_why("cookie_name", cookie, "clients without a session are spread");
                }
                stickiness.set("cookie_duration", attributes::STAYS);
            });
        }
        body.gap();
        body.block("lifecycle", |lifecycle| {
            if explain {
                lifecycle.say("A listener uses the old one until then.");
            }
            lifecycle.set("create_before_destroy", true);
        });
    });
}

fn targets(group: &Group<'_>, file: &mut Body) {
    let key = Identifier::new(&group.key);
    let Targets::Addresses { standby, .. } = &group.targets else {
        file.resource("aws_autoscaling_attachment", &key, |attachment| {
            attachment.set("for_each", Expression::reference("toset(var.auto_scaling_groups_", &key, ")"));
            attachment.gap();
            attachment.set("autoscaling_group_name", Expression::code("each.value"));
            attachment.set("lb_target_group_arn", Expression::reference("aws_lb_target_group.", &key, ".arn"));
        });
        return;
    };
    file.resource("aws_lb_target_group_attachment", &key, |attachment| {
        attachment.set(
            "for_each",
            match standby.is_empty() {
                true => Expression::reference("local.nodes.", &key, ""),
                false => Expression::reference(
                    "{ for name, node in local.nodes.",
                    &key,
                    " : name => node if node.standby == var.standby_takes_over }",
                ),
            },
        );
        attachment.gap();
        attachment.set("target_group_arn", Expression::reference("aws_lb_target_group.", &key, ".arn"));
        attachment.set("target_id", Expression::code("each.value.address"));
        attachment.set("port", Expression::code("each.value.port"));
    });
}

/// The nodes whose addresses are known, by the key of their target group.
fn nodes(alb: &Alb<'_>) -> Vec<(String, Expression)> {
    let mut all = Vec::new();
    for group in &alb.groups {
        let Targets::Addresses { active, standby, .. } = &group.targets else { continue };
        let target = |server: &Server, standby: Option<bool>| {
            let mut target = vec![("address", Expression::text(&server.address)), ("port", server.port.get().into())];
            target.extend(standby.map(|standby| ("standby", standby.into())));
            (server.node.to_string(), Expression::object(target))
        };
        let said = |standing_by: bool| (!standby.is_empty()).then_some(standing_by);
        let active = active.iter().map(|server| target(server, said(false)));
        let standby = standby.iter().map(|server| target(server, said(true)));
        all.push((group.key.clone(), Expression::map(active.chain(standby))));
    }
    all
}
