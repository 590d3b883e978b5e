use crate::balancer::is_platform;
use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::rules::place;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Notes that everything, or all services, go through one load balancer.
    ///
    /// # Why it matters
    /// The nodes behind it survive each other's loss. Nothing survives the load balancer's.
    ///
    /// # Example
    /// ```toml
    /// balancers = [{ serves = "services" }]
    /// ```
    ///
    /// # What to do
    /// Run a second one with the same configuration, on an address that moves (keepalived, or the provider's), and
    /// declare it:
    ///
    /// ```toml
    /// balancers = [
    ///   { name = "lb-1", address = "192.0.2.2", serves = "services" },
    ///   { name = "lb-2", address = "192.0.2.3", serves = "services" },
    /// ]
    /// ```
    Advice "one-balancer": "the load balancer is a single point of failure";
    source: ""
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let mut fronts = plan.fronts.iter().filter(|front| front.serves_services());
    if let (Some(only), None) = (fronts.next(), fronts.next())
        && !is_platform(only.program)
    {
        let message = format!("{} is the only way to the services: its loss is the loss of all", only.name);
        let help = "run a second one on an address that moves";
        notes.push(RULE.finding(message, help).at(place::front(only)));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn one_load_balancer_is_one_too_few() {
        let message = "lb is the only way to the services: its loss is the loss of all";
        fires(&RULE, json!({ "balancers": [{}] }), "balancers[0]", message);
        fires(&RULE, json!({}), "balancers", message);
        silent(&RULE, json!({ "balancers": [{ "name": "a" }, { "name": "b" }] }));
        silent(&RULE, json!({ "balancers": [] }));
        silent(&RULE, json!({ "balancers": [{ "program": "aws-alb-cloudformation" }] }));
    }
}
