use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::Plan;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds `root` as the user that runs the product.
    ///
    /// # Why it matters
    /// A flaw in any deployed service is then a flaw of the whole machine. No port of a node is below 1024, so nothing
    /// needs it.
    ///
    /// # Example
    /// ```toml
    /// jvm.user = "root"
    /// ```
    ///
    /// # What to do
    /// Leave the user out for `wso2`, or name another one without privileges:
    ///
    /// ```toml
    /// jvm.user = "esb"
    /// ```
    Warning "runs-as-root": "the product runs as the machine's administrator";
    source: "Production Deployment Guidelines: an unprivileged user"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    if plan.jvm.user.as_str() == "root" {
        let fix = Fix::safe("run it as wso2").set("jvm.user", serde_json::Value::Null);
        let message = format!("{} runs as root, and needs none of its rights", plan.product.name);
        notes.push(RULE.finding(message, "leave the user out").at("jvm.user").fix(fix));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn nothing_needs_root() {
        let user = |user: &str| json!({ "jvm": { "user": user } });
        fires(
            &RULE,
            user("root"),
            "jvm.user",
            "WSO2 Enterprise Service Bus runs as root, and needs none of its rights",
        );
        silent(&RULE, user("wso2"));
    }
}
