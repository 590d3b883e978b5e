use crate::design::Artifacts;
use crate::diagnostic::{Diagnostic, Path};
use crate::plan::{MembershipPlan, Plan};
use crate::rules::place;
use crate::rules::rule::rule;

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
    let mut urls: Vec<(&str, Path)> = Vec::new();
    if let Artifacts::Svn(svn) = &plan.artifacts {
        urls.push((svn.url.as_str(), Path::from("artifacts.svn.url")));
    }
    if let MembershipPlan::Kubernetes { api_server: Some(url), .. } = &plan.cluster.membership {
        urls.push((url, place::membership(plan, "api-server")));
    }
    if let Some(database) = &plan.database {
        let said = database.schemas.iter().filter(|schema| schema.url_said);
        urls.extend(said.map(|schema| (schema.url.as_str(), place::schema(database, schema, "url"))));
    }
    for (_, at) in urls.into_iter().filter(|(url, _)| has_password(url)) {
        // The URL itself is not shown.
        let message = format!("`{at}` carries a password");
        notes.push(RULE.finding(message, "take it out of the URL; it has a setting of its own").at(at));
    }
}

/// `scheme://user:password@host`, `…?password=…`, `…;password=…`, or Oracle's `thin:user/password@host`.
fn has_password(url: &str) -> bool {
    let authority = url.split_once("//").map(|(_, rest)| rest.split(['/', '?', ';']).next().unwrap_or_default());
    let user = authority.and_then(|authority| authority.rsplit_once('@')).map(|(user, _)| user);
    let thin = url.strip_prefix("jdbc:oracle:thin:").and_then(|rest| rest.split_once('@')).map(|(user, _)| user);
    let parameter = |part: &str| {
        part.split_once('=').is_some_and(|(key, value)| key.eq_ignore_ascii_case("password") && !value.is_empty())
    };
    user.is_some_and(|user| user.contains(':'))
        || thin.is_some_and(|user| user.contains('/'))
        || url.split(['?', '&', ';']).skip(1).any(parameter)
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
