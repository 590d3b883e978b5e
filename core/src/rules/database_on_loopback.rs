use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::rules::place;
use crate::rules::rule::rule;
use crate::value::Address;

rule! {
    /// # What it does
    /// Finds a database host that is a loopback, where nodes are on several machines.
    ///
    /// # Why it matters
    /// `localhost` is another machine on every node. Either no database is there, or each node has one of its own and
    /// nothing is shared.
    ///
    /// # Example
    /// ```toml
    /// database.mysql.host = "localhost"
    /// ```
    ///
    /// # What to do
    /// Write the name by which all nodes reach the database:
    ///
    /// ```toml
    /// database.mysql.host = "db.example.com"
    /// ```
    Error "database-on-loopback": "every node would look for the database on itself";
    source: ""
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let Some(database) = &plan.database else { return };
    // Nodes whose address is not known are each somewhere else.
    let several = plan.nodes.windows(2).any(|pair| pair[0].address.is_none() || pair[0].address != pair[1].address);
    let name = database.host.as_str();
    let (what, key) = if name == "localhost" || name.ends_with(".localhost") {
        (name.to_owned(), "host")
    } else {
        match database.address.as_ref().and_then(Address::ip).filter(|ip| ip.to_canonical().is_loopback()) {
            Some(ip) => (ip.to_string(), "address"),
            None => return,
        }
    };
    if several {
        let message = format!("the database is on {what}, which is another machine on every node");
        let help = "write the name and address by which all nodes reach the database";
        notes.push(RULE.finding(message, help).at(place::database(database, key)));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn nodes_share_one_database() {
        let host = |host: &str| json!({ "database": { "mysql": { "host": host } } });
        let message = "the database is on localhost, which is another machine on every node";
        fires(&RULE, host("localhost"), "database.mysql.host", message);
        let address = json!({ "database": { "mysql": { "address": "127.0.0.1" } } });
        let message = "the database is on 127.0.0.1, which is another machine on every node";
        fires(&RULE, address, "database.mysql.address", message);
        silent(&RULE, host("db.example.com"));
        let one = json!([{ "role": "manager", "address": "192.0.2.1" }, { "role": "worker", "address": "192.0.2.1" }]);
        silent(&RULE, json!({ "nodes": one, "database": { "mysql": { "host": "localhost" } } }));
    }
}
