use crate::catalogue::VendorId;
use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::rules::place;
use crate::rules::rule::rule;
use std::collections::BTreeMap;

rule! {
    /// # What it does
    /// Finds two purposes whose tables would lie in the same place: the same database, or the same user on Oracle.
    ///
    /// # Why it matters
    /// Users and registry are created by one and the same script. Run for both, it fails the second time on tables that
    /// exist; and what belongs to whom can no longer be granted, saved or moved apart.
    ///
    /// # Example
    /// ```toml
    /// [database.mysql]
    /// host = "db.example.com"
    /// schemas.users = { name = "wso2" }
    /// schemas.registry = { name = "wso2" }
    /// ```
    ///
    /// # What to do
    /// Give each purpose a database of its own:
    ///
    /// ```toml
    /// [database.mysql]
    /// host = "db.example.com"
    /// schemas.users = { name = "wso2_users" }
    /// schemas.registry = { name = "wso2_registry" }
    /// ```
    Warning "schema-shared": "one database serves two purposes";
    source: "Kernel 4.4, dbscripts: one script creates the tables of users and registry alike"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let Some(database) = &plan.database else { return };
    // On Oracle tables belong to users.
    let by_user = database.vendor.id == VendorId::Oracle;
    let mut seen = BTreeMap::new();
    for schema in &database.schemas {
        let (name, key) = if by_user { (&schema.user, "user") } else { (&schema.name, "name") };
        let url = if schema.url_said { schema.url.as_str() } else { "" };
        let Some(other) = seen.insert((url, name.as_str().to_ascii_lowercase()), schema) else { continue };
        let (one, two) = (other.need.purpose.key(), schema.need.purpose.key());
        let message = format!("the tables for {one} and {two} would both lie in {name}");
        let finding = RULE.finding(message, "give each purpose a database of its own");
        notes.push(finding.at(place::schema(database, schema, key)).at(place::schema(database, other, key)));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn each_purpose_has_its_place() {
        let both = |vendor: &str, key: &str| {
            let schemas = json!({ "users": { key: "wso2" }, "registry": { key: "WSO2" } });
            json!({ "database": { vendor: { "schemas": schemas } } })
        };
        let message = "the tables for users and registry would both lie in WSO2";
        fires(&RULE, both("mysql", "name"), "database.mysql.schemas.registry.name", message);
        fires(&RULE, both("oracle", "user"), "database.oracle.schemas.registry.user", message);
        silent(&RULE, both("mysql", "user"));
        silent(&RULE, both("oracle", "name"));
    }
}
