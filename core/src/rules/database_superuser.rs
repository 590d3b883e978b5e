use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::Plan;
use crate::rules::place;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds database users such as root, sa, postgres or system.
    ///
    /// # Why it matters
    /// A flaw in one service would then open every database of the server, and the setup script would set a new
    /// password for the administrator.
    ///
    /// # Example
    /// ```toml
    /// database.mysql = { host = "db.example.com", schemas.users = { user = "root" } }
    /// ```
    ///
    /// # What to do
    /// Leave the user out, or name one for this database alone:
    ///
    /// ```toml
    /// database.mysql = { host = "db.example.com", schemas.users = { user = "esb_users" } }
    /// ```
    Warning "database-superuser": "nodes connect as the database's administrator";
    source: "Production Deployment Guidelines: accounts with the least privileges"
}

const SUPERUSERS: [&str; 8] = ["root", "sa", "postgres", "sys", "system", "admin", "mysql", "sysdba"];

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let Some(database) = &plan.database else { return };
    for schema in &database.schemas {
        if SUPERUSERS.contains(&schema.user.as_str().to_ascii_lowercase().as_str()) {
            let purpose = schema.need.purpose.key();
            let message =
                format!("nodes connect to the database for {purpose} as {}, who may do everything", schema.user);
            let at = place::schema(database, schema, "user");
            let fix = Fix::unsafe_(format!("take {}", schema.need.user)).set(at.clone(), serde_json::Value::Null);
            notes.push(RULE.finding(message, "leave the user out for one of its own").at(at).fix(fix));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn nodes_are_no_administrators() {
        let user = |user: &str| json!({ "database": { "mssql": { "schemas": { "registry": { "user": user } } } } });
        let message = "nodes connect to the database for registry as SA, who may do everything";
        fires(&RULE, user("SA"), "database.mssql.schemas.registry.user", message);
        silent(&RULE, user("wso2"));
    }
}
