use crate::design::Artifacts;
use crate::diagnostic::{Diagnostic, Path};
use crate::plan::{MembershipPlan, Plan};
use crate::rules::place;
use crate::rules::rule::rule;
use crate::value::Url;

rule! {
    /// # What it does
    /// Finds URLs with a user and a password before the host, or with a password among the parameters.
    ///
    /// # Why it matters
    /// URLs are printed in logs and error messages, and are part of the registry's cache name. The password has a
    /// setting of its own.
    ///
    /// # Example
    /// ```toml
    /// [artifacts.svn]
    /// url = "https://wso2:secret@svn.example.com/repos/esb"
    /// user = "wso2"
    /// password = "env:SVN_PASSWORD"
    /// ```
    ///
    /// # What to do
    /// Take it out of the URL:
    ///
    /// ```toml
    /// [artifacts.svn]
    /// url = "https://svn.example.com/repos/esb"
    /// user = "wso2"
    /// password = "env:SVN_PASSWORD"
    /// ```
    Warning "password-in-url": "a URL carries a password";
    source: ""
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let mut urls: Vec<(&Url, Path)> = Vec::new();
    if let Artifacts::Svn(svn) = &plan.artifacts {
        urls.push((&svn.url, Path::from("artifacts.svn.url")));
    }
    if let MembershipPlan::Kubernetes { api_server: Some(url), .. } = &plan.cluster.membership {
        urls.push((url, place::membership(plan, "api-server")));
    }
    urls.extend(plan.directory().map(|directory| (&directory.url, place::directory(directory, "url"))));
    if let Some(database) = &plan.database {
        let said = database.schemas.iter().filter(|schema| schema.url_said);
        urls.extend(said.map(|schema| (&schema.url, place::schema(database, schema, "url"))));
    }
    for (_, at) in urls.into_iter().filter(|(url, _)| url.has_password()) {
        // The URL itself is not shown.
        let message = format!("`{at}` carries a password");
        notes.push(RULE.finding(message, "take it out of the URL; it has a setting of its own").at(at));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn urls_have_no_passwords() {
        let svn = |url: &str| json!({ "artifacts": { "svn": { "url": url, "user": "wso2", "password": "env:P" } } });
        let found = fires(
            &RULE,
            svn("https://wso2:hunter2@svn.example.com/esb"),
            "artifacts.svn.url",
            "`artifacts.svn.url` carries a password",
        );
        assert!(!format!("{found:?}").contains("hunter2"));
        silent(&RULE, svn("https://wso2@svn.example.com:8443/esb@4"));
        let jdbc =
            |vendor: &str, url: &str| json!({ "database": { vendor: { "schemas": { "users": { "url": url } } } } });
        for (vendor, url) in [
            ("mysql", "jdbc:mysql://db/users?user=a&PASSWORD=b"),
            ("mssql", "jdbc:sqlserver://db;databaseName=users;password=b"),
            ("oracle", "jdbc:oracle:thin:scott/tiger@db:1521/x"),
        ] {
            let at = format!("database.{vendor}.schemas.users.url");
            fires(&RULE, jdbc(vendor, url), &at, &format!("`{at}` carries a password"));
        }
        silent(&RULE, jdbc("mysql", "jdbc:mysql://db/users?password="));
        silent(&RULE, jdbc("oracle", "jdbc:oracle:thin:@//db:1521/x"));
    }
}
