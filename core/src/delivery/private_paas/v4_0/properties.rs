use super::super::{Cartridge, Property};
use crate::design::Role;

/// What 4.0.0's agent reads. Source: product-private-paas 4.0.0, `resources/json`; Apache Stratos 4.0,
/// `CartridgeAgentConstants`.
pub(in super::super) fn properties(cartridge: &Cartridge<'_>) -> Vec<Property> {
    let mut all = Vec::new();
    if cartridge.partner().is_some() {
        all.push(Property::payload(
            "SERIVCE_GROUP",
            cartridge.family.group(),
            "joins manager and worker; the agent's code spells it so, and does not see the right spelling",
        ));
    }
    let deployment = match cartridge.node.role {
        Role::Manager => "manager",
        Role::Worker => "worker",
        _ => "default",
    };
    all.push(Property::payload("DEPLOYMENT", deployment, "what an instance of it is started as"));
    if let Some(partner) = cartridge.partner() {
        match cartridge.node.role {
            Role::Worker => all.push(Property::payload(
                "MANAGER_SERVICE_TYPE",
                partner,
                "the service type of the managers, whose members the agent waits for and lists as well-known",
            )),
            _ => {
                all.push(Property::payload(
                    "WORKER_SERVICE_TYPE",
                    partner,
                    "the service type of the workers, whose members the agent waits for and lists as well-known",
                ));
                all.push(Property::payload(
                    "WORKER_HOST_NAME",
                    cartridge.plan.hosts.service.as_str().to_owned(),
                    "the workers' host name, which the console shows in the addresses of services",
                ));
            }
        }
    }
    let clustered = cartridge.plan.cluster.enabled;
    if clustered {
        all.push(Property::new(
            "PRIMARY",
            true,
            "its members count as well-known ones; it is the platform's, not the payload's",
        ));
    }
    all.push(Property::payload("CLUSTERING", clustered, "turns clustering on in axis2.xml"));
    all.push(Property::payload(
        "COMMIT_ENABLED",
        cartridge.commits(),
        "whether its instances write what is deployed on them back to the repository: managers alone do",
    ));
    all
}
