use crate::catalogue::Feature;
use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds nodes with Spark whose product is not at the same path on every machine.
    ///
    /// # Why it matters
    /// Spark starts work on one node with the class path of another. Where the paths differ it finds no classes, and no query ever ends.
    /// The files then name a symbolic link (`carbon.das.symbolic.link`), which someone has to make on each machine.
    ///
    /// # Example
    /// ```toml
    /// product = "ei"
    /// release = "6.1.1"
    /// pattern = "symmetric-analytics"
    /// nodes = [
    ///   { role = "node", addresses = "192.0.2.11-12" },
    ///   { role = "analytics", addresses = ["192.0.2.11", "192.0.2.21"] },
    /// ]
    /// ```
    ///
    /// # What to do
    /// Make the link that `spark-defaults.conf` names on each machine, to the node's home; or let each of these nodes share its machine
    /// with another, or none:
    ///
    /// ```toml
    /// product = "ei"
    /// release = "6.1.1"
    /// pattern = "symmetric-analytics"
    /// nodes = [
    ///   { role = "node", addresses = "192.0.2.11-12" },
    ///   { role = "analytics", addresses = "192.0.2.21-22" },
    /// ]
    /// ```
    Warning "spark-homes-differ": "Spark needs the product at the same path on every node";
    source: "IS 5.6.0 manual, minimum high availability for IS Analytics"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let mut nodes = plan.nodes.iter().filter(|node| node.has(Feature::Spark));
    let Some((node, link)) = nodes.find_map(|node| Some((node, plan.spark_link(node)?))) else { return };
    let message = format!("the homes of the {} differ, and Spark looks for the product at {link}", node.role.plural());
    let help = format!("make {link} a symbolic link to the node's home on each of their machines");
    notes.push(RULE.finding(message, help).at(node.at.clone()));
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn spark_finds_the_product_everywhere() {
        let ei = |analytics: [&str; 2]| {
            let nodes = json!([
                { "role": "node", "addresses": "192.0.2.11-12" }, { "role": "analytics", "addresses": analytics },
            ]);
            json!({ "product": "ei", "release": "6.1.1", "pattern": "symmetric-analytics", "nodes": nodes })
        };
        let message =
            "the homes of the analytics nodes differ, and Spark looks for the product at /opt/wso2/ei-6.1.1-spark";
        fires(&RULE, ei(["192.0.2.11", "192.0.2.21"]), "nodes[1]", message);
        silent(&RULE, ei(["192.0.2.21", "192.0.2.22"]));
        // Two on one machine cannot have one link.
        silent(&RULE, ei(["192.0.2.21", "192.0.2.21"]));
    }
}
