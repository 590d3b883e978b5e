//! Ingress, as the community's controller of NGINX (ingress-nginx) reads it: what is standard in the object, the rest in the
//! controller's annotations. Snippets, which could say more, are switched off by default since 1.9 and are not used.

mod annotations;
mod controller;
mod objects;

use super::super::platform;
use super::backend::Backend;
use super::kustomization::{self, Authority};
use super::{Names, file};
use crate::bundle::Artifact;
use crate::format::yaml::{Map, documents, write};
use crate::plan::{Action, Front, Plan, VirtualHost};

/// What the files of one front are written from.
pub(super) struct Draft<'p> {
    plan: &'p Plan,
    front: &'p Front,
    names: Names,
    /// One for each upstream, in their order.
    backends: Vec<Option<Backend<'p>>>,
}

/// A host name with both of its ports: an Ingress has one answer for HTTP and HTTPS.
struct Host<'p> {
    /// What it does over HTTPS, or over HTTP where there is no other.
    main: &'p VirtualHost,
    backend: &'p Backend<'p>,
    /// Whether HTTP leads to HTTPS.
    redirects: bool,
    /// Whether HTTP is served, by what HTTPS is served by.
    plain: bool,
}

pub(super) fn artifacts(plan: &Plan, front: &Front) -> Vec<Artifact> {
    let names = Names::new(plan, front);
    let backends = front.upstreams.iter().map(|upstream| Backend::new(plan, &names, upstream)).collect();
    let draft = Draft { plan, front, names, backends };
    let mut left_out = Vec::new();
    let hosts = draft.hosts(&mut left_out);
    let authority = if front.checks_nodes() { Authority::Secret("ca.crt") } else { Authority::None };
    let resources: &[&'static str] = if hosts.is_empty() { &[] } else { &["nodes.yaml", "ingress.yaml"] };
    let mut kustomization = Map::new();
    kustomization.say(platform::head(plan, front, "What `kubectl apply -k` reads: all but `controller.yaml`."));
    kustomization.gap();
    kustomization.append(kustomization::body(front, &draft.names, resources, authority));
    let mut files = vec![file(front, "kustomization.yaml", write(&kustomization))];
    if hosts.is_empty() {
        return files;
    }
    let used = draft.backends.iter().flatten();
    let used = used.filter(|backend| hosts.iter().any(|host| std::ptr::eq(host.backend, *backend)));
    let nodes: Vec<Map> = used.flat_map(|backend| backend.documents(plan)).collect();
    let head = platform::head(plan, front, "The nodes, as Services.");
    files.push(file(front, "nodes.yaml", documents(&head, &nodes)));
    let mut head = platform::head(plan, front, "The host names, what leads to nodes, and what is refused.");
    for left_out in left_out {
        head.push('\n');
        head.push_str(&left_out);
    }
    let objects: Vec<Map> = hosts.iter().flat_map(|host| objects::of(&draft, host)).collect();
    files.push(file(front, "ingress.yaml", documents(&head, &objects)));
    let head = platform::head(
        plan,
        front,
        "What belongs to the controller, and so to all that it serves: settings for its ConfigMap. Merge them with what yours \
         says; with its Helm chart, `data` is `controller.config`, and the other ConfigMap stays.",
    );
    files.push(file(front, "controller.yaml", documents(&head, &controller::body(&draft, &hosts))));
    files
}

impl<'p> Draft<'p> {
    /// The host names that are served, each once.
    fn hosts(&'p self, left_out: &mut Vec<String>) -> Vec<Host<'p>> {
        let mut hosts: Vec<Host<'p>> = Vec::new();
        let proxied = |host: &VirtualHost| matches!(host.action, Action::Proxy(_));
        for main in self.front.hosts.iter().filter(|host| matches!(host.action, Action::Proxy(_))) {
            if let Some(obstacle) = platform::obstacle(self.plan, self.front, main) {
                left_out.push(format!("{}, port {}: left out, because {obstacle}.", main.name, main.port));
                continue;
            }
            let same: Vec<&VirtualHost> = self.front.hosts.iter().filter(|host| host.name == main.name).collect();
            // The one over TLS speaks for both.
            if same.iter().any(|host| proxied(host) && host.tls && !main.tls) {
                continue;
            }
            let Action::Proxy(upstream) = main.action else { continue };
            let Some(backend) = self.backends.get(upstream).and_then(Option::as_ref) else { continue };
            if hosts.iter().any(|host| host.main.name == main.name) {
                left_out.push(format!(
                    "{}, port {}: left out, as an Ingress has one way for a name.",
                    main.name, main.port
                ));
                continue;
            }
            hosts.push(Host {
                main,
                backend,
                redirects: same.iter().any(|host| matches!(host.action, Action::Redirect(_))),
                plain: same.iter().any(|host| !host.tls && proxied(host)),
            });
        }
        hosts
    }
}
