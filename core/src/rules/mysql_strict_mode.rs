use crate::catalogue::VendorId;
use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::rules::place;
use crate::rules::rule::rule;
use crate::value::Version;

rule! {
    /// # What it does
    /// Finds MySQL 5.7 or later with a kernel that has no script for it.
    ///
    /// # Why it matters
    /// MySQL 5.7 switched strict mode on. The older script declares dates with zero defaults, which strict mode
    /// refuses, so that tables are missing afterwards.
    ///
    /// # Example
    /// ```toml
    /// release = "4.9.0"
    /// database.mysql = { host = "db.example.com", version = "8.0" }
    /// ```
    ///
    /// # What to do
    /// Run the script with `sql_mode` without NO_ZERO_DATE and STRICT_TRANS_TABLES, or take a release with the newer
    /// script:
    ///
    /// ```toml
    /// release = "5.0.0"
    /// database.mysql = { host = "db.example.com", version = "8.0" }
    /// ```
    Warning "mysql-strict-mode": "the kernel's script does not suit this MySQL";
    source: "Kernel 4.4.6: `dbscripts/mysql5.7.sql`"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let Some(database) = plan.database.as_ref().filter(|database| database.vendor.id == VendorId::Mysql) else {
        return;
    };
    let kernel = plan.release.kernel;
    let strict = database.version.filter(|version| *version >= Version::new(5, 7, 0));
    if let (Some(version), false) = (strict, kernel.mysql57_script()) {
        let message = format!("kernel {kernel} has no script for MySQL {version}, whose strict mode refuses its dates");
        let help = "run the script with an `sql_mode` without NO_ZERO_DATE and STRICT_TRANS_TABLES";
        notes.push(RULE.finding(message, help).at(place::database(database, "version")));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn kernels_from_4_4_6_have_a_script() {
        let change = |release: &str, version: &str| json!({ "release": release, "database": { "mysql": { "version": version } } });
        let message = "kernel 4.4.1 has no script for MySQL 5.7.44, whose strict mode refuses its dates";
        fires(&RULE, change("4.9.0", "5.7.44"), "database.mysql.version", message);
        silent(&RULE, change("4.9.0", "5.6"));
        silent(&RULE, change("5.0.0", "8.0"));
    }
}
