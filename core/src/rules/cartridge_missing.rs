use crate::delivery::private_paas::{FAMILIES, Generation, family};
use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::Plan;
use crate::rules::place;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds a product that is to be delivered through Private PaaS, which has no cartridge of it.
    ///
    /// # Why it matters
    /// There is no image, no start-up plug-in and no template that could make a node of it: nothing would be written.
    ///
    /// # Example
    /// ```toml
    /// product = "ei"
    /// release = "6.5.0"
    /// delivery.private-paas = { version = "4.1.0", infrastructure = { kubernetes = {} } }
    /// ```
    ///
    /// # What to do
    /// Deliver it as files for machines:
    ///
    /// ```toml
    /// product = "ei"
    /// release = "6.5.0"
    /// delivery = "files"
    /// ```
    Error "cartridge-missing": "Private PaaS has no cartridge of the product";
    source: "product-private-paas 4.0.0, resources/json; private-paas-cartridges 4.1"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let Some(paas) = plan.delivery.private_paas() else { return };
    let generation = Generation::of(paas.version);
    if family(plan.product.id).is_some_and(|family| family.is_in(generation)) {
        return;
    }
    let known = FAMILIES.iter().filter(|family| family.is_in(generation)).map(|family| family.product);
    let message = format!("Private PaaS {} has no cartridge of {}", paas.version, plan.product.name);
    let help = format!("deliver it as files; there are cartridges of {}", place::list(known));
    let fix = Fix::unsafe_("deliver it as files").set("delivery", "files");
    notes.push(RULE.finding(message, help).at("delivery.private-paas").at("product").fix(fix));
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn each_generation_has_cartridges_of_its_own() {
        let dss = |version: &str| {
            let paas = json!({ "version": version, "infrastructure": { "kubernetes": {} } });
            json!({ "product": "dss", "release": "3.5.1", "delivery": { "private-paas": paas } })
        };
        let message = "Private PaaS 4.0.0 has no cartridge of WSO2 Data Services Server";
        fires(&RULE, dss("4.0.0"), "delivery.private-paas", message);
        silent(&RULE, dss("4.1.0"));
        silent(&RULE, json!({ "product": "ei", "release": "6.5.0" }));
    }
}
