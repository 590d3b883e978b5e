use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::rules::rule::rule;
use crate::rules::secrets;

rule! {
    /// # What it does
    /// Compares the passwords that are known with `admin` and `wso2carbon`.
    ///
    /// # Why it matters
    /// They are in every manual. Whoever gets hold of the keystore file, or finds the login page, tries them first.
    ///
    /// # Example
    /// ```toml
    /// access.admin-password = "plain:admin"
    /// ```
    ///
    /// # What to do
    /// Take another one, and keep it out of the design:
    ///
    /// ```toml
    /// access.admin-password = "env:WSO2_ADMIN_PASSWORD"
    /// ```
    Warning "default-password": "a password is the one that every product comes with";
    source: "Production Deployment Guidelines: change admin/admin and the keystore's password"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    for (secret, at) in secrets::all(plan) {
        if matches!(plan.secrets.value(secret).text(), "admin" | "wso2carbon") {
            let message = format!("`{at}` is a password that every product comes with");
            notes.push(RULE.finding(message, "take another one").at(at));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn passwords_are_not_in_every_manual() {
        let keystore = |password: &str| json!({ "tls": { "keystore-password": password } });
        let message = "`tls.keystore-password` is a password that every product comes with";
        fires(&RULE, keystore("plain:wso2carbon"), "tls.keystore-password", message);
        silent(&RULE, keystore("plain:another"));
        silent(&RULE, keystore("env:wso2carbon"));
    }
}
