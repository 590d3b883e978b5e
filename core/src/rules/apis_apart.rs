use crate::catalogue::{Feature, Generation};
use crate::design::{Artifacts, Role};
use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::Plan;
use crate::rules::rule::rule;
use serde_json::json;

rule! {
    /// # What it does
    /// Finds nodes that deploy APIs into a folder of their own.
    ///
    /// # Why it matters
    /// Up to 3.1.0, and all in one up to 3.2.0, an API is published into the folder of one node. Requests that reach another one get 404
    /// until that node starts anew with a copy of the folder.
    ///
    /// # Example
    /// ```toml
    /// product = "apim"
    /// release = "3.2.0"
    /// pattern = "symmetric"
    /// nodes = [{ addresses = "192.0.2.11-12" }]
    /// ```
    ///
    /// # What to do
    /// Share the folder:
    ///
    /// ```toml
    /// product = "apim"
    /// release = "3.2.0"
    /// pattern = "symmetric"
    /// nodes = [{ addresses = "192.0.2.11-12" }]
    /// artifacts = { shared-folder = {} }
    /// ```
    Warning "apis-apart": "a published API is on one node only";
    source: "API Manager 3.2.0 manual, «Synchronizing Artifacts in a Gateway Cluster»; api-manager#3389"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let toml = plan.release.line.generation == Generation::Toml && plan.has(Feature::ApiManager);
    let fetched = |role| plan.has(Feature::EventHub) || (plan.has(Feature::ArtifactStore) && role == Role::Gateway);
    let apart = |role: &Role| plan.of_role(*role).count() > 1 && !fetched(*role);
    let alone = [Role::Gateway, Role::Node].into_iter().find(apart);
    if let (true, Some(role), Artifacts::Push) = (toml, alone, &plan.artifacts) {
        let (count, what) = (plan.of_role(role).count(), role.plural());
        let message = format!("an API is published into the folder of one of {count} {what}");
        let fix = Fix::unsafe_("share the folder").set("artifacts", json!({ "shared-folder": {} }));
        notes.push(RULE.finding(message, "let all have one folder").at("artifacts").fix(fix));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn apis_are_where_requests_arrive() {
        let change = |release: &str, pattern: &str| {
            let roles = if release.starts_with('3') { ["publisher", "gateway"] } else { ["control-plane", "gateway"] };
            let role = |(number, role)| json!({ "role": role, "addresses": format!("192.0.2.{}-{}", number * 10 + 1, number * 10 + 2) });
            let nodes = match pattern {
                "symmetric" => json!([{ "addresses": "192.0.2.11-12" }]),
                _ => roles.into_iter().enumerate().map(role).collect(),
            };
            json!({ "product": "apim", "release": release, "pattern": pattern, "nodes": nodes })
        };
        let message = |what: &str| format!("an API is published into the folder of one of 2 {what}");
        fires(&RULE, change("3.2.0", "symmetric"), "artifacts", &message("nodes"));
        fires(&RULE, change("3.1.0", "distributed"), "artifacts", &message("gateways"));
        silent(&RULE, change("3.2.0", "distributed"));
        silent(&RULE, change("4.0.0", "symmetric"));
    }
}
