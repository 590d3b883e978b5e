use crate::catalogue::{Feature, Generation};
use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds an administrator of API Manager with a colon in the name.
    ///
    /// # Why it matters
    /// The broker's client decodes what stands before the host of `amqp://name:password@…` and then cuts it at the first colon, so no
    /// spelling saves one in a name. Every node signs in by that URL: nobody is throttled or blocked.
    ///
    /// # Example
    /// ```toml
    /// format = 1
    /// name = "apim"
    /// product = "apim"
    /// release = "2.6.0"
    /// pattern = "symmetric"
    /// nodes = [{ addresses = "192.0.2.11-12" }]
    /// access = { admin-user = "ops:boss", admin-password = "env:ADMIN_PASSWORD" }
    /// ```
    ///
    /// # What to do
    /// Take another name:
    ///
    /// ```toml
    /// format = 1
    /// name = "apim"
    /// product = "apim"
    /// release = "2.6.0"
    /// pattern = "symmetric"
    /// nodes = [{ addresses = "192.0.2.11-12" }]
    /// access = { admin-user = "boss", admin-password = "env:ADMIN_PASSWORD" }
    /// ```
    Error "admin-name-in-broker-url": "the administrator's name cannot stand in a broker's URL";
    source: "andes, URLParser"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    // 1.10 has no broker.
    let toml = plan.release.line.generation == Generation::Toml;
    let signs_in = plan.has(Feature::TrafficManager) || toml && plan.has(Feature::ApiManager);
    let Some(admin) = plan.access.admin.as_ref().filter(|_| signs_in) else { return };
    if admin.user.as_str().contains(':') {
        let message = format!("a broker's client takes `{}` for a name and a password", admin.user);
        notes.push(RULE.finding(message, "take a name without a colon").at("access.admin-user"));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn a_name_has_no_colon_where_a_broker_reads_it() {
        let design = |release: &str| {
            json!({
                "format": 1, "name": "x", "product": "apim", "release": release, "pattern": "symmetric",
                "nodes": [{"addresses": "192.0.2.11-12"}], "access": {"admin-user": "a:b"},
            })
        };
        for release in ["2.0.0", "4.5.0"] {
            fires(
                &RULE,
                design(release),
                "access.admin-user",
                "a broker's client takes `a:b` for a name and a password",
            );
        }
        silent(&RULE, design("1.10.0"));
    }
}
