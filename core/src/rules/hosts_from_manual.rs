use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Notes that no host name is said for the services.
    ///
    /// # Why it matters
    /// The manual's example is written into endpoints, certificates and the load balancers. Clients reach it where
    /// their hosts file gives it an address.
    ///
    /// # Example
    /// ```toml
    /// format = 1
    /// name = "esb"
    /// product = "esb"
    /// release = "5.0.0"
    /// pattern = "worker-manager-1"
    /// nodes = [{ role = "manager", address = "192.0.2.11" }, { role = "worker", addresses = "192.0.2.21-22" }]
    /// ```
    ///
    /// # What to do
    /// Say the name by which clients reach the services:
    ///
    /// ```toml
    /// hosts.service = "esb.example.com"
    /// ```
    Advice "hosts-from-manual": "the services' host name is the manual's example";
    source: ""
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    if plan.hosts.from_manual {
        let message =
            format!("nobody said what the services are called: {} is the manual's example", plan.hosts.service);
        notes.push(RULE.finding(message, "write the name by which clients reach them").at("hosts.service"));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn services_have_a_name() {
        let message = "nobody said what the services are called: esb.wso2.com is the manual's example";
        fires(&RULE, json!({ "hosts": null }), "hosts.service", message);
        silent(&RULE, json!({}));
    }
}
