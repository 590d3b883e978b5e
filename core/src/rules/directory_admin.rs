use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::rules::place;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds a directory that nodes only read, and an administrator of whom the design says nothing.
    ///
    /// # Why it matters
    /// Nothing can be added to such a directory, so the first start makes no administrator: it looks for one. `admin`, which
    /// the product comes with, is hardly in it, and then no node starts.
    ///
    /// # Example
    /// ```toml
    /// [user-store.ldap]
    /// url = "ldaps://ldap.example.com"
    /// user = "cn=wso2,dc=example,dc=com"
    /// user-base = "ou=people,dc=example,dc=com"
    /// group-base = "ou=groups,dc=example,dc=com"
    /// read-only = true
    /// ```
    ///
    /// # What to do
    /// Name an administrator who is in the directory:
    ///
    /// ```toml
    /// [user-store.ldap]
    /// url = "ldaps://ldap.example.com"
    /// user = "cn=wso2,dc=example,dc=com"
    /// user-base = "ou=people,dc=example,dc=com"
    /// group-base = "ou=groups,dc=example,dc=com"
    /// read-only = true
    ///
    /// [access]
    /// admin-user = "operator"
    /// ```
    Warning "directory-admin": "the administrator must be in the directory already";
    source: "ADMIN44x manual, configuring the system administrator"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let Some(directory) = plan.directory().filter(|directory| directory.read_only) else { return };
    if plan.access.admin.is_none() {
        let message = "the directory is only read, and `admin` is hardly in it";
        let help = "name an administrator who is in the directory";
        let finding = RULE.finding(message, help).at("access.admin-user");
        notes.push(finding.at(place::directory(directory, "read-only")));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn the_administrator_of_a_directory_is_in_it() {
        let at = |read_only: bool, access| {
            let directory = json!({
                "url": "ldaps://ad", "user": "u", "user-base": "b", "group-base": "g", "read-only": read_only,
            });
            json!({"user-store": {"active-directory": directory}, "access": access})
        };
        let message = "the directory is only read, and `admin` is hardly in it";
        fires(&RULE, at(true, json!({})), "access.admin-user", message);
        silent(&RULE, at(true, json!({"admin-user": "boss"})));
        silent(&RULE, at(false, json!({})));
    }
}
