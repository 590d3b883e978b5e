//! CloudFormation: one template.

mod firewall;
mod listeners;
mod network;
mod parameters;
mod target_groups;

use super::super::platform;
use super::alb::Alb;
use super::attributes::Attribute;
use crate::bundle::{Artifact, Mode, Owner};
use crate::catalogue::Purpose;
use crate::format::yaml::{List, Map, Value, write};
use crate::plan::{Front, Plan};

pub(super) fn artifacts(plan: &Plan, front: &Front) -> Vec<Artifact> {
    let alb = Alb::new(plan, front);
    let mut file = Map::new();
    file.say(platform::head(plan, front, "The load balancer, its web ACL, the nodes behind it, and who reaches what."));
    for left_out in &alb.left_out {
        file.say(left_out.clone());
    }
    file.gap();
    // A template needs one resource at least.
    if !alb.is_empty() {
        template(&alb, &mut file);
    }
    vec![Artifact::whole(Owner::Balancer(front.name.clone()), "template.yaml", Mode::Public, write(&file))]
}

fn template(alb: &Alb<'_>, file: &mut Map) {
    file.set("AWSTemplateFormatVersion", "2010-09-09");
    file.set("Description", format!("The load balancer {} of the WSO2 cluster {}", alb.front.name, alb.plan.name));
    file.gap();
    file.set("Parameters", parameters::body(alb));
    file.gap();
    file.set("Conditions", parameters::conditions(alb));
    file.gap();
    let mut resources = Map::new();
    network::body(alb, &mut resources);
    target_groups::body(alb, &mut resources);
    listeners::body(alb, &mut resources);
    firewall::body(alb, &mut resources);
    file.set("Resources", resources);
    file.gap();
    file.set("Outputs", parameters::outputs(alb));
}

/// A resource of a type.
fn resource(kind: &'static str, properties: Map) -> Map {
    Map::new().with("Type", kind).with("Properties", properties)
}

/// `!Ref name`.
fn reference(name: &str) -> Value {
    Value::tagged("Ref", name)
}

/// `!GetAtt name.attribute`.
fn attribute(name: &str, attribute: &'static str) -> Value {
    Value::tagged("GetAtt", format!("{name}.{attribute}"))
}

/// A list of settings by key and value, each with its reason or without.
fn attributes(all: Vec<Attribute>, explain: bool) -> List {
    let mut list = List::default();
    for attribute in all {
        if explain {
            list.say(sentence(attribute.why));
        }
        list.add(pair(attribute.key, Value::text(&attribute.value)));
    }
    list
}

fn pair(key: &'static str, value: impl Into<Value>) -> Map {
    Map::new().with("Key", key).with("Value", value)
}

/// A reason that stands by itself.
fn sentence(why: &str) -> String {
    let mut chars = why.chars();
    let first = chars.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}.", chars.as_str())
}

/// Words in one, each with a capital: `service_https` gives `ServiceHttps`.
fn camel(words: &str) -> String {
    let capital = |word: &str| {
        let mut chars = word.chars();
        chars.next().map_or_else(String::new, |first| first.to_ascii_uppercase().to_string() + chars.as_str())
    };
    words.split(|char: char| !char.is_ascii_alphanumeric()).map(capital).collect()
}

/// The parameter of a certificate.
fn certificate(purpose: Purpose) -> String {
    format!("CertificateArn{}", camel(purpose.key()))
}
