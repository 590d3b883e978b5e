use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::rules::place;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds a directory of users that is asked without TLS.
    ///
    /// # Why it matters
    /// Each sign-in carries the user's password to the directory, and each connection that of the nodes. Whoever listens
    /// between has both. Active Directory refuses to set a password on such a connection at all.
    ///
    /// # Example
    /// ```toml
    /// [user-store.ldap]
    /// url = "ldap://ldap.example.com"
    /// user = "cn=wso2,dc=example,dc=com"
    /// user-base = "ou=people,dc=example,dc=com"
    /// group-base = "ou=groups,dc=example,dc=com"
    /// ```
    ///
    /// # What to do
    /// Ask it over TLS, and have its certificate's authority in every node's `client-truststore.jks`:
    ///
    /// ```toml
    /// [user-store.ldap]
    /// url = "ldaps://ldap.example.com"
    /// user = "cn=wso2,dc=example,dc=com"
    /// user-base = "ou=people,dc=example,dc=com"
    /// group-base = "ou=groups,dc=example,dc=com"
    /// ```
    Warning "directory-plain-text": "passwords go to the directory readable";
    source: "Production Deployment Guidelines: accounts of directories by least privilege, over TLS"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let Some(directory) = plan.directory() else { return };
    if directory.url.scheme().eq_ignore_ascii_case("ldap") {
        let message = "users' passwords go to the directory without TLS";
        let help = "ask it by `ldaps://`";
        notes.push(RULE.finding(message, help).at(place::directory(directory, "url")));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn passwords_go_over_tls() {
        let at =
            |url: &str| json!({"user-store": {"ldap": {"url": url, "user": "u", "user-base": "b", "group-base": "g"}}});
        let message = "users' passwords go to the directory without TLS";
        fires(&RULE, at("ldap://ldap.example.com:389"), "user-store.ldap.url", message);
        silent(&RULE, at("ldaps://ldap.example.com"));
        silent(&RULE, json!({"user-store": "jdbc"}));
    }
}
