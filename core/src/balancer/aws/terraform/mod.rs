//! Terraform and OpenTofu: a module of one folder, a file for each thing.

mod firewall;
mod listeners;
mod network;
mod target_groups;

use super::super::platform;
use super::alb::Alb;
use super::attributes::{Attribute, Setting};
use super::group::Targets;
use crate::bundle::{Artifact, Mode, Owner};
use crate::catalogue::Purpose;
use crate::format::hcl::{Body, Expression, Identifier, write};
use crate::plan::{Front, Plan};

pub(super) fn artifacts(plan: &Plan, front: &Front) -> Vec<Artifact> {
    let alb = Alb::new(plan, front);
    let mut files = vec![("versions.tf", "What reads these files.", versions(&alb))];
    if !alb.is_empty() {
        files.extend([
            ("variables.tf", "What the files cannot know: your network, your certificates.", variables(&alb)),
            ("balancer.tf", "The load balancer, who reaches it, and whom it reaches.", network::body(&alb)),
            ("target-groups.tf", "The nodes.", target_groups::body(&alb)),
            (
                "listeners.tf",
                "The public ports, and what happens to a request by its host name.",
                listeners::body(&alb),
            ),
            ("firewall.tf", "The web ACL: what no node shall see.", firewall::body(&alb)),
            ("outputs.tf", "What others need of it.", outputs(&alb)),
        ]);
    }
    let file = |(path, what, body)| {
        let mut text = Body::new();
        text.say(platform::head(plan, front, what));
        text.gap();
        text.append(body);
        Artifact::whole(Owner::Balancer(front.name.clone()), path, Mode::Public, write(&text))
    };
    files.into_iter().map(file).collect()
}

fn versions(alb: &Alb<'_>) -> Body {
    let mut file = Body::new();
    for left_out in &alb.left_out {
        file.say(left_out.clone());
    }
    file.gap();
    file.block("terraform", |terraform| {
        terraform.set("required_version", ">= 1.5");
        terraform.gap();
        terraform.block("required_providers", |providers| {
            let aws = Expression::object([("source", "hashicorp/aws".into()), ("version", ">= 6.25, < 7".into())]);
            providers.say("6.25 is the oldest that these files were checked against; region and account come from the environment.");
            providers.set("aws", aws);
        });
    });
    file
}

fn variables(alb: &Alb<'_>) -> Body {
    let mut file = Body::new();
    let mut variable = |name: &str, kind: &'static str, default: Option<Expression>, say: &str| {
        file.gap();
        file.named("variable", &Identifier::new(name), |variable| {
            variable.set("description", say);
            variable.set("type", Expression::code(kind));
            if let Some(default) = default {
                variable.set("default", default);
            }
        });
    };
    variable("vpc_id", "string", None, "The VPC of the nodes.");
    variable(
        "subnet_ids",
        "list(string)",
        None,
        match alb.internal {
            true => "Private subnets for the load balancer, in two availability zones at least.",
            false => "Public subnets for the load balancer, in two availability zones at least.",
        },
    );
    variable(
        "node_security_group_id",
        "string",
        None,
        "The security group of the nodes, which is opened to the load balancer.",
    );
    for (purpose, name) in &alb.certificates {
        let say = format!("The certificate in ACM for {name}, in this region.");
        variable(certificate(*purpose).as_str(), "string", None, &say);
    }
    for group in &alb.groups {
        if matches!(group.targets, Targets::AutoScaling { .. }) {
            let say = format!("The Auto Scaling groups whose instances are targets of {}.", group.upstream.name);
            let name = format!("auto_scaling_groups_{}", group.key);
            variable(&name, "list(string)", Some(Expression::list([])), &say);
        }
    }
    if alb.has_standby() {
        let say = "Whether the nodes on standby take over: those that are asked now are registered no longer.";
        variable("standby_takes_over", "bool", Some(false.into()), say);
    }
    variable("log_bucket", "string", Some("".into()), "The S3 bucket for access logs; empty: no logs.");
    variable(
        "deletion_protection",
        "bool",
        Some(true.into()),
        "Whether the load balancer is protected from being deleted.",
    );
    file
}

fn outputs(alb: &Alb<'_>) -> Body {
    let mut file = Body::new();
    let mut output = |name: &str, say: &str, value: Expression| {
        file.gap();
        file.named("output", &Identifier::new(name), |output| {
            output.set("description", say);
            output.set("value", value);
        });
    };
    let names: Vec<String> = alb.certificates.iter().map(|(_, name)| name.to_string()).collect();
    let say = format!("Where an alias record must lead to for {}.", names.join(", "));
    output("dns_name", &say, Expression::code("aws_lb.this.dns_name"));
    output("zone_id", "The zone of that name, for alias records of Route 53.", Expression::code("aws_lb.this.zone_id"));
    for group in &alb.groups {
        let name = format!("target_group_{}", group.key);
        let say = format!("The target group of {}.", group.upstream.name);
        output(&name, &say, Expression::reference("aws_lb_target_group.", &Identifier::new(&group.key), ".arn"));
    }
    file
}

/// The variable of a certificate.
fn certificate(purpose: Purpose) -> Identifier {
    Identifier::new(&format!("certificate_arn_{}", purpose.key()))
}

/// Sets what both languages set, with reasons or without.
fn set_all(body: &mut Body, attributes: Vec<Attribute>, explain: bool) {
    for attribute in attributes {
        let value: Expression = match attribute.value {
            Setting::Truth(truth) => truth.into(),
            Setting::Number(number) => number.into(),
            Setting::Word(word) => word.into(),
        };
        if explain {
            body.set_why(attribute.name, value, attribute.why);
        } else {
            body.set(attribute.name, value);
        }
    }
}
