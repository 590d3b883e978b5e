use crate::balancer::balancer;
use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::Plan;
use crate::rules::place;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds a version of NGINX before 1.15.3, or of NGINX Plus before R17.
    ///
    /// # Why it matters
    /// The files have directives that older versions do not know. NGINX does not start with one of those.
    ///
    /// # Example
    /// ```toml
    /// balancers = [{ version = "1.14.2" }]
    /// ```
    ///
    /// # What to do
    /// Take a version that is maintained:
    ///
    /// ```toml
    /// balancers = [{ version = "1.22.1" }]
    /// ```
    Error "nginx-too-old": "this NGINX is too old for the configuration";
    source: "NGINX, CHANGES: `keepalive_timeout` of an upstream came with 1.15.3"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    for front in &plan.fronts {
        let Some(oldest) = (balancer(front.program).too_old)(front.version) else { continue };
        let at = place::balancer(front, "version");
        let message = format!("{} is NGINX {}, and its files need {oldest} at least", front.name, front.version);
        let fix = Fix::unsafe_("write for the stable line").set(at.clone(), serde_json::Value::Null);
        notes.push(RULE.finding(message, "take a version that is maintained").at(at).fix(fix));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn nginx_knows_the_directives() {
        let version =
            |program: &str, version: &str| json!({ "balancers": [{ "program": program, "version": version }] });
        let message = "lb is NGINX 1.15.2, and its files need 1.15.3 at least";
        fires(&RULE, version("nginx", "1.15.2"), "balancers[0].version", message);
        let message = "lb is NGINX 16, and its files need 1.15.3 at least";
        fires(&RULE, version("nginx-plus", "16"), "balancers[0].version", message);
        silent(&RULE, version("nginx", "1.15.3"));
        silent(&RULE, version("nginx-plus", "17"));
        silent(&RULE, json!({}));
    }
}
