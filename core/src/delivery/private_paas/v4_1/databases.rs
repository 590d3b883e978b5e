use super::super::{Cartridge, Property};
use crate::catalogue::DatabaseNeed;
use crate::plan::SchemaPlan;

/// The shared databases. Templates paste the values into XML as they are, so `&` and `<` are spelled for XML here.
pub(super) fn databases(cartridge: &Cartridge<'_>) -> Vec<Property> {
    let Some(database) = &cartridge.plan.database else { return Vec::new() };
    let of_node: Vec<(&DatabaseNeed, &SchemaPlan)> = database.of(cartridge.node).collect();
    let mut all = Vec::new();
    for parameters in cartridge.family.databases {
        let Some((_, schema)) = of_node.iter().find(|(need, _)| need.purpose == parameters.purpose) else { continue };
        let name = |end: &str| format!("CONFIG_PARAM_{}_{end}", parameters.name);
        let password = cartridge.plan.secrets.value(&schema.password);
        let url = Property::pasted(&name("URL"), schema.url.clone(), schema.need.content);
        all.push(if schema.url.has_password() { url.secret() } else { url });
        all.push(Property::pasted(&name(parameters.user), schema.user.clone(), ""));
        all.push(Property::pasted(&name("PASSWORD"), password, "").secret());
        all.push(Property::pasted(&name("DRIVER"), database.vendor.driver, ""));
        if parameters.pool {
            all.push(Property::payload(&name("MAX_ACTIVE"), schema.pool, "connections of one instance"));
        }
    }
    all
}
