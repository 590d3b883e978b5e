use crate::catalogue::VendorId;
use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::rules::place;
use crate::rules::rule::rule;
use crate::value::Version;

rule! {
    /// # What it does
    /// Notes a MySQL server before 5.7.
    ///
    /// # Why it matters
    /// Flaws that are found in it stay open.
    ///
    /// # Example
    /// ```toml
    /// database.mysql = { host = "db.example.com", version = "5.6" }
    /// ```
    ///
    /// # What to do
    /// Take a server that is still maintained:
    ///
    /// ```toml
    /// database.mysql = { host = "db.example.com", version = "8.0" }
    /// ```
    Advice "mysql-old": "MySQL before 5.7 gets no repairs any more";
    source: "MySQL 5.6 reached its end of life in February 2021"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let Some(database) = plan.database.as_ref().filter(|database| database.vendor.id == VendorId::Mysql) else {
        return;
    };
    if let Some(version) = database.version.filter(|version| *version < Version::new(5, 7, 0)) {
        let message = format!("MySQL {version} gets no repairs any more");
        notes.push(RULE.finding(message, "take a server that is maintained").at(place::database(database, "version")));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn servers_are_maintained() {
        let version = |version: &str| json!({ "database": { "mysql": { "version": version } } });
        fires(&RULE, version("5.6.51"), "database.mysql.version", "MySQL 5.6.51 gets no repairs any more");
        silent(&RULE, version("5.7"));
        silent(&RULE, json!({ "database": { "postgresql": { "version": "5.6" } } }));
    }
}
