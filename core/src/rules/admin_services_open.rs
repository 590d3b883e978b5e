use crate::diagnostic::Diagnostic;
use crate::plan::{Exposure, Plan, VirtualHost};
use crate::rules::rule::rule;
use std::collections::BTreeSet;

rule! {
    /// # What it does
    /// Notes names at a load balancer that lead to admin services, and that everyone may ask.
    ///
    /// # Why it matters
    /// Components call each other's admin services through the load balancer. Whoever reaches these names and has an administrator's
    /// password deploys and changes what they like; nothing but that password is in the way.
    ///
    /// # Example
    /// ```toml
    /// product = "apim"
    /// release = "4.2.0"
    /// pattern = "distributed"
    /// nodes = [{ role = "control-plane", addresses = "192.0.2.11-12" }, { role = "gateway", addresses = "192.0.2.31-32" }]
    /// ```
    ///
    /// # What to do
    /// Name the administrators' networks. The cluster's own nodes are let in besides:
    ///
    /// ```toml
    /// product = "apim"
    /// release = "4.2.0"
    /// pattern = "distributed"
    /// nodes = [{ role = "control-plane", addresses = "192.0.2.11-12" }, { role = "gateway", addresses = "192.0.2.31-32" }]
    /// access.console = ["192.0.2.0/24"]
    /// ```
    Advice "admin-services-open": "everyone may ask the components' admin services";
    source: "API Manager manual, production deployment guidelines"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let open = |host: &&VirtualHost| host.exposure == Exposure::Members && host.allow.is_empty() && host.tls;
    let names: BTreeSet<String> =
        plan.fronts.iter().flat_map(|front| &front.hosts).filter(open).map(|host| host.name.to_string()).collect();
    if let Some(first) = names.first() {
        let more = match names.len() {
            1 => String::new(),
            more => format!(" and {} more", more - 1),
        };
        let message = format!("everyone who reaches the load balancer may ask the admin services at {first}{more}");
        notes.push(
            RULE.finding(message, "name the administrators' networks; nodes are let in besides").at("access.console"),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn nodes_and_administrators_alone_reach_them() {
        let change = |networks: &[&str]| {
            let nodes = json!([{ "role": "control-plane", "address": "192.0.2.11" }, { "role": "gateway", "address": "192.0.2.21" }]);
            let access = json!({ "console": networks });
            json!({ "product": "apim", "release": "4.2.0", "pattern": "distributed", "nodes": nodes, "access": access })
        };
        let message = "everyone who reaches the load balancer may ask the admin services at gateway.esb.example.com";
        fires(&RULE, change(&[]), "access.console", message);
        silent(&RULE, change(&["192.0.2.0/24"]));
        silent(&RULE, json!({}));
    }
}
