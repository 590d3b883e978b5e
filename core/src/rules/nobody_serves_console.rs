use crate::design::Serves;
use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::{Plan, Purpose};
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds declared load balancers of which none serves the console, in a pattern where one should.
    ///
    /// # Why it matters
    /// The nodes print the console's public name and port. Without a load balancer behind that name nothing answers,
    /// and no manager takes over from another.
    ///
    /// # Example
    /// ```toml
    /// pattern = "worker-manager-2"
    /// nodes = [{ role = "manager", addresses = "192.0.2.11-12" }, { role = "worker", addresses = "192.0.2.21-22" }]
    /// balancers = [{ serves = "services" }]
    /// ```
    ///
    /// # What to do
    /// Let one serve the console, or leave `balancers` out for what the pattern needs:
    ///
    /// ```toml
    /// pattern = "worker-manager-2"
    /// nodes = [{ role = "manager", addresses = "192.0.2.11-12" }, { role = "worker", addresses = "192.0.2.21-22" }]
    /// balancers = [{ serves = "everything" }]
    /// ```
    Warning "nobody-serves-console": "no load balancer stands in front of the console";
    source: "Clustering Guide 4.2.0, «Worker/manager separated clustering patterns», patterns 2 and 3"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let wanted = plan.pattern.balancers.iter().any(|(_, serves)| *serves != Serves::Services);
    if plan.fronts.is_empty() || !wanted || !plan.opens(Purpose::Console) || plan.console_front().is_some() {
        return;
    }
    let message =
        format!("no load balancer serves the console {}, and {} has one", plan.hosts.console, plan.pattern.name);
    let fix = Fix::unsafe_("let the pattern decide").set("balancers", serde_json::Value::Null);
    notes.push(RULE.finding(message, "let one serve `console` or `everything`").at("balancers").fix(fix));
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn administrators_have_a_way_in() {
        let change = |pattern: &str, serves: &str| {
            let nodes = json!([
                { "role": "manager", "addresses": "192.0.2.11-12" },
                { "role": "worker", "address": "192.0.2.21" },
            ]);
            json!({ "pattern": pattern, "nodes": nodes, "balancers": [{ "serves": serves }] })
        };
        let message = "no load balancer serves the console mgt.esb.example.com, and Worker/manager pattern 2 has one";
        fires(&RULE, change("worker-manager-2", "services"), "balancers", message);
        silent(&RULE, change("worker-manager-1", "services"));
        silent(&RULE, change("worker-manager-2", "console"));
    }
}
