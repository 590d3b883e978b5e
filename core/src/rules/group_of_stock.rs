use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Notes that nodes which share tasks do so in a group of the name that every such cluster has.
    ///
    /// # Why it matters
    /// Members are rows of the coordination database, told apart by the group's name alone. Two clusters of one name on one database
    /// are one cluster: each runs the other's tasks, or fails to find them. (The product's own name for the group is `default`.)
    ///
    /// # Example
    /// ```toml
    /// product = "mi"
    /// release = "4.2.0"
    /// pattern = "symmetric"
    /// nodes = [{ addresses = "192.0.2.11-12" }]
    /// ```
    ///
    /// # What to do
    /// Name the group, or keep a database for each cluster:
    ///
    /// ```toml
    /// product = "mi"
    /// release = "4.2.0"
    /// pattern = "symmetric"
    /// nodes = [{ addresses = "192.0.2.11-12" }]
    /// cluster.domain = "orders"
    /// ```
    Advice "group-of-stock": "another cluster on the same database would share its tasks";
    source: "Micro Integrator 4.2.0, RDBMSCoordinationStrategy"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let domain = plan.domain().to_string();
    if plan.shares_tasks() && domain == plan.product.domain {
        let message =
            format!("the group of nodes that share tasks is called `{domain}`, as every cluster's that names none");
        notes.push(RULE.finding(message, "name it by `cluster.domain`").at("cluster.domain"));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn clusters_of_one_database_have_names() {
        let change = |cluster: serde_json::Value| {
            let nodes = json!([{ "addresses": "192.0.2.11-12" }]);
            json!({ "product": "mi", "release": "4.2.0", "pattern": "symmetric", "nodes": nodes, "cluster": cluster })
        };
        let message =
            "the group of nodes that share tasks is called `wso2.mi.domain`, as every cluster's that names none";
        fires(&RULE, change(json!({})), "cluster.domain", message);
        silent(&RULE, change(json!({ "domain": "orders" })));
        silent(&RULE, json!({}));
    }
}
