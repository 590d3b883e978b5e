use crate::delivery::private_paas::{Generation, family};
use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::rules::place;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds a release that Private PaaS comes without a cartridge of, though it has one of another.
    ///
    /// # Why it matters
    /// The image's start-up plug-in knows the service types of its own release only, such as `wso2esb-490-worker`, and its
    /// templates are that release's configuration files.
    ///
    /// # Example
    /// ```toml
    /// release = "5.0.0"
    /// delivery.private-paas = { version = "4.1.0", infrastructure = { kubernetes = {} } }
    /// ```
    ///
    /// # What to do
    /// Build an image with a plug-in and templates for the release, or take the release of a cartridge:
    ///
    /// ```toml
    /// release = "4.9.0"
    /// delivery.private-paas = { version = "4.1.0", infrastructure = { kubernetes = {} } }
    /// ```
    Warning "cartridge-of-other-release": "Private PaaS has cartridges of other releases only";
    source: "private-paas-cartridges 4.1, plugins: SERVICES of each start-up handler"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let Some(paas) = plan.delivery.private_paas() else { return };
    let generation = Generation::of(paas.version);
    let Some(family) = family(plan.product.id).filter(|family| family.is_in(generation)) else { return };
    let shipped = family.releases(generation);
    if shipped.contains(&plan.release.version) {
        return;
    }
    let (platform, release) = (paas.version, plan.release.version);
    let message = format!("Private PaaS {platform} comes without a cartridge of {} {release}", plan.product.name);
    let help = format!("build an image with its plug-in and templates; shipped is {}", place::list(shipped));
    notes.push(RULE.finding(message, help).at("release").at("delivery.private-paas.version"));
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn an_image_belongs_to_one_release() {
        let esb = |release: &str, version: &str| {
            let paas = json!({ "version": version, "infrastructure": { "kubernetes": {} } });
            json!({ "release": release, "delivery": { "private-paas": paas } })
        };
        let message = "Private PaaS 4.0.0 comes without a cartridge of WSO2 Enterprise Service Bus 4.9.0";
        fires(&RULE, esb("4.9.0", "4.0.0"), "release", message);
        silent(&RULE, esb("4.8.1", "4.0.0"));
        silent(&RULE, esb("4.9.0", "4.1.1"));
    }
}
