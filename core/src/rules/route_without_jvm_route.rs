use crate::balancer::{Stays, balancer};
use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::Plan;
use crate::rules::place;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds clients that a load balancer ties to nodes by the route in their session's id, while the design says that
    /// nodes write none.
    ///
    /// # Why it matters
    /// Apache httpd looks for a node's name behind the dot of `JSESSIONID`. Without `jvmRoute` there is no dot, and every
    /// request goes to another node: in a measurement 155 of 155 did, and each lost its session.
    ///
    /// # Example
    /// ```toml
    /// product = "as"
    /// release = "5.3.0"
    /// pattern = "symmetric"
    /// nodes = [{ addresses = "192.0.2.21-22" }]
    /// cluster = { jvm-route = false }
    /// balancers = [{ program = "httpd", stay-by = "session" }]
    /// ```
    ///
    /// # What to do
    /// Leave `jvm-route` out, and it is written where it is needed; or take a cookie of the load balancer's own:
    ///
    /// ```toml
    /// balancers = [{ program = "httpd", stay-by = "balancer-cookie" }]
    /// ```
    Error "route-without-jvm-route": "clients are tied to nodes by a route that no node writes";
    source: "Apache httpd, mod_proxy_balancer: `stickysession`"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    if plan.jvm_route {
        return;
    }
    for front in &plan.fronts {
        let program = balancer(front.program);
        let by_route = (program.stays)(front.version, front.stay_by) == Stays::ByRoute;
        if by_route && front.has_servlet_sessions() {
            let message = format!(
                "{} ties clients to nodes by the route in JSESSIONID, and cluster.jvm-route says that nodes write none",
                front.name
            );
            let fix = Fix::unsafe_("write it where it is needed").set("cluster.jvm-route", serde_json::Value::Null);
            let note = RULE.finding(message, "leave jvm-route out, or let a cookie of the load balancer's own do it");
            notes.push(note.at("cluster.jvm-route").at(place::balancer(front, "stay-by")).fix(fix));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn a_route_needs_a_writer() {
        let design = |product: &str, release: &str, said: bool, by: &str| {
            json!({
                "product": product, "release": release, "pattern": "symmetric", "nodes": [{ "addresses": "192.0.2.21-22" }],
                "cluster": { "jvm-route": said }, "balancers": [{ "program": "httpd", "stay-by": by }],
            })
        };
        let message =
            "lb ties clients to nodes by the route in JSESSIONID, and cluster.jvm-route says that nodes write none";
        fires(&RULE, design("as", "5.3.0", false, "session"), "cluster.jvm-route", message);
        silent(&RULE, design("as", "5.3.0", true, "session"));
        silent(&RULE, design("as", "5.3.0", false, "balancer-cookie"));
    }
}
