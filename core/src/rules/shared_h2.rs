use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::Plan;
use crate::rules::place;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds an H2 URL for a database that the nodes share.
    ///
    /// # Why it matters
    /// H2 is a file beside one process. Nodes on other machines have another file, and two processes on one machine
    /// lock each other out.
    ///
    /// # Example
    /// ```toml
    /// [database.mysql]
    /// host = "db.example.com"
    /// schemas.users = { url = "jdbc:h2:./repository/database/UM;DB_CLOSE_ON_EXIT=FALSE" }
    /// ```
    ///
    /// # What to do
    /// Leave the URL out for the server's own:
    ///
    /// ```toml
    /// database.mysql = { host = "db.example.com" }
    /// ```
    Error "shared-h2": "a shared database is an H2 file";
    source: "Clustering Guide 4.4.x, «Setting up the database»: H2 for the local registry only"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let Some(database) = &plan.database else { return };
    for schema in database.schemas.iter().filter(|schema| schema.url.as_str().starts_with("jdbc:h2:")) {
        let message = format!("the database for {} is H2, and nodes cannot share it", schema.need.purpose.key());
        let at = place::schema(database, schema, "url");
        let fix = Fix::unsafe_(format!("use {}", database.vendor.name)).set(at.clone(), serde_json::Value::Null);
        notes.push(RULE.finding(message, "leave the URL out for the server's own").at(at).fix(fix));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn h2_is_not_shared() {
        let url = |url: &str| json!({ "database": { "mysql": { "schemas": { "users": { "url": url } } } } });
        let message = "the database for users is H2, and nodes cannot share it";
        fires(&RULE, url("jdbc:h2:./x"), "database.mysql.schemas.users.url", message);
        silent(&RULE, url("jdbc:mysql://db/x"));
    }
}
