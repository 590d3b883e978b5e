use crate::catalogue::Feature;
use crate::design::Role;
use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Notes key managers on nodes of their own where the control plane has them.
    ///
    /// # Why it matters
    /// From 4.0 on gateways check tokens by themselves. Key managers apart are there for clusters that come from an older release and
    /// still have opaque tokens; their profile is called deprecated up to 4.4.
    ///
    /// # Example
    /// ```toml
    /// product = "apim"
    /// release = "4.2.0"
    /// pattern = "distributed"
    /// nodes = [
    ///   { role = "control-plane", addresses = "192.0.2.11-12" },
    ///   { role = "key-manager", addresses = "192.0.2.21-22" },
    ///   { role = "gateway", addresses = "192.0.2.31-32" },
    /// ]
    /// ```
    ///
    /// # What to do
    /// Leave them out, unless there are opaque tokens:
    ///
    /// ```toml
    /// product = "apim"
    /// release = "4.2.0"
    /// pattern = "distributed"
    /// nodes = [
    ///   { role = "control-plane", addresses = "192.0.2.11-12" },
    ///   { role = "gateway", addresses = "192.0.2.31-32" },
    /// ]
    /// ```
    Advice "key-manager-apart": "key managers apart are for opaque tokens";
    source: "API Manager 4.0.0 manual, distributed deployment with the Key Manager separated"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let Some(first) = plan.of_role(Role::KeyManager).next() else { return };
    if plan.has(Feature::EventHub) && plan.of_role(Role::ControlPlane).next().is_some() {
        let message = "the control plane has key managers: nodes of their own are needed for opaque tokens only";
        notes.push(
            RULE.finding(message, "leave them out, unless an older release's tokens must go on").at(first.at.clone()),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn the_control_plane_has_them() {
        let change = |release: &str, role: &str| {
            let nodes =
                json!([{ "role": role, "address": "192.0.2.11" }, { "role": "key-manager", "address": "192.0.2.21" }]);
            json!({ "product": "apim", "release": release, "pattern": "distributed", "nodes": nodes })
        };
        let message = "the control plane has key managers: nodes of their own are needed for opaque tokens only";
        fires(&RULE, change("4.2.0", "control-plane"), "nodes[1]", message);
        silent(&RULE, change("3.2.0", "publisher"));
    }
}
