use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::rules::place;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Notes that no host is said for the database server.
    ///
    /// # Why it matters
    /// The manual's example is written into every datasource. It works where the hosts file of each node gives that
    /// name an address.
    ///
    /// # Example
    /// ```toml
    /// database.postgresql = { version = "16" }
    /// ```
    ///
    /// # What to do
    /// Say where the database is:
    ///
    /// ```toml
    /// database.mysql.host = "db.example.com"
    /// ```
    Advice "database-from-manual": "the database's host is the manual's example";
    source: ""
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    if let Some(database) = plan.database.as_ref().filter(|database| database.from_manual) {
        let message = format!("nobody said where the database is: {} is the manual's example", database.host);
        notes.push(RULE.finding(message, "write the database's host").at(place::database(database, "host")));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn a_database_has_a_host() {
        let message = "nobody said where the database is: carbondb.mysql-wso2.com is the manual's example";
        fires(&RULE, json!({ "database": null }), "database.mysql.host", message);
        silent(&RULE, json!({}));
    }
}
