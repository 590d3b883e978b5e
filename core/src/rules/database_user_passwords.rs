use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::{Plan, SchemaPlan};
use crate::rules::place;
use crate::rules::rule::rule;
use std::collections::BTreeMap;

rule! {
    /// # What it does
    /// Finds a database user that serves several purposes with different passwords.
    ///
    /// # Why it matters
    /// The setup script creates a user once, with one password. The datasource with the other password cannot connect.
    ///
    /// # Example
    /// ```toml
    /// [database.mysql]
    /// host = "db.example.com"
    /// schemas.users = { user = "wso2", password = "env:ONE" }
    /// schemas.registry = { user = "wso2", password = "env:TWO" }
    /// ```
    ///
    /// # What to do
    /// Write the same password for the same user, or take a user for each purpose:
    ///
    /// ```toml
    /// [database.mysql]
    /// host = "db.example.com"
    /// schemas.users = { user = "wso2", password = "env:ONE" }
    /// schemas.registry = { user = "wso2", password = "env:ONE" }
    /// ```
    Warning "database-user-passwords": "one database user has two passwords";
    source: ""
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let Some(database) = &plan.database else { return };
    let mut seen: BTreeMap<&str, &SchemaPlan> = BTreeMap::new();
    for schema in &database.schemas {
        let first = *seen.entry(schema.user.as_str()).or_insert(schema);
        if first.password == schema.password {
            continue;
        }
        let (one, two) = (first.need.purpose.key(), schema.need.purpose.key());
        let message = format!("the database user {} has one password for {one} and another for {two}", schema.user);
        let at = place::schema(database, schema, "password");
        let finding = RULE
            .finding(message, "write the same password for the same user")
            .at(at.clone())
            .at(place::schema(database, first, "password"));
        // A literal is never shown, so a fix could not carry it.
        notes.push(if first.password.is_plain() {
            finding
        } else {
            finding.fix(Fix::safe(format!("use {}", first.password)).set(at, first.password.to_string()))
        });
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn a_user_has_one_password() {
        let users = |one: &str, two: &str| {
            let schemas = json!({ "users": { "user": "wso2", "password": one }, "registry": { "user": "wso2", "password": two } });
            json!({ "database": { "mysql": { "schemas": schemas } } })
        };
        let at = "database.mysql.schemas.registry.password";
        let message = "the database user wso2 has one password for users and another for registry";
        assert!(fires(&RULE, users("env:A", "env:B"), at, message).fix.is_some());
        assert!(fires(&RULE, users("plain:a", "env:B"), at, message).fix.is_none());
        silent(&RULE, users("env:A", "env:A"));
        silent(&RULE, json!({}));
    }
}
