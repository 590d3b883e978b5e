use crate::diagnostic::Diagnostic;
use crate::plan::{Plan, UserStorePlan};
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds a design that puts users into the database, in a pattern whose nodes share none.
    ///
    /// # Why it matters
    /// Each node takes the database that it comes with, on its own disk: a user who is added on one node cannot sign in on
    /// another, and a password that is changed stays the old one there.
    ///
    /// # Example
    /// ```toml
    /// format = 1
    /// name = "esb"
    /// product = "esb"
    /// release = "5.0.0"
    /// pattern = "independent"
    /// nodes = [{ addresses = "192.0.2.11-12" }]
    /// user-store = "jdbc"
    /// ```
    ///
    /// # What to do
    /// Take a pattern with a shared database, or name a directory:
    ///
    /// ```toml
    /// pattern = "shared-database"
    /// nodes = [{ addresses = "192.0.2.11-12" }]
    /// user-store = "jdbc"
    /// ```
    Warning "users-apart": "each node would have users of its own";
    source: "ADMIN44x manual, sharing databases in a cluster"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    if plan.user_store == Some(UserStorePlan::Jdbc) && plan.database.is_none() && plan.nodes.len() > 1 {
        let message = "users are in the database, and nodes share none";
        let help = "take a pattern with a shared database, or name a directory";
        notes.push(RULE.finding(message, help).at("user-store").at("pattern"));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn users_are_shared() {
        let change = |pattern: &str, store: &str| {
            let mut change =
                json!({ "pattern": pattern, "nodes": [{ "addresses": "192.0.2.11-12" }], "database": null });
            if !store.is_empty() {
                change["user-store"] = json!(store);
            }
            change
        };
        let message = "users are in the database, and nodes share none";
        fires(&RULE, change("independent", "jdbc"), "user-store", message);
        silent(&RULE, change("independent", ""));
        silent(&RULE, change("shared-database", "jdbc"));
    }
}
