use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::Plan;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds declared load balancers of which none serves the services.
    ///
    /// # Why it matters
    /// Clients would have to know the nodes, and the loss of one would be theirs to notice.
    ///
    /// # Example
    /// ```toml
    /// balancers = [{ serves = "console" }]
    /// ```
    ///
    /// # What to do
    /// Let one serve the services, or leave `balancers` out for what the pattern needs:
    ///
    /// ```toml
    /// balancers = [{ serves = "services" }]
    /// ```
    Warning "nobody-serves-services": "no load balancer stands in front of the services";
    source: "Clustering Guide 4.2.0, «Worker/manager separated clustering patterns»"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    // No load balancer at all is a decision: the platform has one.
    if plan.fronts.is_empty() || !plan.offers_services() || plan.fronts.iter().any(|front| front.serves_services()) {
        return;
    }
    let message = "every load balancer serves the console only, and clients have no way to the services";
    let fix = Fix::unsafe_("let the pattern decide").set("balancers", serde_json::Value::Null);
    notes.push(RULE.finding(message, "let one serve `services` or `everything`").at("balancers").fix(fix));
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn clients_have_a_way_in() {
        let serves = |serves: &str| json!({ "balancers": [{ "serves": serves }] });
        let message = "every load balancer serves the console only, and clients have no way to the services";
        fires(&RULE, serves("console"), "balancers", message);
        silent(&RULE, serves("everything"));
        silent(&RULE, json!({ "balancers": [] }));
    }
}
