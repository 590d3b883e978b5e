use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::rules::place;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds a directory of users on a loopback address.
    ///
    /// # Why it matters
    /// `localhost` is another machine on every node. Where the product starts a directory of its own, as Identity Server
    /// does, it is there and answers: each node has users that no other node knows. Here it is off, so nobody answers.
    ///
    /// # Example
    /// ```toml
    /// [user-store.ldap]
    /// url = "ldap://localhost:10389"
    /// user = "uid=admin,ou=system"
    /// user-base = "ou=Users,dc=wso2,dc=org"
    /// group-base = "ou=Groups,dc=wso2,dc=org"
    /// ```
    ///
    /// # What to do
    /// Name a directory that every node reaches, or leave `user-store` out:
    ///
    /// ```toml
    /// [user-store.ldap]
    /// url = "ldaps://ldap.example.com:636"
    /// user = "cn=wso2,dc=example,dc=com"
    /// user-base = "ou=people,dc=example,dc=com"
    /// group-base = "ou=groups,dc=example,dc=com"
    /// ```
    Error "directory-on-loopback": "every node would ask a directory of its own";
    source: "IS 5.8.0 manual, deployment pattern 1; IS 5.5.0, user-mgt.xml"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let Some(directory) = plan.directory() else { return };
    let host = directory.url.host();
    let name = host == "localhost" || host.ends_with(".localhost");
    let address = || host.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.to_canonical().is_loopback());
    if name || address() {
        let message = format!("the directory is on {host}, which is another machine on every node");
        let help = "name a directory that every node reaches, or leave `user-store` out";
        notes.push(RULE.finding(message, help).at(place::directory(directory, "url")));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn nodes_ask_one_directory() {
        let at =
            |url: &str| json!({"user-store": {"ldap": {"url": url, "user": "u", "user-base": "b", "group-base": "g"}}});
        for (url, host) in [
            ("ldap://localhost:10389", "localhost"),
            ("ldap://127.0.0.1", "127.0.0.1"),
            ("ldaps://[::1]:636/dc=x", "::1"),
        ] {
            let message = format!("the directory is on {host}, which is another machine on every node");
            fires(&RULE, at(url), "user-store.ldap.url", &message);
        }
        silent(&RULE, at("ldaps://ldap.example.com"));
    }
}
