use crate::catalogue::Number;
use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::rules::place::at_each;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Counts the nodes of a kind against the most that can work together.
    ///
    /// # Why it matters
    /// Two nodes that mirror each other are a pair: one answers, the other stands ready. A third would take every event as well and
    /// answer none: it costs as much as the others, adds nothing to what they can carry, and was never meant to be.
    ///
    /// # Example
    /// ```toml
    /// product = "das"
    /// release = "3.0.1"
    /// pattern = "minimum-ha"
    /// nodes = [{ addresses = "192.0.2.11-13" }]
    /// ```
    ///
    /// # What to do
    /// Keep two, and give those two more memory and processors:
    ///
    /// ```toml
    /// product = "das"
    /// release = "3.0.1"
    /// pattern = "minimum-ha"
    /// nodes = [{ addresses = "192.0.2.11-12" }]
    /// ```
    Error "too-many-nodes-of-a-kind": "there are more nodes of a kind than can work together";
    source: "CLUSTER44x manual, minimum high availability: exactly two nodes"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    for (role, Number { most, .. }) in plan.pattern.roles.of(plan.release) {
        let count = plan.of_role(role).count();
        let Some(most) = most.filter(|most| count > *most) else { continue };
        let word = role.plural();
        let message = format!("{} has {most} {word}, and the design has {count}", plan.pattern.name);
        let finding = RULE.finding(message, format!("keep {most} {word}"));
        notes.push(at_each(finding, plan.of_role(role).map(|node| node.at.clone())));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn a_pair_is_two() {
        let das = |last: u8| {
            let nodes = json!([{ "addresses": format!("192.0.2.11-{last}") }]);
            json!({ "product": "das", "release": "3.0.1", "pattern": "minimum-ha", "nodes": nodes })
        };
        fires(&RULE, das(13), "nodes[0]", "Minimum high availability has 2 nodes, and the design has 3");
        silent(&RULE, das(12));
        silent(&RULE, json!({}));
    }
}
