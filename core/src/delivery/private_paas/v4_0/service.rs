use super::super::Cartridge;
use crate::plan::PrivatePaasPlan;
use serde::Serialize;

/// What starts the instances of a cartridge for every tenant.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Service {
    service_name: String,
    cartridge_type: String,
    deployment_policy_name: String,
    autoscaling_policy_name: String,
    cluster_domain: String,
    cluster_sub_domain: &'static str,
    tenant_range: &'static str,
}

pub(super) fn service(cartridge: &Cartridge<'_>, paas: &PrivatePaasPlan) -> Service {
    Service {
        service_name: cartridge.service_type(),
        cartridge_type: cartridge.service_type(),
        deployment_policy_name: paas.deployment_policy.to_string(),
        autoscaling_policy_name: paas.autoscaling_policy.to_string(),
        cluster_domain: cartridge.plan.domain().to_string(),
        cluster_sub_domain: cartridge.node.sub_domain().unwrap_or_default(),
        tenant_range: "*",
    }
}
