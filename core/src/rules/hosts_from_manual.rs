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
        let (what, name, at, who) = match plan.offers_services() {
            true => ("the services are", &plan.hosts.service, "hosts.service", "clients reach them"),
            false => ("the console is", &plan.hosts.console, "hosts.console", "administrators reach it"),
        };
        let message = format!("nobody said what {what} called: {name} is the manual's example");
        notes.push(RULE.finding(message, format!("write the name by which {who}")).at(at));
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
        let nodes = json!([{ "addresses": "192.0.2.11-12" }]);
        let broker = |hosts: serde_json::Value| json!({ "product": "mb", "release": "3.2.0", "pattern": "symmetric", "nodes": nodes, "hosts": hosts });
        let message = "nobody said what the console is called: mgt.mb.wso2.com is the manual's example";
        fires(&RULE, broker(json!(null)), "hosts.console", message);
        silent(&RULE, broker(json!({ "service": null, "console": "mb.example.com" })));
    }
}
