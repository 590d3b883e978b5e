use crate::delivery::private_paas::{Generation, cartridges, parameters};
use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::rules::place;
use crate::rules::rule::rule;
use std::collections::BTreeSet;

rule! {
    /// # What it does
    /// Finds values with `=` or a comma among those that Private PaaS 4.1 hands to virtual machines.
    ///
    /// # Why it matters
    /// Its agent reads them from one line: it splits that at commas and every piece at `=`, and keeps the first two
    /// parts. `jdbc:mysql://db/x?autoReconnect=true` arrives as `jdbc:mysql://db/x?autoReconnect`; an address of SQL
    /// Server loses its database. Containers get their values otherwise, and whole.
    ///
    /// # Example
    /// ```toml
    /// release = "4.9.0"
    /// database.mssql.host = "db.example.com"
    /// delivery.private-paas = { version = "4.1.0", infrastructure = { ec2 = { image = "r/ami-1", instance-type = "t2.medium" } } }
    /// ```
    ///
    /// # What to do
    /// Set the address in `module.ini` of the image, or say one without `=`:
    ///
    /// ```toml
    /// release = "4.9.0"
    /// database.postgresql.host = "db.example.com"
    /// delivery.private-paas = { version = "4.1.0", infrastructure = { ec2 = { image = "r/ami-1", instance-type = "t2.medium" } } }
    /// ```
    Warning "payload-cut": "Private PaaS cuts the value off on virtual machines";
    source: "Apache Stratos 4.1, Python cartridge agent, Config: the payload file"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let Some(paas) = plan.delivery.private_paas() else { return };
    if Generation::of(paas.version) != Generation::Configurator || paas.infrastructure.machines().is_none() {
        return;
    }
    let all = cartridges(plan, paas);
    let cut = all.iter().flat_map(|cartridge| parameters(paas, cartridge)).filter(|it| it.is_cut());
    let names: BTreeSet<String> = cut.map(|it| it.name.rsplit('.').next().unwrap_or_default().to_owned()).collect();
    if !names.is_empty() {
        let message = format!("the platform's agent cuts {} off at `=` or a comma", place::list(names));
        let help = "set them in module.ini of the image, or say values without either";
        notes.push(RULE.finding(message, help).at("database").at("delivery.private-paas.infrastructure"));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn a_value_arrives_whole() {
        let with = |infrastructure: serde_json::Value, database: serde_json::Value| {
            let paas = json!({ "version": "4.1.0", "infrastructure": infrastructure });
            json!({ "release": "4.9.0", "database": database, "delivery": { "private-paas": paas } })
        };
        let ec2 = || json!({ "ec2": { "image": "r/i", "instance-type": "t2.medium" } });
        let message = "the platform's agent cuts CONFIG_PARAM_CONFIG_DB_URL, CONFIG_PARAM_REGISTRY_DB_URL and \
                       CONFIG_PARAM_USER_MGT_DB_URL off at `=` or a comma";
        fires(&RULE, with(ec2(), json!({ "mysql": {} })), "database", message);
        silent(&RULE, with(ec2(), json!({ "postgresql": {} })));
        silent(&RULE, with(json!({ "kubernetes": {} }), json!({ "mysql": {} })));
    }
}
