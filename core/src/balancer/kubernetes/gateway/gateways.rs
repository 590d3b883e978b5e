use super::{Draft, Gateway};
use crate::balancer::kubernetes::labels;
use crate::format::yaml::{Map, Value};
use crate::plan::VirtualHost;
use crate::value::Address;

/// The class that the implementation must have: a name of ours, as each comes with another one.
pub(super) const CLASS: &str = "wso2";

/// A Gateway; the first one has the front's address.
pub(super) fn object(draft: &Draft<'_>, (number, gateway): (usize, &Gateway<'_>)) -> Map {
    let mut object = Map::new();
    object.set("apiVersion", "gateway.networking.k8s.io/v1");
    object.set("kind", "Gateway");
    object.map("metadata", |metadata| {
        metadata.set("name", gateway.name.clone());
        metadata.set("labels", labels(draft.plan));
    });
    object.map("spec", |spec| {
        spec.because("gatewayClassName", CLASS, "make a GatewayClass of this name, or write the name of yours here");
        if let Some(address) = draft.front.address.as_ref().filter(|_| number == 0) {
            let kind = if matches!(address, Address::Ip(_)) { "IPAddress" } else { "Hostname" };
            let address = Map::new().with("type", kind).with("value", Value::text(address));
            spec.set("addresses", [Value::Map(address).flow()]);
        }
        if !gateway.allow.is_empty() {
            spec.say(
                "The standard knows no networks of clients. These hosts have an address of their own, which the cloud's load \
                 balancer opens to these networks only: implementations put the annotation on its Service. Where yours does \
                 not, or no cloud heeds it, close the address by other means.",
            );
            spec.map("infrastructure", |infrastructure| {
                let networks: Vec<String> = gateway.allow.iter().map(ToString::to_string).collect();
                let mut annotations = Map::new();
                annotations.set("service.beta.kubernetes.io/load-balancer-source-ranges", networks.join(","));
                infrastructure.set("annotations", annotations);
            });
        }
        spec.list("listeners", |listeners| {
            for host in &gateway.hosts {
                listeners.map(|listener| self::listener(draft, host, listener));
            }
        });
    });
    object
}

fn listener(draft: &Draft<'_>, host: &VirtualHost, listener: &mut Map) {
    listener.set("name", name(host));
    listener.set("hostname", Value::text(&host.name));
    listener.set("port", host.port.get());
    listener.set("protocol", if host.tls { "HTTPS" } else { "HTTP" });
    if host.tls {
        listener.map("tls", |tls| {
            tls.set("mode", "Terminate");
            tls.set("certificateRefs", [Map::new().with("name", draft.names.certificate(host.purpose))]);
        });
    }
    let from = Map::new().with("from", "Same");
    listener.set("allowedRoutes", Value::Map(Map::new().with("namespaces", from)).flow());
}

/// What a listener is called; routes name it.
pub(super) fn name(host: &VirtualHost) -> String {
    format!("{}-{}", host.purpose.key(), host.scheme())
}
