use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::Plan;
use crate::rules::place;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Notes a database in a pattern whose nodes form no cluster.
    ///
    /// # Why it matters
    /// Users and permissions are cached on every node. Without a cluster nobody tells the others that something
    /// changed: a removed user goes on working until the cache of each node expires.
    ///
    /// # Example
    /// ```toml
    /// pattern = "independent"
    /// nodes = [{ addresses = "192.0.2.11-12" }]
    /// ```
    ///
    /// # What to do
    /// Take the pattern for that, or leave the database out:
    ///
    /// ```toml
    /// pattern = "shared-database"
    /// nodes = [{ addresses = "192.0.2.11-12" }]
    /// ```
    Advice "shared-without-cluster": "nodes share a database and do not hear of changes";
    source: "Clustering Guide 4.4.x, «Clustering and high availability», pattern 2"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let Some(database) = plan.database.as_ref().filter(|_| !plan.pattern.clustering && plan.nodes.len() > 1) else {
        return;
    };
    let message = format!("{} nodes share a database and no cluster: changes reach the others late", plan.nodes.len());
    let fix = Fix::unsafe_("take the pattern `shared-database`").set("pattern", "shared-database");
    let at = place::database(database, "host").parent();
    notes.push(RULE.finding(message, "take the pattern `shared-database`").at(at).at("pattern").fix(fix));
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn what_is_shared_is_announced() {
        let change = |pattern: &str| json!({ "pattern": pattern, "nodes": [{ "addresses": "192.0.2.11-12" }] });
        let message = "2 nodes share a database and no cluster: changes reach the others late";
        fires(&RULE, change("independent"), "database.mysql", message);
        silent(&RULE, change("shared-database"));
        silent(&RULE, json!({ "pattern": "independent", "nodes": [{ "count": 2 }], "database": null }));
    }
}
