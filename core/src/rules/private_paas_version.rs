use crate::delivery::private_paas::Generation;
use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::rules::place;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds a version of Private PaaS that there is not, and an infrastructure that the version cannot use.
    ///
    /// # Why it matters
    /// 4.0.0 and 4.1 take different documents. 4.0.0 starts virtual machines only: Kubernetes came with 4.1.
    ///
    /// # Example
    /// ```toml
    /// release = "4.8.1"
    /// delivery.private-paas = { version = "4.0.0", infrastructure = { kubernetes = {} } }
    /// ```
    ///
    /// # What to do
    /// Say the version that you run, and what it starts:
    ///
    /// ```toml
    /// release = "4.8.1"
    /// delivery.private-paas = { version = "4.1.0", infrastructure = { kubernetes = {} } }
    /// ```
    Error "private-paas-version": "no version of Private PaaS can do this";
    source: "product-private-paas 4.0.0, resources/json; private-paas-cartridges 4.1, samples/cartridges"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let Some(paas) = plan.delivery.private_paas() else { return };
    let at = "delivery.private-paas.version";
    if !Generation::knows(paas.version) {
        let message = format!("there is no Private PaaS {} in the catalogue", paas.version);
        notes.push(RULE.finding(message, "known are 4.0.0 and 4.1.x").at(at));
        return;
    }
    let (key, known) = (paas.infrastructure.key(), Generation::of(paas.version).infrastructures());
    if !known.contains(&key) {
        let message = format!("Private PaaS {} does not start anything on {key}", paas.version);
        let help = format!("it knows {}", place::list(known));
        notes.push(RULE.finding(message, help).at("delivery.private-paas.infrastructure").at(at));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn a_version_is_known_and_fits() {
        let on =
            |version: &str| json!({ "delivery": { "private-paas": { "version": version, "infrastructure": "mock" } } });
        let at = "delivery.private-paas.version";
        fires(&RULE, on("4.2.0"), at, "there is no Private PaaS 4.2.0 in the catalogue");
        fires(&RULE, on("4.0.1"), at, "there is no Private PaaS 4.0.1 in the catalogue");
        let at = "delivery.private-paas.infrastructure";
        fires(&RULE, on("4.0.0"), at, "Private PaaS 4.0.0 does not start anything on mock");
        silent(&RULE, on("4.1.9"));
    }
}
