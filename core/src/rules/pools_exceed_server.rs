use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::Plan;
use crate::rules::place;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Multiplies pool size, databases and nodes, and compares with the connections that the server allows.
    ///
    /// # Why it matters
    /// Under load the pools fill up. The server refuses what is beyond its limit, on whichever node asks last, and
    /// administrators cannot log in either.
    ///
    /// # Example
    /// ```toml
    /// database.mysql = { host = "db.example.com", pool-size = 50, max-connections = 151 }
    /// ```
    ///
    /// # What to do
    /// Raise the server's limit, or make the pools smaller:
    ///
    /// ```toml
    /// database.mysql = { host = "db.example.com", pool-size = 20, max-connections = 151 }
    /// ```
    Warning "pools-exceed-server": "the nodes' pools want more connections than the server has";
    source: "Production Deployment Guidelines: pool size times nodes"
}

/// A smaller pool makes threads wait for each other, so it is not proposed.
const SMALLEST: usize = 5;

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let Some(database) = &plan.database else { return };
    let (nodes, schemas) = (plan.nodes.len(), database.schemas.len());
    let each = database.connections();
    let wanted = database.connections_of(&plan.nodes);
    let Some(most) = database.max_connections.map(usize::from).filter(|most| wanted > *most) else { return };
    let message = if wanted == nodes * each {
        format!(
            "{nodes} nodes with {each} connections to {schemas} databases each want {wanted}, and the server allows {most}"
        )
    } else {
        format!("{nodes} nodes want {wanted} connections in all, and the server allows {most}")
    };
    let at = place::database(database, "pool-size");
    let finding = RULE
        .finding(message, "raise the server's limit, or make the pools smaller")
        .at(at.clone())
        .at(place::database(database, "max-connections"));
    let fits = most / (nodes * schemas).max(1);
    notes.push(if fits >= SMALLEST {
        finding.fix(Fix::unsafe_(format!("pools of {fits}")).set(at, fits))
    } else {
        finding
    });
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn pools_fit_the_server() {
        let server =
            |pool: u16, most: u16| json!({ "database": { "mysql": { "pool-size": pool, "max-connections": most } } });
        let message = "3 nodes with 100 connections to 2 databases each want 300, and the server allows 151";
        assert!(fires(&RULE, server(50, 151), "database.mysql.pool-size", message).fix.is_some());
        silent(&RULE, server(25, 151));
        let processes = json!({
            "product": "bps", "release": "3.6.0", "database": { "mysql": { "max-connections": 700 } },
        });
        let message = "3 nodes with 250 connections to 4 databases each want 750, and the server allows 700";
        fires(&RULE, processes, "database.mysql.pool-size", message);
        silent(&RULE, json!({ "database": { "mysql": { "pool-size": 5000 } } }));
    }
}
