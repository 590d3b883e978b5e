use crate::catalogue::{Feature, Generation};
use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::rules::rule::rule;
use crate::value::Secret;

rule! {
    /// # What it does
    /// Finds an administrator's password in Secure Vault where `jndi.properties` of API Manager needs it within a URL.
    ///
    /// # Why it matters
    /// Secure Vault replaces whole values. In `amqp://user:password@…` the password is a part of one, so the file gets a mark, and traffic
    /// managers and publishers cannot sign in to the broker: nobody is throttled or blocked.
    ///
    /// # Example
    /// ```toml
    /// format = 1
    /// name = "apim"
    /// product = "apim"
    /// release = "2.6.0"
    /// pattern = "symmetric"
    /// nodes = [{ addresses = "192.0.2.11-12" }]
    /// access = { admin-password = "vault:admin.password" }
    /// ```
    ///
    /// # What to do
    /// Say where the password is, and let the bundle be written with it (`--fill-secrets`); or put the whole URL into Secure Vault by hand:
    ///
    /// ```toml
    /// format = 1
    /// name = "apim"
    /// product = "apim"
    /// release = "2.6.0"
    /// pattern = "symmetric"
    /// nodes = [{ addresses = "192.0.2.11-12" }]
    /// access = { admin-password = "env:ADMIN_PASSWORD" }
    /// ```
    Warning "broker-password-in-vault": "a broker's URL needs a password that only Secure Vault knows";
    source: "API Manager 2.6.0, jndi.properties"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let xml = plan.release.line.generation == Generation::Xml;
    let Some(admin) = plan.access.admin.as_ref().filter(|_| xml && plan.has(Feature::TrafficManager)) else { return };
    if let Secret::Vault(alias) = &admin.password {
        let message =
            format!("`vault:{alias}` stands within a URL of jndi.properties, where Secure Vault cannot replace it");
        let help = "write it as `env:NAME` or `file:PATH`, or put the whole URL into Secure Vault by hand";
        notes.push(RULE.finding(message, help).at("access.admin-password"));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn a_url_holds_its_password_itself() {
        let design = |release: &str| {
            json!({
                "format": 1, "name": "x", "product": "apim", "release": release, "pattern": "symmetric",
                "nodes": [{"addresses": "192.0.2.11-12"}], "access": {"admin-password": "vault:a"},
            })
        };
        let message = "`vault:a` stands within a URL of jndi.properties, where Secure Vault cannot replace it";
        fires(&RULE, design("2.6.0"), "access.admin-password", message);
        silent(&RULE, design("1.10.0"));
    }
}
