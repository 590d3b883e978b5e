use super::Draft;
use crate::balancer::kubernetes::backend::Backend;
use crate::balancer::kubernetes::labels;
use crate::format::yaml::{Map, Value};

/// How nodes prove themselves; none where they are not spoken to over TLS.
pub(super) fn tls(draft: &Draft<'_>, backend: &Backend<'_>) -> Option<Map> {
    let upstream = backend.upstream;
    if !upstream.tls {
        return None;
    }
    let mut policy = Map::new();
    if !upstream.verified {
        policy.say(
            "The design takes any certificate of a node, and the standard knows no TLS without a check: the nodes' own \
             certificate must be in `ssl/nodes.crt`. The one that products come with is for `localhost`, and anyone can have \
             its key: it proves nothing.",
        );
    }
    policy.set("apiVersion", "gateway.networking.k8s.io/v1");
    policy.set("kind", "BackendTLSPolicy");
    policy.map("metadata", |metadata| {
        metadata.set("name", backend.service.clone());
        metadata.set("labels", labels(draft.plan));
    });
    policy.map("spec", |spec| {
        let mut target = Map::new();
        target.set("group", "");
        target.set("kind", "Service");
        target.set("name", backend.service.clone());
        target.set("sectionName", backend.scheme());
        spec.set("targetRefs", [target]);
        spec.map("validation", |validation| {
            let mut authority = Map::new();
            authority.set("group", "");
            authority.set("kind", "ConfigMap");
            authority.set("name", draft.names.authority());
            validation.set("caCertificateRefs", [authority]);
            let why = "asked for, and checked";
            match upstream.verified {
                true => validation.because("hostname", Value::text(&upstream.host), why),
                false => validation.because("hostname", "localhost", why),
            }
        });
    });
    Some(policy)
}
