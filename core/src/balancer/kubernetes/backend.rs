//! The nodes as Kubernetes knows them: a Service for each upstream, and EndpointSlices with the nodes' addresses, or labels by
//! which the Service finds their pods.

use super::super::platform;
use super::{Names, labels};
use crate::catalogue::{Purpose, Transport};
use crate::format::yaml::{Map, Value};
use crate::plan::{Plan, Server, Upstream};
use crate::value::{NodeName, Port};

/// The longest EndpointSlice. Source: the API's `endpoints`.
const LONGEST_SLICE: usize = 1000;

/// An upstream as a Service.
pub(super) struct Backend<'p> {
    pub(super) upstream: &'p Upstream,
    pub(super) service: String,
    pub(super) port: Port,
}

impl<'p> Backend<'p> {
    /// The Service of an upstream; none where no node is behind it.
    pub(super) fn new(plan: &Plan, names: &Names, upstream: &'p Upstream) -> Option<Self> {
        let first = upstream.servers.first().map(|server| server.port);
        let port = first.or_else(|| platform::ports(plan, upstream).first().copied())?;
        Some(Self { upstream, service: names.service(upstream), port })
    }

    /// What its port is called.
    pub(super) fn scheme(&self) -> &'static str {
        if self.upstream.tls { "https" } else { "http" }
    }

    /// The documents of the Service.
    pub(super) fn documents(&self, plan: &Plan) -> Vec<Map> {
        let servers = || self.upstream.servers.iter().filter(|server| server.address.ip().is_some());
        let unknown: Vec<&NodeName> = platform::behind(plan, self.upstream)
            .map(|(node, _)| &node.name)
            .filter(|name| !servers().any(|server| server.node == **name))
            .collect();
        let mut documents = vec![self.service(plan, servers().next().is_none(), &unknown)];
        let mut slices: Vec<(bool, Port, Vec<&Server>)> = Vec::new();
        for server in servers() {
            let v6 = server.address.ip().is_some_and(|ip| ip.is_ipv6());
            match slices.iter_mut().find(|slice| (slice.0, slice.1) == (v6, server.port)) {
                Some(slice) => slice.2.push(server),
                None => slices.push((v6, server.port, vec![server])),
            }
        }
        let parts = slices.iter().flat_map(|(v6, port, all)| all.chunks(LONGEST_SLICE).map(|some| (*v6, *port, some)));
        documents.extend((1..).zip(parts).map(|(number, (v6, port, some))| self.slice(plan, number, v6, port, some)));
        documents
    }

    fn service(&self, plan: &Plan, by_labels: bool, unknown: &[&NodeName]) -> Map {
        let mut service = Map::new();
        service.say(match (self.upstream.purpose, self.upstream.tls) {
            (Purpose::Service, false) => "The services over HTTP.".to_owned(),
            (Purpose::Service, true) => "The services over HTTPS.".to_owned(),
            (other, _) => format!("{}.", other.heading()),
        });
        if !by_labels && !unknown.is_empty() {
            let shown: Vec<String> = unknown.iter().take(4).map(ToString::to_string).collect();
            service.say(format!(
                "LEFT OUT, as no IP address is known: {}{}.",
                shown.join(", "),
                if unknown.len() > shown.len() { " and others" } else { "" }
            ));
        }
        service.set("apiVersion", "v1");
        service.set("kind", "Service");
        service.map("metadata", |metadata| {
            metadata.set("name", self.service.clone());
            metadata.set("labels", labels(plan));
        });
        service.map("spec", |spec| {
            spec.list("ports", |ports| {
                ports.map(|port| {
                    port.set("name", self.scheme());
                    port.set("port", self.port.get());
                    port.set("targetPort", self.port.get());
                    if self.upstream.transport == Transport::WebSocket && !self.upstream.tls {
                        port.set("appProtocol", "kubernetes.io/ws");
                    }
                });
            });
            if by_labels {
                spec.say(
                    "No node has an IP address in the design: pods with these labels are its nodes. What makes them ready is \
                     their own readiness probe.",
                );
                spec.set("selector", selector(plan, self.upstream));
            }
        });
        service
    }

    fn slice(&self, plan: &Plan, number: usize, v6: bool, port: Port, servers: &[&Server]) -> Map {
        let mut slice = Map::new();
        slice.set("apiVersion", "discovery.k8s.io/v1");
        slice.set("kind", "EndpointSlice");
        slice.map("metadata", |metadata| {
            metadata.set("name", format!("{}-{number}", self.service));
            let labels = labels(plan)
                .with("kubernetes.io/service-name", self.service.clone())
                .with("endpointslice.kubernetes.io/managed-by", "wso2-design");
            metadata.set("labels", labels);
        });
        slice.set("addressType", if v6 { "IPv6" } else { "IPv4" });
        slice.list("ports", |ports| {
            ports.add(Value::Map(Map::new().with("name", self.scheme()).with("port", port.get())).flow());
        });
        let only_standby = self.upstream.servers.iter().all(|server| server.standby);
        slice.list("endpoints", |endpoints| {
            for server in servers {
                let standby = server.standby && !only_standby;
                let mut why = server.node.to_string();
                if standby {
                    why.push_str(
                        ", on standby: it is asked once it is `ready: true` here and the others are not. Two managers that \
                         are asked at once overwrite each other's artifacts.",
                    );
                }
                let address = Value::texts([&server.address]);
                let ready = Map::new().with("ready", !standby);
                endpoints.because(
                    Value::Map(Map::new().with("addresses", address).with("conditions", ready)).flow(),
                    why,
                );
            }
        });
        slice
    }
}

/// The labels of the pods behind an upstream.
fn selector(plan: &Plan, upstream: &Upstream) -> Map {
    let mut roles: Vec<&'static str> = platform::behind(plan, upstream).map(|(node, _)| node.role.key()).collect();
    roles.sort_unstable();
    roles.dedup();
    let mut labels = Map::new();
    labels.set("app.kubernetes.io/name", plan.product.id);
    labels.set("app.kubernetes.io/instance", Value::text(&plan.name));
    // Pods of several kinds have what they are asked for in common.
    let component = match roles.as_slice() {
        [only] => *only,
        _ => upstream.purpose.key(),
    };
    labels.set("app.kubernetes.io/component", component);
    labels
}
