use super::decided::{Decided, gather};
use crate::bundle::{Artifact, Owner};
use crate::catalogue::{Generation, Product, Release, pattern, product};
use crate::config;
use crate::design::{Design, Registry};
use crate::plan::{Plan, resolve};
use crate::sample;
use crate::value::NodeName;
use std::collections::{BTreeMap, BTreeSet};

/// The same settings in the other generation of configuration: for whoever moves from one to the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counterpart {
    /// The product of the other generation.
    pub product: &'static Product,
    /// Its release.
    pub release: &'static Release,
    /// Each setting with its places on both sides; one that only one side has is not left out.
    pub settings: Vec<Decided>,
}

/// The counterpart of a plan, by the files of its own nodes. None where there is no other generation.
pub fn counterpart(plan: &Plan, own: &[Artifact]) -> Option<Counterpart> {
    let (product, release) = other(plan)?;
    let mut settings = BTreeMap::new();
    // The others of a role say the same.
    let first: BTreeSet<&NodeName> = plan.nodes.iter().filter(|node| node.first).map(|node| &node.name).collect();
    let shown = |artifact: &&Artifact| {
        artifact.product == plan.product.id && matches!(&artifact.owner, Owner::Node(name) if first.contains(name))
    };
    for artifact in own.iter().filter(shown) {
        gather(artifact, plan.release.line.generation, plan.layout(), &mut settings);
    }
    let there = resolve(&moved(plan, product, release)).output?;
    for artifact in config::artifacts(&there) {
        gather(&artifact, release.line.generation, there.layout(), &mut settings);
    }
    Some(Counterpart { product, release, settings: settings.into_values().collect() })
}

/// The newest release of the other generation: the product's own, or that of the product that its users move to.
fn other(plan: &Plan) -> Option<(&'static Product, &'static Release)> {
    let wanted = match plan.release.line.generation {
        Generation::Xml => Generation::Toml,
        Generation::Toml => Generation::Xml,
        Generation::Yaml => return None,
    };
    let newest = |of: &'static Product| of.releases.iter().rfind(|release| release.line.generation == wanted);
    let own = newest(plan.product).map(|release| (plan.product, release));
    own.or_else(|| {
        let next = product(plan.release.line.moves_to?)?;
        Some((next, newest(next)?))
    })
}

/// The design in the other generation, with as few nodes as its pattern takes.
fn moved(plan: &Plan, product: &'static Product, release: &'static Release) -> Design {
    let known = release.line.patterns;
    let own = plan.pattern.pattern;
    let layout = pattern(if known.contains(&own) { own } else { known.first().copied().unwrap_or(own) });
    let mut design = plan.to_design();
    product.id.clone_into(&mut design.product);
    design.release = release.version;
    design.pattern = layout.pattern;
    design.managers = None;
    design.nodes = sample::nodes(layout, release);
    design.registry = Registry::default();
    design.networks.clear();
    let roles: BTreeSet<_> = layout.roles.of(release).into_iter().map(|(role, _)| role).collect();
    design.hosts.components.retain(|role, _| roles.contains(role));
    for balancer in design.balancers.iter_mut().flatten() {
        balancer.network = None;
    }
    if let Some(database) = &mut design.database {
        database.server_mut().schemas.clear();
    }
    design
}
