//! From what was said to what holds: defaults, names, addresses, ports. Every fault is collected; whatever can still
//! be decided is, so that the rules can speak about the rest at the same time.

mod cluster;
mod database;
mod delivery;
mod fronts;
mod nodes;
mod refusals;
mod registry;
mod unused;
mod user_store;

pub(crate) use database::needs;

use super::{AccessPlan, Admin, Front, HostPlan, JvmPlan, Network, Plan, TlsPlan};
use crate::balancer::{Stays, balancer};
use crate::catalogue::{self, PRODUCTS, PatternTraits, Product, Purpose, Release};
use crate::design::{Artifacts, Design, KeyKind, Managers, NodeTls};
use crate::diagnostic::{Diagnostic, Fix, Noted, Severity};
use crate::value::{HostName, Name, Secret, SecretValues, Text, shown};
use std::collections::{BTreeMap, BTreeSet};

/// How many networks a design may have.
const MOST_NETWORKS: usize = 1000;

/// Decides everything. The output is none only where the product or its release is not known.
pub fn resolve(design: &Design) -> Noted<Option<Plan>> {
    resolve_with(design, SecretValues::default())
}

/// As [`resolve`], with what secrets stand for.
pub fn resolve_with(design: &Design, secrets: SecretValues) -> Noted<Option<Plan>> {
    let mut notes = Vec::new();
    let Some((product, release)) = product(design, &mut notes) else {
        return Noted { output: None, notes };
    };
    let basis = Basis { design, product, release, pattern: catalogue::pattern(design.pattern) };
    let managers = design.managers.unwrap_or(Managers::ActivePassive);
    pattern_of_product(basis, &mut notes);
    let hosts = hosts(basis);
    let networks = networks(design, &mut notes);
    let mut nodes = nodes::nodes(basis, &networks, &mut notes);
    let cluster = cluster::cluster(basis, &mut nodes);
    let database = database::database(basis, &nodes, &mut notes);
    let registry = database.as_ref().and_then(|database| registry::registry(basis, database));
    let tls = TlsPlan {
        key: design.tls.key.unwrap_or(KeyKind::Ecdsa),
        days: design.tls.days.map_or(90, |days| days.get()),
        nodes: design.tls.nodes.unwrap_or(NodeTls::Verified),
        keystore_password: design
            .tls
            .keystore_password
            .clone()
            .unwrap_or_else(|| Secret::env("WSO2_KEYSTORE_PASSWORD".to_owned())),
    };
    let task_server_count = release.task_server_count.map(|shipped| task_servers(basis, &nodes, shipped));
    let draft = fronts::Draft {
        basis,
        managers,
        hosts: &hosts,
        networks: &networks,
        nodes: &nodes,
        nodes_verified: tls.nodes == NodeTls::Verified,
    };
    let fronts = draft.fronts(&mut notes);
    let by_route = |front: &Front| {
        (balancer(front.program).stays)(front.version, front.stay_by) == Stays::ByRoute && front.has_servlet_sessions()
    };
    let jvm_route = design.cluster.jvm_route.unwrap_or_else(|| fronts.iter().any(by_route));
    let unused = unused::unused(basis, registry.as_ref(), &fronts);
    let plan = Plan {
        name: design.name.clone(),
        description: design.description.as_ref().map_or_else(String::new, ToString::to_string),
        product,
        release,
        pattern: basis.pattern,
        managers,
        hosts,
        cluster,
        networks,
        nodes,
        fronts,
        database,
        user_store: user_store::user_store(basis),
        registry,
        artifacts: design.artifacts.clone().unwrap_or(Artifacts::Push),
        task_server_count,
        tls,
        access: access(design),
        jvm: jvm(design, product),
        jvm_route,
        delivery: delivery::delivery(basis),
        secrets,
        unused,
    };
    Noted { output: Some(plan), notes }
}

/// What every decision rests on: what was said, and what it says that about.
#[derive(Clone, Copy)]
struct Basis<'d> {
    design: &'d Design,
    product: &'static Product,
    release: &'static Release,
    pattern: &'static PatternTraits,
}

fn product(design: &Design, notes: &mut Vec<Diagnostic>) -> Option<(&'static Product, &'static Release)> {
    let Some(product) = catalogue::product(&design.product) else {
        let known: Vec<&str> = PRODUCTS.iter().map(|product| product.id).collect();
        let mut note = Diagnostic::new(
            "unknown-product",
            Severity::Error,
            format!("there is no product `{}` in the catalogue", shown(&design.product)),
        )
        .at("product")
        .help(format!("known are {}", known.join(", ")));
        if let Some(near) = nearest(&design.product, known.iter().copied()) {
            note = note.fix(Fix::unsafe_(format!("take `{near}`")).set("product", near));
        }
        notes.push(note);
        return None;
    };
    let Some(release) = product.release(design.release) else {
        let known: Vec<String> = product.releases.iter().map(|release| release.version.to_string()).collect();
        let mut note = Diagnostic::new(
            "unknown-release",
            Severity::Error,
            format!("{} has no release {} in the catalogue", product.name, design.release),
        )
        .at("release")
        .help(format!("known are {}", known.join(", ")));
        if let Some(near) = nearest(&design.release.to_string(), known.iter().map(String::as_str)) {
            note = note.fix(Fix::unsafe_(format!("take {near}")).set("release", near));
        }
        notes.push(note);
        return None;
    };
    Some((product, release))
}

