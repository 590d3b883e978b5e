use crate::design::{Pattern, Serves};
use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::Plan;
use crate::rules::place;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds pattern 3 with a load balancer that serves everything, or with both on the same machine.
    ///
    /// # Why it matters
    /// The pattern parts administration from services down to the load balancer. With one for both, the console is
    /// reachable wherever the services are.
    ///
    /// # Example
    /// ```toml
    /// pattern = "worker-manager-3"
    /// nodes = [{ role = "manager", addresses = "192.0.2.11-12" }, { role = "worker", addresses = "192.0.2.21-22" }]
    /// balancers = [{ serves = "everything" }]
    /// ```
    ///
    /// # What to do
    /// Declare two, or take pattern 2:
    ///
    /// ```toml
    /// pattern = "worker-manager-3"
    /// nodes = [{ role = "manager", addresses = "192.0.2.11-12" }, { role = "worker", addresses = "192.0.2.21-22" }]
    /// balancers = [{ serves = "services", address = "192.0.2.2" }, { serves = "console", address = "192.0.2.3" }]
    /// ```
    Warning "one-balancer-for-both": "pattern 3 has one load balancer for both kinds of nodes";
    source: "Clustering Guide 4.2.0, «Worker/manager separated clustering patterns», pattern 3"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    if plan.pattern.pattern != Pattern::WorkerManager3 {
        return;
    }
    let both = plan.fronts.iter().find(|front| front.serves == Serves::Everything);
    let same = plan.fronts.iter().filter(|front| front.serves == Serves::Console).find(|front| {
        let beside = |other: &&crate::plan::Front| other.serves_services() && other.address == front.address;
        front.address.is_some() && plan.fronts.iter().any(|other| beside(&other))
    });
    let (message, at) = match (both, same) {
        (Some(front), _) => (
            format!("{} serves managers and workers, and pattern 3 parts them", front.name),
            place::balancer(front, "serves"),
        ),
        (None, Some(front)) => {
            let message = format!("{} shares its machine with the workers' load balancer", front.name);
            (message, place::balancer(front, "address"))
        }
        (None, None) => return,
    };
    let fix = Fix::unsafe_("take pattern 2").set("pattern", "worker-manager-2");
    notes.push(RULE.finding(message, "declare one for each, or take `worker-manager-2`").at(at).at("pattern").fix(fix));
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn pattern_3_has_two_load_balancers() {
        let change = |balancers| {
            let nodes = json!([{ "role": "manager", "addresses": "192.0.2.11-12" }, { "role": "worker", "address": "192.0.2.21" }]);
            json!({ "pattern": "worker-manager-3", "nodes": nodes, "balancers": balancers })
        };
        let message = "lb serves managers and workers, and pattern 3 parts them";
        fires(&RULE, change(json!([{ "name": "lb", "serves": "everything" }])), "balancers[0].serves", message);
        let beside = json!([{ "address": "192.0.2.2" }, { "address": "192.0.2.2", "https-port": 8443 }]);
        fires(
            &RULE,
            change(beside),
            "balancers[1].address",
            "manager-lb shares its machine with the workers' load balancer",
        );
        silent(&RULE, change(json!(null)));
    }
}
