use super::super::{Cartridge as Role, Property};
use super::properties;
use serde::Serialize;

/// A cartridge, as 4.0.0 takes it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Cartridge {
    r#type: String,
    provider: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    service_group: Option<String>,
    host: String,
    display_name: String,
    description: String,
    version: String,
    multi_tenant: &'static str,
    port_mapping: Vec<PortMapping>,
    deployment: Deployment,
    iaas_provider: [IaasProvider; 1],
    load_balancer: LoadBalancer,
    property: Vec<Property>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PortMapping {
    protocol: &'static str,
    port: String,
    proxy_port: String,
}

/// Nothing: the image has its folders.
#[derive(Serialize)]
struct Deployment {}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct IaasProvider {
    r#type: &'static str,
    image_id: String,
    max_instance_limit: String,
    property: Vec<Property>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    network_interfaces: Vec<NetworkInterface>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct NetworkInterface {
    network_uuid: String,
}

#[derive(Serialize)]
struct LoadBalancer {
    r#type: &'static str,
    property: Property,
}

pub(super) fn cartridge(role: &Role<'_>) -> Cartridge {
    let port = |it: &super::super::PortMapping| PortMapping {
        protocol: it.protocol,
        port: it.port.to_string(),
        proxy_port: it.public.to_string(),
    };
    let name = role.display_name();
    Cartridge {
        r#type: role.service_type(),
        provider: "wso2",
        service_group: role.partner().map(|_| role.family.group()),
        host: role.host().to_string(),
        description: format!("{name}, cluster {}", role.plan.name),
        display_name: name,
        version: role.plan.release.version.to_string(),
        multi_tenant: "true",
        port_mapping: role.ports().iter().map(port).collect(),
        deployment: Deployment {},
        iaas_provider: [iaas_provider(role)],
        load_balancer: LoadBalancer { r#type: "lb", property: Property::new("default.load.balancer", true, "") },
        property: properties(role),
    }
}

fn iaas_provider(role: &Role<'_>) -> IaasProvider {
    let infrastructure = &role.paas.infrastructure;
    let machines = infrastructure.machines();
    IaasProvider {
        r#type: infrastructure.key(),
        image_id: machines.map_or_else(String::new, |machines| machines.image.to_string()),
        max_instance_limit: role.most().to_string(),
        property: machines.map_or_else(Vec::new, super::super::property::of_machines),
        network_interfaces: machines
            .and_then(|machines| machines.network.as_ref())
            .map(|network| NetworkInterface { network_uuid: network.to_string() })
            .into_iter()
            .collect(),
    }
}
