use super::super::Cartridge;
use serde::Serialize;

/// Cartridges that belong together, and the order in which they start.
#[derive(Serialize)]
pub(super) struct Group {
    name: String,
    cartridges: Vec<String>,
    dependencies: Dependencies,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Dependencies {
    startup_orders: [StartupOrder; 1],
}

#[derive(Serialize)]
struct StartupOrder {
    aliases: Vec<String>,
}

/// The group of several cartridges: managers start before workers, so that the databases are set up once and workers
/// find what is deployed. One cartridge needs none.
pub(super) fn group(cartridges: &[Cartridge<'_>]) -> Option<Group> {
    let [first, _, ..] = cartridges else { return None };
    let types: Vec<String> = cartridges.iter().map(Cartridge::service_type).collect();
    let aliases = types.iter().map(|alias| format!("cartridge.{alias}")).collect();
    Some(Group {
        name: name(first),
        cartridges: types,
        dependencies: Dependencies { startup_orders: [StartupOrder { aliases }] },
    })
}

pub(super) fn name(cartridge: &Cartridge<'_>) -> String {
    format!("{}-group", cartridge.family.base(cartridge.plan.release.version))
}

impl Group {
    pub(super) fn name(&self) -> &str {
        &self.name
    }
}
