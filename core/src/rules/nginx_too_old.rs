use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::Plan;
use crate::rules::place;
use crate::rules::rule::rule;
use crate::value::Version;

rule! {
    /// # What it does
    /// Finds a version of NGINX before 1.19.4.
    ///
    /// # Why it matters
    /// The configuration refuses TLS handshakes for host names that are not the cluster's, with a directive that older
    /// versions do not know. They do not start with it.
    ///
    /// # Example
    /// ```toml
    /// balancers = [{ version = "1.18.0" }]
    /// ```
    ///
    /// # What to do
    /// Take a version that is maintained:
    ///
    /// ```toml
    /// balancers = [{ version = "1.22.1" }]
    /// ```
    Error "nginx-too-old": "this NGINX is too old for the configuration";
    source: "NGINX, CHANGES: `ssl_reject_handshake` came with 1.19.4"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    for front in plan.fronts.iter().filter(|front| front.version < Version::new(1, 19, 4)) {
        let at = place::balancer(front, "version");
        let message = format!("{} is NGINX {}, and the configuration needs 1.19.4 at least", front.name, front.version);
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
        let version = |version: &str| json!({ "balancers": [{ "version": version }] });
        let message = "lb is NGINX 1.19.3, and the configuration needs 1.19.4 at least";
        fires(&RULE, version("1.19.3"), "balancers[0].version", message);
        silent(&RULE, version("1.19.4"));
        silent(&RULE, json!({}));
    }
}
