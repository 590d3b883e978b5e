use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::Plan;
use crate::rules::rule::rule;
use crate::rules::secrets;

rule! {
    /// # What it does
    /// Finds secrets written as `plain:`.
    ///
    /// # Why it matters
    /// A design is shared, compared and kept under version control, and the secret goes everywhere with it. It is
    /// masked wherever this program shows it, but not in the file.
    ///
    /// # Example
    /// ```toml
    /// access.admin-password = "plain:correct horse battery staple"
    /// ```
    ///
    /// # What to do
    /// Write a reference, and change the secret: it has been read.
    ///
    /// ```toml
    /// access.admin-password = "env:WSO2_ADMIN_PASSWORD"
    /// ```
    Warning "plain-secret": "the design holds a secret itself";
    source: "Production Deployment Guidelines: Secure Vault for passwords"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    for (secret, at) in secrets::all(plan) {
        if secret.is_plain() {
            let variable = secrets::variable(&at);
            let fix = Fix::unsafe_(format!("take it from {variable}")).set(at.clone(), format!("env:{variable}"));
            let message = format!("`{at}` holds the secret itself");
            notes.push(RULE.finding(message, "write `env:`, `file:` or `vault:`").at(at).fix(fix));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn secrets_are_references() {
        let password =
            |password: &str| json!({ "database": { "mysql": { "schemas": { "users": { "password": password } } } } });
        let at = "database.mysql.schemas.users.password";
        let found = fires(&RULE, password("plain:hunter2"), at, &format!("`{at}` holds the secret itself"));
        assert!(!format!("{found:?}").contains("hunter2"));
        assert_eq!(
            found.fix.map(|fix| fix.title).as_deref(),
            Some("take it from DATABASE_MYSQL_SCHEMAS_USERS_PASSWORD")
        );
        silent(&RULE, password("file:/run/secrets/users"));
    }

    #[test]
    fn every_secret_of_a_design_is_looked_at() {
        let svn = json!({ "url": "https://svn.example.com/esb", "user": "wso2", "password": "plain:x" });
        for (change, at) in [
            (json!({ "artifacts": { "svn": svn } }), "artifacts.svn.password"),
            (json!({ "access": { "admin-password": "plain:x" } }), "access.admin-password"),
            (json!({ "tls": { "keystore-password": "plain:x" } }), "tls.keystore-password"),
            (
                json!({ "cluster": { "membership": { "aws": { "access-key": "env:A", "secret-key": "plain:x" } } } }),
                "cluster.membership.aws.secret-key",
            ),
            (
                json!({ "cluster": { "membership": { "kubernetes": { "services": ["a"], "use-dns": false, "token": "plain:x" } } } }),
                "cluster.membership.kubernetes.token",
            ),
        ] {
            fires(&RULE, change, at, &format!("`{at}` holds the secret itself"));
        }
    }
}
