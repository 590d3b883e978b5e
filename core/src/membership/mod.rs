//! How nodes find each other: one file per scheme, one line in the list. Each says which parameters of
//! `/axisconfig/clustering` it needs.

mod aws;
mod aws_ecs;
mod custom;
mod kubernetes;
mod multicast;
mod well_known;

use crate::catalogue::Kernel;
use crate::edit::{Value, Why};
use crate::plan::MembershipPlan;
use crate::value::{Secret, SecretValues};
use std::borrow::Cow;

/// Every scheme, in the order in which lists show them.
pub static SCHEMES: &[&Scheme] =
    &[&well_known::SCHEME, &multicast::SCHEME, &aws::SCHEME, &aws_ecs::SCHEME, &kubernetes::SCHEME, &custom::SCHEME];

/// A membership scheme.
#[derive(Debug)]
pub struct Scheme {
    /// Its key in a design.
    pub key: &'static str,
    /// What axis2.xml calls it.
    pub keyword: &'static str,
    /// Its name.
    pub name: &'static str,
    /// What it needs and what it is good for, in a sentence.
    pub summary: &'static str,
    /// Its parameters besides `membershipScheme`, as a kernel reads them; the well-known list is no parameter.
    pub parameters: fn(&MembershipPlan, Kernel, &SecretValues) -> Vec<Parameter>,
}

/// One `<parameter>` of `/axisconfig/clustering`.
#[derive(Debug, Clone, PartialEq)]
pub struct Parameter {
    /// Its name.
    pub name: Cow<'static, str>,
    /// Its value.
    pub value: Value,
    /// The secret that its value stands for, if it is one.
    pub secret: Option<Secret>,
    /// Because of this.
    pub why: Why,
}

impl Parameter {
    fn new(name: impl Into<Cow<'static, str>>, value: impl Into<Value>, why: Why) -> Self {
        Self { name: name.into(), value: value.into(), secret: None, why }
    }

    fn secret(name: &'static str, secret: &Secret, secrets: &SecretValues, why: Why) -> Self {
        Self { secret: Some(secret.clone()), ..Self::new(name, secrets.value(secret), why) }
    }
}

/// The scheme of a plan.
pub fn scheme(membership: &MembershipPlan) -> &'static Scheme {
    match membership {
        MembershipPlan::WellKnown { .. } => &well_known::SCHEME,
        MembershipPlan::Multicast { .. } => &multicast::SCHEME,
        MembershipPlan::Aws { .. } => &aws::SCHEME,
        MembershipPlan::AwsEcs { .. } => &aws_ecs::SCHEME,
        MembershipPlan::Kubernetes { .. } => &kubernetes::SCHEME,
        MembershipPlan::Custom { .. } => &custom::SCHEME,
    }
}

fn connection_timeout(seconds: Option<u16>, setting: &'static str) -> Option<Parameter> {
    const SOURCE: &str = "kernel 4.4.40, HazelcastConstants";
    let why = Why::new("how many seconds to wait for a member to answer", setting, SOURCE);
    seconds.map(|seconds| Parameter::new("connTimeout", seconds, why))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::Design;
    use crate::plan::resolve;
    use serde_json::json;

    #[test]
    fn every_scheme_of_the_format_has_its_line() {
        for (number, membership) in [
            json!({"well-known": {}}),
            json!({"multicast": {}}),
            json!({"aws": {}}),
            json!({"aws-ecs": {"cluster": "c", "vpc": "10.0.0.0/16"}}),
            json!({"kubernetes": {"services": ["esb"]}}),
            json!({"custom": {"class": "org.example.Scheme"}}),
        ]
        .into_iter()
        .enumerate()
        {
            let key = membership.as_object().and_then(|map| map.keys().next().cloned()).unwrap();
            let design: Design = serde_json::from_value(json!({
                "format": 1, "name": "esb", "product": "esb", "release": "4.9.0", "pattern": "symmetric",
                "cluster": {"membership": membership},
            }))
            .unwrap();
            let plan = resolve(&design).output.unwrap();
            assert_eq!(scheme(&plan.cluster.membership).key, key);
            assert_eq!(SCHEMES[number].key, key);
        }
    }
}
