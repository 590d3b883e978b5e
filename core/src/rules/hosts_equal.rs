use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::Plan;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds a console with the services' host name.
    ///
    /// # Why it matters
    /// The load balancer tells them apart by name. With one name for both, the console's paths are refused as they must
    /// be on the services' name, or everybody who reaches the services reaches the console.
    ///
    /// # Example
    /// ```toml
    /// hosts = { service = "esb.example.com", console = "esb.example.com" }
    /// ```
    ///
    /// # What to do
    /// Leave the console's name out for `mgt.` before the services' name, or write another one:
    ///
    /// ```toml
    /// hosts = { service = "esb.example.com", console = "console.example.com" }
    /// ```
    Error "hosts-equal": "services and console have the same host name";
    source: "Clustering Guide 4.2.0, «Load balancing»: a virtual host for each"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    if plan.hosts.service == plan.hosts.console && plan.offers_services() {
        let message = format!("services and console are both called {}", plan.hosts.service);
        let finding =
            RULE.finding(message, "give the console a name of its own").at("hosts.console").at("hosts.service");
        let below = plan.hosts.service.below(plan.product.console_label);
        notes.push(if below == plan.hosts.service {
            finding
        } else {
            finding.fix(Fix::safe(format!("call the console {below}")).set("hosts.console", serde_json::Value::Null))
        });
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn two_things_have_two_names() {
        let console = |console: &str| json!({ "hosts": { "console": console } });
        let message = "services and console are both called esb.example.com";
        fires(&RULE, console("ESB.example.com"), "hosts.console", message);
        silent(&RULE, console("mgt.esb.example.com"));
    }
}
