//! WSO2 Private PaaS, a platform on Apache Stratos: it starts nodes from cartridges, finds their addresses itself and
//! writes the products' configuration at their start from the cartridges' properties.
//!
//! A role of the plan becomes one cartridge. Manager and worker name each other in theirs, and both names come from
//! the same [`Cartridge`], so that they cannot differ. What a property is for is said beside its value, and the
//! `README.md` is made of that: JSON has no comments.

mod cartridge;
mod family;
mod generation;
mod ports;
mod property;
mod readme;
mod v4_0;
mod v4_1;

pub use cartridge::{Cartridge, cartridges};
pub use family::{DatabaseParameters, FAMILIES, Family, Naming, family};
pub use generation::{Generation, Policies};
pub use ports::PortMapping;
pub use property::Property;

use super::Way;
use crate::bundle::{Artifact, Mode, Owner};
use crate::plan::{Plan, PrivatePaasPlan};

pub(super) static WAY: Way = Way {
    key: "private-paas",
    name: "WSO2 Private PaaS",
    summary: "Cartridges for a platform that starts the nodes itself and finds their addresses.",
    artifacts,
};

/// A document for the platform.
struct Document {
    /// Where it is below `private-paas/`.
    path: String,
    /// Where the platform takes it: the path of its REST interface.
    resource: &'static str,
    text: String,
    /// Whether it holds secrets, if only by marks that stand for them.
    private: bool,
}

fn artifacts(plan: &Plan) -> Vec<Artifact> {
    let Some(paas) = plan.delivery.private_paas() else { return Vec::new() };
    let cartridges = cartridges(plan, paas);
    if cartridges.is_empty() {
        return Vec::new();
    }
    let documents = documents(plan, paas, &cartridges);
    let file =
        |path: &str, mode, text: String| Artifact::whole(Owner::Cluster, format!("private-paas/{path}"), mode, text);
    let readme = readme::text(plan, paas, &cartridges, &documents);
    let mode = |private| if private { Mode::Private } else { Mode::Public };
    let written = documents.into_iter().map(|it| file(&it.path, mode(it.private), it.text));
    std::iter::once(file("README.md", Mode::Public, readme)).chain(written).collect()
}

/// Everything that the platform is told, in the order in which it takes it.
fn documents(plan: &Plan, paas: &PrivatePaasPlan, cartridges: &[Cartridge<'_>]) -> Vec<Document> {
    match Generation::of(paas.version) {
        Generation::Puppet => v4_0::documents(plan, paas, cartridges),
        Generation::Configurator => v4_1::documents(plan, paas, cartridges),
    }
}

/// The properties of a cartridge, each with its reason.
pub fn parameters(paas: &PrivatePaasPlan, cartridge: &Cartridge<'_>) -> Vec<Property> {
    match Generation::of(paas.version) {
        Generation::Puppet => v4_0::properties(cartridge),
        Generation::Configurator => v4_1::properties(cartridge),
    }
}

#[cfg(test)]
mod tests;
