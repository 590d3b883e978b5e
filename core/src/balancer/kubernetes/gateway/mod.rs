//! Gateway API: a Gateway with a listener for each host name and port, and routes to the nodes.
//!
//! The standard says less than a program's own language: what each implementation decides for itself is not relied on, and
//! what must not pass is refused by rules of the one kind whose order is settled among themselves.

mod gateways;
mod policies;
mod routes;

use super::super::platform;
use super::backend::Backend;
use super::kustomization::{self, Authority};
use super::{Names, file};
use crate::bundle::Artifact;
use crate::format::yaml::{Map, documents, write};
use crate::plan::{Action, Front, Plan, VirtualHost};
use crate::value::Cidr;

/// Where nodes keep the certificates that they came with: what an operator puts there.
const UNVERIFIED: &str = "nodes.crt";

/// What the files of one front are written from.
struct Draft<'p> {
    plan: &'p Plan,
    front: &'p Front,
    names: Names,
    /// One for each upstream, in their order.
    backends: Vec<Option<Backend<'p>>>,
    gateways: Vec<Gateway<'p>>,
}

/// The hosts that are open to the same networks: an address of their own keeps the others out.
struct Gateway<'p> {
    name: String,
    allow: &'p [Cidr],
    hosts: Vec<&'p VirtualHost>,
}

pub(super) fn artifacts(plan: &Plan, front: &Front) -> Vec<Artifact> {
    let names = Names::new(plan, front);
    let backends = front.upstreams.iter().map(|upstream| Backend::new(plan, &names, upstream)).collect();
    let mut left_out = Vec::new();
    let gateways = gateways(plan, front, &names, &mut left_out);
    let draft = Draft { plan, front, names, backends, gateways };
    let tls = front.upstreams.iter().any(|upstream| upstream.tls);
    let authority = match (tls, front.checks_nodes()) {
        (false, _) => Authority::None,
        (true, true) => Authority::ConfigMap("ca.crt"),
        (true, false) => Authority::ConfigMap(UNVERIFIED),
    };
    let resources: &[&'static str] =
        if draft.gateways.is_empty() { &[] } else { &["nodes.yaml", "gateway.yaml", "routes.yaml"] };
    let mut kustomization = Map::new();
    kustomization.say(platform::head(plan, front, "What `kubectl apply -k` reads."));
    kustomization.gap();
    kustomization.append(kustomization::body(front, &draft.names, resources, authority));
    let mut files = vec![file(front, "kustomization.yaml", write(&kustomization))];
    if draft.gateways.is_empty() {
        return files;
    }
    let mut nodes: Vec<Map> = draft.used().flat_map(|backend| backend.documents(plan)).collect();
    nodes.extend(draft.used().filter_map(|backend| policies::tls(&draft, backend)));
    let head = platform::head(plan, front, "The nodes, as Services, and how they prove themselves.");
    files.push(file(front, "nodes.yaml", documents(&head, &nodes)));
    let mut head = platform::head(plan, front, "The public ports and host names.");
    for left_out in left_out {
        head.push('\n');
        head.push_str(&left_out);
    }
    let all: Vec<Map> = draft.gateways.iter().enumerate().map(|it| gateways::object(&draft, it)).collect();
    files.push(file(front, "gateway.yaml", documents(&head, &all)));
    let all: Vec<Map> = draft
        .gateways
        .iter()
        .flat_map(|gateway| gateway.hosts.iter().filter_map(|host| routes::object(&draft, gateway, host)))
        .collect();
    let mut head = platform::head(plan, front, "What happens to a request by its host name and its path.");
    head.push_str(&routes::preface(&draft));
    files.push(file(front, "routes.yaml", documents(&head, &all)));
    files
}

fn gateways<'p>(plan: &Plan, front: &'p Front, names: &Names, left_out: &mut Vec<String>) -> Vec<Gateway<'p>> {
    let mut all: Vec<Gateway<'p>> = Vec::new();
    for host in &front.hosts {
        if let Some(obstacle) = platform::obstacle(plan, front, host) {
            left_out.push(format!("{}, port {}: left out, because {obstacle}.", host.name, host.port));
            continue;
        }
        match all.iter_mut().find(|gateway| gateway.allow == host.allow) {
            Some(gateway) => gateway.hosts.push(host),
            None => {
                let name =
                    if all.is_empty() { names.front() } else { names.of(&format!("{}-only", host.purpose.key())) };
                all.push(Gateway { name, allow: &host.allow, hosts: vec![host] });
            }
        }
    }
    all
}

impl<'p> Draft<'p> {
    fn backend(&self, host: &VirtualHost) -> Option<&Backend<'p>> {
        match host.action {
            Action::Proxy(upstream) => self.backends.get(upstream)?.as_ref(),
            Action::Redirect(_) => None,
        }
    }

    /// The Services that a host leads to.
    fn used(&self) -> impl Iterator<Item = &Backend<'p>> {
        let hosts = || self.gateways.iter().flat_map(|gateway| &gateway.hosts);
        let leads = move |backend: &Backend<'p>| {
            hosts().any(|host| self.backend(host).is_some_and(|other| std::ptr::eq(other, backend)))
        };
        self.backends.iter().flatten().filter(move |backend| leads(backend))
    }
}
