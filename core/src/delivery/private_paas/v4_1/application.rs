use super::super::Cartridge;
use super::group;
use crate::plan::{Plan, PrivatePaasPlan};
use serde::Serialize;

/// What starts the instances.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Application {
    application_id: String,
    alias: String,
    multi_tenant: bool,
    components: Components,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
enum Components {
    Groups(Vec<Group>),
    Cartridges(Vec<Instances>),
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Group {
    name: String,
    alias: String,
    deployment_policy: String,
    group_min_instances: usize,
    group_max_instances: usize,
    cartridges: Vec<Instances>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Instances {
    r#type: String,
    cartridge_min: usize,
    cartridge_max: usize,
    subscribable_info: SubscribableInfo,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SubscribableInfo {
    alias: String,
    autoscaling_policy: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    deployment_policy: Option<String>,
}

pub(super) fn id(plan: &Plan) -> String {
    format!("{}-application", plan.name)
}

pub(super) fn application(plan: &Plan, paas: &PrivatePaasPlan, cartridges: &[Cartridge<'_>]) -> Application {
    let id = id(plan);
    Application { alias: id.clone(), application_id: id, multi_tenant: false, components: components(paas, cartridges) }
}

fn components(paas: &PrivatePaasPlan, cartridges: &[Cartridge<'_>]) -> Components {
    let policy = paas.deployment_policy.to_string();
    match cartridges {
        [first, _, ..] => Components::Groups(vec![Group {
            name: group::name(first),
            alias: group::name(first),
            deployment_policy: policy,
            group_min_instances: 1,
            group_max_instances: 1,
            cartridges: cartridges.iter().map(|it| instances(paas, it, None)).collect(),
        }]),
        alone => Components::Cartridges(alone.iter().map(|it| instances(paas, it, Some(policy.clone()))).collect()),
    }
}

/// A group says where its instances start; a cartridge without one says it itself.
fn instances(paas: &PrivatePaasPlan, cartridge: &Cartridge<'_>, deployment_policy: Option<String>) -> Instances {
    Instances {
        r#type: cartridge.service_type(),
        cartridge_min: cartridge.count,
        cartridge_max: cartridge.most(),
        subscribable_info: SubscribableInfo {
            alias: cartridge.service_type(),
            autoscaling_policy: paas.autoscaling_policy.to_string(),
            deployment_policy,
        },
    }
}

impl Application {
    pub(super) fn id(&self) -> &str {
        &self.application_id
    }
}
