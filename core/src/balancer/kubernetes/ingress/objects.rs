use super::annotations::{self, Closed};
use super::{Draft, Host};
use crate::balancer::kubernetes::labels;
use crate::format::yaml::{List, Map, Value};

/// The controller's class.
const CLASS: &str = "nginx";

/// The Ingresses of a host: one that leads to nodes, and one for each kind of refusal, which has annotations of its own.
pub(super) fn of(draft: &Draft<'_>, host: &Host<'_>) -> Vec<Map> {
    let name = draft.names.of(host.main.purpose.key());
    let mut all = Vec::new();
    if super::controller::headers(host).next().is_some() {
        all.push(headers(draft, host));
    }
    let mut paths = List::default();
    // The controller looks at longer expressions first.
    let exceptions = host.main.refusals.iter().filter_map(|refusal| refusal.paths.rooted_exception());
    for exception in exceptions {
        paths.say("A session id at the end of a path passes, where the rest of the path does.");
        paths.add(path(host, exception, "ImplementationSpecific"));
    }
    paths.add(path(host, "/", "Prefix"));
    let mut ingress = Map::new();
    ingress.say(format!("{}.", host.main.purpose.heading()));
    if host.plain {
        ingress.say(
            "An Ingress cannot tell HTTP from HTTPS: requests over either go to the nodes' HTTPS port, and X-Forwarded-Proto \
             says which it was.",
        );
    }
    all.push(object(draft, host, ingress, name.clone(), annotations::proxied(draft, host), paths, host.main.tls));
    for (number, refusal) in (1..).zip(&host.main.refusals) {
        let closed = match refusal.but_for.as_slice() {
            [] => Closed::ToAll,
            some => Closed::ButFor(some),
        };
        let mut ingress = Map::new();
        ingress.say(refusal.say);
        let mut paths = List::default();
        paths.add(path(host, refusal.paths.rooted().as_str(), "ImplementationSpecific"));
        let annotations = annotations::refused(draft, host, &closed);
        all.push(object(draft, host, ingress, format!("{name}-refused-{number}"), annotations, paths, false));
    }
    all
}

fn object(
    draft: &Draft<'_>,
    host: &Host<'_>,
    mut ingress: Map,
    name: String,
    annotations: Map,
    paths: List,
    tls: bool,
) -> Map {
    ingress.set("apiVersion", "networking.k8s.io/v1");
    ingress.set("kind", "Ingress");
    ingress.map("metadata", |metadata| {
        metadata.set("name", name);
        metadata.set("labels", labels(draft.plan));
        metadata.set("annotations", annotations);
    });
    ingress.map("spec", |spec| {
        spec.set("ingressClassName", CLASS);
        if tls {
            spec.list("tls", |all| {
                let hosts = Value::texts([&host.main.name]);
                all.add(Map::new().with("hosts", hosts).with("secretName", draft.names.certificate(host.main.purpose)));
            });
        }
        spec.list("rules", |rules| {
            rules.map(|rule| {
                rule.set("host", Value::text(&host.main.name));
                rule.map("http", |http| http.set("paths", paths));
            });
        });
    });
    ingress
}

fn path(host: &Host<'_>, path: &str, kind: &'static str) -> Map {
    let port = Map::new().with("name", host.backend.scheme());
    let service = Map::new().with("name", host.backend.service.clone()).with("port", Value::Map(port).flow());
    let backend = Map::new().with("service", Value::Map(service).flow());
    Map::new().with("path", path).with("pathType", kind).with("backend", Value::Map(backend).flow())
}

/// What answers of a host carry.
fn headers(draft: &Draft<'_>, host: &Host<'_>) -> Map {
    let mut map = Map::new();
    map.set("apiVersion", "v1");
    map.set("kind", "ConfigMap");
    map.map("metadata", |metadata| {
        metadata.set("name", annotations::headers_name(draft, host));
        metadata.set("labels", labels(draft.plan));
    });
    map.map("data", |data| {
        for (header, value) in super::controller::headers(host) {
            data.set(*header, *value);
        }
    });
    map
}
