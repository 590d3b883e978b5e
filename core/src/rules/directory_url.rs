use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::rules::place;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds a directory whose URL is none of LDAP.
    ///
    /// # Why it matters
    /// Java's naming service picks what speaks to a directory by the URL's scheme. With another one the user store does not
    /// start, and without it the product does not.
    ///
    /// # Example
    /// ```toml
    /// [user-store.ldap]
    /// url = "https://ldap.example.com"
    /// user = "cn=wso2,dc=example,dc=com"
    /// user-base = "ou=people,dc=example,dc=com"
    /// group-base = "ou=groups,dc=example,dc=com"
    /// ```
    ///
    /// # What to do
    /// Write `ldaps://` and the directory's host:
    ///
    /// ```toml
    /// [user-store.ldap]
    /// url = "ldaps://ldap.example.com"
    /// user = "cn=wso2,dc=example,dc=com"
    /// user-base = "ou=people,dc=example,dc=com"
    /// group-base = "ou=groups,dc=example,dc=com"
    /// ```
    Error "directory-url": "the directory's URL is none of LDAP";
    source: "Java, com.sun.jndi.ldap"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let Some(directory) = plan.directory() else { return };
    let scheme = directory.url.scheme().to_ascii_lowercase();
    if !matches!(scheme.as_str(), "ldap" | "ldaps") || directory.url.host().is_empty() {
        let message = "a directory is reached by `ldap://` or `ldaps://` and a host";
        let help = "write it as ldaps://ldap.example.com:636";
        notes.push(RULE.finding(message, help).at(place::directory(directory, "url")));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn a_directory_speaks_ldap() {
        let at = |url: &str| json!({"user-store": {"active-directory": {"url": url, "user": "u", "user-base": "b", "group-base": "g"}}});
        let message = "a directory is reached by `ldap://` or `ldaps://` and a host";
        for url in ["https://ad.example.com", "ldaps:ad", "ldaps:///dc=x"] {
            fires(&RULE, at(url), "user-store.active-directory.url", message);
        }
        silent(&RULE, at("ldaps://ad.example.com:636"));
        silent(&RULE, at("LDAP://ad.example.com"));
    }
}
