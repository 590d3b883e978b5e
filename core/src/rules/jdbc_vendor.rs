use crate::catalogue::VendorId;
use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::Plan;
use crate::rules::place;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Compares the beginning of each written JDBC URL with the vendor of the database.
    ///
    /// # Why it matters
    /// The datasource names the vendor's driver. A driver refuses a URL of another vendor, and the node does not start.
    ///
    /// # Example
    /// ```toml
    /// [database.mysql]
    /// host = "db.example.com"
    /// schemas.users = { url = "jdbc:postgresql://db.example.com:5432/users" }
    /// ```
    ///
    /// # What to do
    /// Write the vendor's kind of URL, or leave it out:
    ///
    /// ```toml
    /// [database.postgresql]
    /// host = "db.example.com"
    /// schemas.users = { url = "jdbc:postgresql://db.example.com:5432/users" }
    /// ```
    Error "jdbc-vendor": "a JDBC URL belongs to another vendor";
    source: "Kernel 4.6.1, infer.json: drivers and URLs"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let Some(database) = &plan.database else { return };
    let known: &[&str] = match database.vendor.id {
        VendorId::Mysql => &["jdbc:mysql:"],
        VendorId::Mariadb => &["jdbc:mariadb:", "jdbc:mysql:"],
        VendorId::Postgresql => &["jdbc:postgresql:"],
        VendorId::Oracle => &["jdbc:oracle:"],
        VendorId::Mssql => &["jdbc:sqlserver:"],
    };
    for schema in database.schemas.iter().filter(|schema| schema.url_said) {
        // H2 has a rule of its own.
        if schema.url.as_str().starts_with("jdbc:h2:")
            || known.iter().any(|prefix| schema.url.as_str().starts_with(prefix))
        {
            continue;
        }
        let (key, name) = (schema.need.purpose.key(), database.vendor.name);
        let message = format!("the JDBC URL for {key} is not one of {name}, which begins with {}", known[0]);
        let at = place::schema(database, schema, "url");
        let fix = Fix::unsafe_("take the usual URL").set(at.clone(), serde_json::Value::Null);
        notes.push(RULE.finding(message, "leave the URL out for the usual one").at(at).fix(fix));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn a_url_fits_its_driver() {
        let url =
            |vendor: &str, url: &str| json!({ "database": { vendor: { "schemas": { "registry": { "url": url } } } } });
        fires(
            &RULE,
            url("mssql", "jdbc:jtds:sqlserver://db:1433/reg"),
            "database.mssql.schemas.registry.url",
            "the JDBC URL for registry is not one of Microsoft SQL Server, which begins with jdbc:sqlserver:",
        );
        silent(&RULE, url("mariadb", "jdbc:mysql://db:3306/reg"));
        silent(&RULE, url("oracle", "jdbc:oracle:thin:@db:1521/reg"));
    }
}
