use super::Names;
use crate::format::yaml::{List, Map, Value};
use crate::plan::Front;

/// What holds that by which the nodes' certificates are checked, made from this file of `ssl/`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Authority {
    None,
    Secret(&'static str),
    ConfigMap(&'static str),
}

/// What `kubectl apply -k` reads: the files, the namespace, and what is made from certificates, so that no key stands in a
/// file of ours.
pub(super) fn body(front: &Front, names: &Names, resources: &[&'static str], authority: Authority) -> Map {
    let mut file = Map::new();
    file.set("apiVersion", "kustomize.config.k8s.io/v1beta1");
    file.set("kind", "Kustomization");
    file.set("namespace", names.namespace.clone());
    file.gap();
    file.set("resources", Value::texts(resources));
    file.gap();
    file.say("Other objects name these: no number is put behind their names.");
    file.map("generatorOptions", |options| options.set("disableNameSuffixHash", true));
    let mut secrets = List::default();
    for (purpose, _) in front.certificates() {
        let file = |key: &str, ending: &str| format!("tls.{key}=ssl/{}.{ending}", purpose.certificate());
        let mut secret = Map::new();
        secret.set("name", names.certificate(purpose));
        secret.set("type", "kubernetes.io/tls");
        secret.set("files", Value::texts([file("crt", "crt"), file("key", "key")]));
        secrets.add(secret);
    }
    let mut configs = List::default();
    let of =
        |file| Map::new().with("name", names.authority()).with("files", Value::texts([format!("ca.crt=ssl/{file}")]));
    match authority {
        Authority::None => {}
        Authority::Secret(file) => secrets.add(of(file)),
        Authority::ConfigMap(file) => configs.add(of(file)),
    }
    for (key, list) in [("secretGenerator", secrets), ("configMapGenerator", configs)] {
        if !list.is_empty() {
            file.gap();
            file.set(key, list);
        }
    }
    file
}
