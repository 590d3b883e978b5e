use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::Plan;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Notes that no administrator is said.
    ///
    /// # Why it matters
    /// Every product comes with the user `admin` and the password `admin`. They are created with the first start, on
    /// the shared database, and everybody knows them.
    ///
    /// # Example
    /// ```toml
    /// access = { console = ["198.51.100.0/24"] }
    /// ```
    ///
    /// # What to do
    /// Say how the administrator's password is found:
    ///
    /// ```toml
    /// access.admin-password = "env:WSO2_ADMIN_PASSWORD"
    /// ```
    Advice "admin-from-stock": "the administrator is the one that every product comes with";
    source: "Production Deployment Guidelines: change admin/admin"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    if plan.access.admin.is_none() {
        let message = format!("the administrator of {} stays admin with the password admin", plan.product.name);
        let fix = Fix::unsafe_("take the password from WSO2_ADMIN_PASSWORD")
            .set("access.admin-password", "env:WSO2_ADMIN_PASSWORD");
        let help = "say how the administrator's password is found";
        notes.push(RULE.finding(message, help).at("access.admin-password").fix(fix));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn the_administrator_has_a_password_of_their_own() {
        let message = "the administrator of WSO2 Enterprise Service Bus stays admin with the password admin";
        fires(&RULE, json!({}), "access.admin-password", message);
        silent(&RULE, json!({ "access": { "admin-user": "operator" } }));
    }
}