/// The candidate that a person most likely meant, if one is near.
pub(crate) fn nearest<'a>(written: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    if written.len() > 100 {
        return None;
    }
    let allowed = |candidate: &str| (candidate.len().max(3) / 3).max(1);
    let length = written.chars().count();
    candidates
        // The distance is at least what the one is longer than the other: most need no closer look.
        .filter(|candidate| candidate.chars().count().abs_diff(length) <= allowed(candidate))
        .map(|candidate| (strsim::osa_distance(written, candidate), candidate))
        .filter(|(distance, candidate)| *distance <= allowed(candidate))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// A product is laid out only in the patterns that its line knows.
fn pattern_of_product(Basis { product, release, pattern, .. }: Basis<'_>, notes: &mut Vec<Diagnostic>) {
    let known = release.line.patterns;
    if known.contains(&pattern.pattern) {
        return;
    }
    let keys: Vec<&str> = known.iter().map(|known| catalogue::pattern(*known).key).collect();
    let message = format!("{} {} cannot be laid out as {}", product.name, release.version, pattern.key);
    let note = Diagnostic::new("pattern-not-of-product", Severity::Error, message)
        .at("pattern")
        .help(format!("it knows {}", keys.join(", ")));
    notes.push(match keys.first() {
        Some(first) => note.fix(Fix::unsafe_(format!("take {first}")).set("pattern", *first)),
        None => note,
    });
}

fn hosts(Basis { design, product, release, pattern }: Basis<'_>) -> HostPlan {
    let said = &design.hosts;
    let service = said.service.clone().unwrap_or_else(|| HostName::known(product.host));
    let console = said.console.clone().unwrap_or_else(|| service.below(product.console_label));
    let components = pattern.roles.of(release).into_iter().filter_map(|(role, _)| release.component(role));
    let mut others = BTreeMap::new();
    for purpose in components.flat_map(|component| component.doors).map(|door| door.purpose) {
        let said = match purpose {
            Purpose::Service | Purpose::Console => continue,
            Purpose::WebSocket => said.web_socket.as_ref(),
            Purpose::Portal => said.portal.as_ref(),
            Purpose::Component(role) => said.components.get(&role),
        };
        let usual = || service.below(purpose.label());
        others.insert(purpose, said.cloned().unwrap_or_else(usual));
    }
    let named = said.service.is_some() || said.console.is_some() && !pattern.offers_services(release);
    HostPlan { service, console, others, from_manual: !named }
}

fn networks(design: &Design, notes: &mut Vec<Diagnostic>) -> Vec<Network> {
    if design.networks.is_empty() {
        return vec![Network { name: Name::known("default"), cidr: None }];
    }
    if design.networks.len() > MOST_NETWORKS {
        notes.push(
            Diagnostic::new(
                "too-many-networks",
                Severity::Error,
                format!("there are more than {MOST_NETWORKS} networks"),
            )
            .at("networks")
            .help("name those that nodes and load balancers stand in"),
        );
    }
    let networks = || design.networks.iter().take(MOST_NETWORKS);
    let mut seen = BTreeSet::new();
    for (number, network) in networks().enumerate() {
        if !seen.insert(&network.name) {
            notes.push(
                Diagnostic::new(
                    "duplicate-name",
                    Severity::Error,
                    format!("two networks are called `{}`", network.name),
                )
                .at(format!("networks[{number}].name").as_str())
                .help("give each network a name of its own"),
            );
        }
    }
    networks().map(|spec| Network { name: spec.name.clone(), cidr: spec.cidr }).collect()
}

/// Tasks wait until this many nodes are up: every node that runs tasks, unless the design says otherwise. The value
/// that stock ships counts for one machine only.
fn task_servers(Basis { design, product, .. }: Basis<'_>, nodes: &[super::Node], shipped: u16) -> u16 {
    let running = nodes.iter().filter(|node| node.product.id == product.id && node.serves()).count();
    match design.tasks.server_count {
        Some(said) => said.get(),
        None if running == 0 => shipped,
        None => u16::try_from(running).unwrap_or(u16::MAX),
    }
}

fn access(design: &Design) -> AccessPlan {
    let said = &design.access;
    let admin = (said.admin_user.is_some() || said.admin_password.is_some()).then(|| Admin {
        user: said.admin_user.clone().unwrap_or_else(|| Text::known("admin")),
        password: said.admin_password.clone().unwrap_or_else(|| Secret::env("WSO2_ADMIN_PASSWORD".to_owned())),
    });
    AccessPlan { console: said.console.clone(), admin }
}

fn jvm(design: &Design, product: &'static Product) -> JvmPlan {
    let text = |said: &Option<Text>| said.as_ref().map_or_else(String::new, ToString::to_string);
    let home = text(&design.jvm.home);
    JvmPlan {
        home: if home.is_empty() {
            format!("/opt/wso2/{}-{}", product.id, design.release)
        } else {
            home.trim_end_matches('/').to_owned()
        },
        user: design.jvm.user.clone().unwrap_or_else(|| Name::known("wso2")),
        java_home: text(&design.jvm.java_home),
        heap: text(&design.jvm.heap),
    }
}
