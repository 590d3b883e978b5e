use crate::catalogue::Feature;
use crate::design::Serves;
use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::Plan;
use crate::rules::place;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds a load balancer that serves the services of brokers.
    ///
    /// # Why it matters
    /// Clients speak AMQP and MQTT to a broker, over connections that live for days. A load balancer for HTTP passes neither on. Clients
    /// name every broker in their URL and change over by themselves.
    ///
    /// # Example
    /// ```toml
    /// product = "mb"
    /// release = "3.2.0"
    /// pattern = "symmetric"
    /// nodes = [{ addresses = "192.0.2.11-12" }]
    /// balancers = [{ serves = "services" }]
    /// ```
    ///
    /// # What to do
    /// Let it serve the console, and give clients the URL of the guide:
    ///
    /// ```toml
    /// product = "mb"
    /// release = "3.2.0"
    /// pattern = "symmetric"
    /// nodes = [{ addresses = "192.0.2.11-12" }]
    /// balancers = [{ serves = "console" }]
    /// ```
    Warning "broker-behind-http": "a load balancer for HTTP stands before brokers";
    source: "Message Broker 3.2.0 manual, «Failover»: several brokers in the connection URL"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    if !plan.has(Feature::Broker) || plan.offers_services() {
        return;
    }
    for front in plan.fronts.iter().filter(|front| front.serves == Serves::Services) {
        let at = place::balancer(front, "serves");
        let message = format!("{} serves the services, and clients come to brokers over AMQP and MQTT", front.name);
        let fix = Fix::unsafe_("let it serve the console").set(at.clone(), "console");
        notes.push(RULE.finding(message, "give clients the addresses of the brokers themselves").at(at).fix(fix));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn clients_come_to_the_brokers_themselves() {
        let change = |serves: &str| {
            json!({
                "product": "mb", "release": "3.2.0", "pattern": "symmetric",
                "nodes": [{ "addresses": "192.0.2.11-12" }], "balancers": [{ "serves": serves }],
            })
        };
        let message = "lb serves the services, and clients come to brokers over AMQP and MQTT";
        fires(&RULE, change("services"), "balancers[0].serves", message);
        silent(&RULE, change("everything"));
        silent(&RULE, change("console"));
    }
}
