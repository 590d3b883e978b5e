use crate::balancer::balancer;
use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::rules::place;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds a version of a load balancer's program that does not read the files that are written for it: NGINX before
    /// 1.15.3, NGINX Plus before R17.
    ///
    /// # Why it matters
    /// The files have directives that older versions do not know. A program does not start with one of those.
    ///
    /// # Example
    /// ```toml
    /// balancers = [{ version = "1.10.3" }]
    /// ```
    ///
    /// # What to do
    /// Take a version that is still repaired, and say which:
    ///
    /// ```toml
    /// balancers = [{ version = "1.30.0" }]
    /// ```
    Error "balancer-too-old": "this load balancer is too old for its configuration";
    source: "NGINX, CHANGES: `keepalive_timeout` of an upstream came with 1.15.3"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    for front in &plan.fronts {
        let program = balancer(front.program);
        let Some(oldest) = front.version.and_then(program.too_old) else { continue };
        let message = format!(
            "{} is {}, and its files need {} at least",
            front.name,
            (program.called)(front.version),
            (program.called)(Some(oldest))
        );
        let help = "take a version that is still repaired";
        notes.push(RULE.finding(message, help).at(place::balancer(front, "version")));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn programs_know_the_directives() {
        let version =
            |program: &str, version: &str| json!({ "balancers": [{ "program": program, "version": version }] });
        let message = "lb is NGINX 1.15.2, and its files need NGINX 1.15.3 at least";
        fires(&RULE, version("nginx", "1.15.2"), "balancers[0].version", message);
        silent(&RULE, version("nginx", "1.15.3"));
        silent(&RULE, version("nginx-plus", "17"));
    }
}
