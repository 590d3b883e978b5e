use super::super::{Cartridge as Role, Property};
use super::properties;
use crate::plan::InfrastructurePlan;
use serde::Serialize;

/// A cartridge, as 4.1 takes it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Cartridge {
    r#type: String,
    category: &'static str,
    provider: &'static str,
    host: String,
    display_name: String,
    description: String,
    version: String,
    multi_tenant: bool,
    #[serde(rename = "loadBalancingIPType")]
    load_balancing_ip_type: &'static str,
    port_mapping: Vec<PortMapping>,
    iaas_provider: [IaasProvider; 1],
    property: Vec<Property>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PortMapping {
    name: &'static str,
    protocol: &'static str,
    port: u16,
    proxy_port: u16,
    #[serde(skip_serializing_if = "Option::is_none")]
    kubernetes_port_type: Option<&'static str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct IaasProvider {
    r#type: &'static str,
    image_id: String,
    property: Vec<Property>,
    network_interfaces: Vec<NetworkInterface>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct NetworkInterface {
    network_uuid: String,
}

pub(super) fn cartridge(role: &Role<'_>) -> Cartridge {
    let name = role.display_name();
    Cartridge {
        r#type: role.service_type(),
        category: "framework",
        provider: "wso2",
        host: role.host().to_string(),
        description: format!("{name}, cluster {}", role.plan.name),
        display_name: name,
        version: role.plan.release.version.to_string(),
        multi_tenant: false,
        load_balancing_ip_type: "public",
        port_mapping: ports(role),
        iaas_provider: [iaas_provider(role)],
        property: properties(role),
    }
}

/// Kubernetes chooses the ports of its nodes itself: 0 tells the start-up plug-in to take that one.
fn ports(role: &Role<'_>) -> Vec<PortMapping> {
    let own_ports = role.paas.infrastructure.machines().is_some();
    let port = |it: super::super::PortMapping| PortMapping {
        name: it.name,
        protocol: it.protocol,
        port: it.port.get(),
        proxy_port: if own_ports { it.public.get() } else { 0 },
        kubernetes_port_type: (!own_ports).then_some("NodePort"),
    };
    role.ports().into_iter().map(port).collect()
}

fn iaas_provider(role: &Role<'_>) -> IaasProvider {
    let infrastructure = &role.paas.infrastructure;
    let machines = infrastructure.machines();
    let network = machines.and_then(|machines| machines.network.as_ref());
    IaasProvider {
        r#type: infrastructure.key(),
        image_id: match infrastructure {
            InfrastructurePlan::Ec2(machines) | InfrastructurePlan::Openstack(machines) => machines.image.to_string(),
            InfrastructurePlan::Kubernetes { image, .. } => image.to_string(),
            InfrastructurePlan::Mock => format!("wso2/{}:{}", role.family.code, role.plan.release.version),
        },
        property: machines.map_or_else(Vec::new, super::super::property::of_machines),
        network_interfaces: network
            .map(|network| NetworkInterface { network_uuid: network.to_string() })
            .into_iter()
            .collect(),
    }
}
