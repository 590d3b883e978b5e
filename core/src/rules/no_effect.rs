use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::Plan;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds settings that have no effect with this product, release, pattern or scheme.
    ///
    /// # Why it matters
    /// Whoever wrote the setting expects something of it. That it changes nothing would show when it is needed: a
    /// second manager that does not stand by, a list that nobody reads.
    ///
    /// # Example
    /// ```toml
    /// pattern = "symmetric"
    /// managers = "active-active"
    /// nodes = [{ addresses = "192.0.2.11-12" }]
    /// ```
    ///
    /// # What to do
    /// Take it out, or choose the pattern or scheme in which it counts:
    ///
    /// ```toml
    /// pattern = "symmetric"
    /// nodes = [{ addresses = "192.0.2.11-12" }]
    /// ```
    Warning "no-effect": "the design says something that nothing heeds";
    source: ""
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    for unused in &plan.unused {
        let message = format!("`{}` has no effect: {}", unused.at, unused.why);
        let fix = Fix::unsafe_("take it out").set(unused.at.clone(), serde_json::Value::Null);
        notes.push(RULE.finding(message, "take it out, or change what it depends on").at(unused.at.clone()).fix(fix));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn what_is_said_counts() {
        for (change, at, why) in [
            (
                json!({ "pattern": "independent", "database": null, "cluster": { "domain": "esb" } }),
                "cluster.domain",
                "nodes of the pattern independent form no cluster",
            ),
            (
                json!({ "release": "4.8.1", "tasks": { "server-count": 2 } }),
                "tasks.server-count",
                "WSO2 Enterprise Service Bus 4.8.1 has no tasks-config.xml",
            ),
            (
                json!({ "registry": { "mounts": false, "instance": "shared" } }),
                "registry.instance",
                "no registry is mounted",
            ),
            (
                json!({ "cluster": { "membership": { "aws": { "iam-role": "wso2", "access-key": "env:A" } } } }),
                "cluster.membership.aws.access-key",
                "the instance's role is taken instead",
            ),
            (
                json!({ "cluster": { "membership": { "aws": { "iam-role": "wso2", "tag-key": "app" } } } }),
                "cluster.membership.aws.tag-key",
                "a filter by tag needs `tag-value` too",
            ),
            (
                json!({ "cluster": { "membership": { "kubernetes": { "services": ["esb"], "token": "env:T" } } } }),
                "cluster.membership.kubernetes.token",
                "members are found by DNS, and the API server is not asked",
            ),
            (
                json!({ "database": { "postgresql": { "service": "ORCL" } } }),
                "database.postgresql.service",
                "only an Oracle URL names a service, PostgreSQL has none",
            ),
            (
                json!({ "balancers": [{ "serves": "console", "sticky": "always" }] }),
                "balancers[0].sticky",
                "lb serves the console only",
            ),
        ] {
            fires(&RULE, change, at, &format!("`{at}` has no effect: {why}"));
        }
        silent(&RULE, json!({ "managers": "active-active", "tasks": { "server-count": 2 } }));
        silent(&RULE, json!({ "database": { "oracle": { "service": "ORCL" } } }));
    }
}
