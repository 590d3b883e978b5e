use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Notes a console behind a load balancer without networks that may reach it.
    ///
    /// # Why it matters
    /// The console is the way to everything: users, keys, every deployed artifact. Its login page is what attackers
    /// look for first.
    ///
    /// # Example
    /// ```toml
    /// pattern = "worker-manager-2"
    /// nodes = [{ role = "manager", addresses = "192.0.2.11-12" }, { role = "worker", addresses = "192.0.2.21-22" }]
    /// ```
    ///
    /// # What to do
    /// Name the networks of the administrators:
    ///
    /// ```toml
    /// pattern = "worker-manager-2"
    /// nodes = [{ role = "manager", addresses = "192.0.2.11-12" }, { role = "worker", addresses = "192.0.2.21-22" }]
    /// access.console = ["198.51.100.0/24"]
    /// ```
    Advice "console-open": "whoever reaches the load balancer reaches the console";
    source: "Production Deployment Guidelines: restrict the console's network"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    if let (Some(front), true) = (plan.console_front(), plan.access.console.is_empty()) {
        let message = format!("whoever reaches {} reaches the console {}", front.name, plan.hosts.console);
        notes.push(RULE.finding(message, "name the networks of the administrators").at("access.console"));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn the_console_is_for_administrators() {
        let change = |console| {
            let nodes = json!([{ "role": "manager", "addresses": "192.0.2.11-12" }, { "role": "worker", "address": "192.0.2.21" }]);
            json!({ "pattern": "worker-manager-2", "nodes": nodes, "access": { "console": console } })
        };
        let message = "whoever reaches lb reaches the console mgt.esb.example.com";
        fires(&RULE, change(json!([])), "access.console", message);
        silent(&RULE, change(json!(["198.51.100.0/24"])));
        silent(&RULE, json!({}));
    }
}
