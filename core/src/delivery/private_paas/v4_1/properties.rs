use super::super::{Cartridge, Property};
use super::databases::databases;
use crate::catalogue::Purpose;
use crate::design::{Role, Sticky};
use crate::plan::{Front, InfrastructurePlan};

/// What 4.1's start-up plug-ins and templates read. Source: private-paas-cartridges 4.1, `plugins` and
/// `template-module` of each product.
pub(in super::super) fn properties(cartridge: &Cartridge<'_>) -> Vec<Property> {
    let (plan, paas) = (cartridge.plan, cartridge.paas);
    let mut all = kubernetes(cartridge);
    all.push(Property::payload(
        "COMMIT_ENABLED",
        cartridge.commits(),
        "whether its instances write what is deployed on them back to the repository: managers alone do",
    ));
    clustering(cartridge, &mut all);
    if cartridge.node.offset.get() > 0 {
        let why = "added to every port; the port mapping has it already";
        all.push(Property::payload("CONFIG_PARAM_PORT_OFFSET", cartridge.node.offset.get(), why));
    }
    let host = |name: &crate::value::HostName| name.as_str().to_owned();
    all.push(Property::payload(
        "CONFIG_PARAM_HOST_NAME",
        host(&plan.hosts.service),
        "the services' host name; without it equal nodes take the one that the image was built with",
    ));
    all.push(Property::payload("CONFIG_PARAM_MGT_HOST_NAME", host(&plan.hosts.console), "the console's host name"));
    if cartridge.node.role == Role::Manager {
        let why = "the workers' host name, which the console shows in the addresses of services";
        all.push(Property::payload("CONFIG_PARAM_WORKER_HOST_NAME", host(&plan.hosts.service), why));
    }
    if let Some(address) = &paas.load_balancer {
        let why = "the address that instances take for the load balancer's host names";
        all.push(Property::payload("LB_IP", address.to_string(), why));
    }
    all.extend(databases(cartridge));
    all
}

fn kubernetes(cartridge: &Cartridge<'_>) -> Vec<Property> {
    let InfrastructurePlan::Kubernetes { cpu, memory, .. } = cartridge.paas.infrastructure else { return Vec::new() };
    let mut all = vec![
        Property::new("KUBERNETES_CONTAINER_CPU", cpu, "processors of a container; 0 is no limit"),
        Property::new("KUBERNETES_CONTAINER_MEMORY", memory, "MB of a container; 0 is no limit"),
    ];
    if sticky(cartridge) {
        let why = "a client stays with one pod: sessions are in one node's memory";
        all.push(Property::new("KUBERNETES_SERVICE_SESSION_AFFINITY", "ClientIP", why));
    }
    all.push(Property::payload("START_CMD", "PCA", "what the container starts: the platform's Python agent"));
    all
}

fn sticky(cartridge: &Cartridge<'_>) -> bool {
    let console = cartridge.node.door(Purpose::Console).is_some();
    let services = cartridge.plan.service_front().map_or(Sticky::Never, Front::sticky) != Sticky::Never;
    console || (cartridge.node.serves() && services)
}

fn clustering(cartridge: &Cartridge<'_>, all: &mut Vec<Property>) {
    let cluster = &cartridge.plan.cluster;
    all.push(Property::payload("CONFIG_PARAM_CLUSTERING", cluster.enabled, "turns clustering on in axis2.xml"));
    if cluster.enabled {
        all.push(Property::payload(
            "CONFIG_PARAM_MEMBERSHIP_SCHEME",
            "private-paas",
            "the platform knows the members and tells them: none is listed",
        ));
        all.push(Property::payload(
            "CONFIG_PARAM_DOMAIN",
            cluster.domain.as_str().to_owned(),
            "the cluster's domain; a template without it leaves `localMemberHost` out as well",
        ));
    }
}
