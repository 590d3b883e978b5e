use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::rules::place;
use crate::rules::rule::rule;
use crate::value::Secret;

rule! {
    /// # What it does
    /// Notes database users whose password is an alias of the Secure Vault.
    ///
    /// # Why it matters
    /// The product resolves the alias in its datasources. The SQL that creates the user is run before there is a
    /// product, and holds a mark in the password's place.
    ///
    /// # Example
    /// ```toml
    /// database.mysql = { host = "db.example.com", schemas.users = { password = "vault:UsersDb.Password" } }
    /// ```
    ///
    /// # What to do
    /// Put the password into the script by hand when you run it, or take it from the environment:
    ///
    /// ```toml
    /// database.mysql = { host = "db.example.com", schemas.users = { password = "env:USERS_DB_PASSWORD" } }
    /// ```
    Advice "vault-in-sql": "a database password is in the vault, where the setup script cannot read it";
    source: "Secure Vault: aliases are resolved by the product when it starts"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let Some(database) = &plan.database else { return };
    for schema in &database.schemas {
        if let Secret::Vault(alias) = &schema.password {
            let message = format!("the script that creates {} cannot read the vault's {alias}", schema.user);
            let at = place::schema(database, schema, "password");
            notes.push(RULE.finding(message, "put the password into the script when you run it").at(at));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn a_script_reads_no_vault() {
        let password = |password: &str| json!({ "database": { "mysql": { "schemas": { "registry": { "password": password } } } } });
        let message = "the script that creates wso2_registry cannot read the vault's Db.Password";
        fires(&RULE, password("vault:Db.Password"), "database.mysql.schemas.registry.password", message);
        silent(&RULE, password("env:DB_PASSWORD"));
    }
}
