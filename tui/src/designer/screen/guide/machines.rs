use super::words;
use std::collections::HashMap;
use wso2_design_core::guide::Task;
use wso2_design_core::plan::Plan;

/// So many machines are told of a step.
const MOST: usize = 4;

/// The addresses of nodes and load balancers by their names.
#[derive(Default)]
pub(super) struct Machines<'p>(HashMap<&'p str, String>);

impl<'p> Machines<'p> {
    pub(super) fn of(plan: &'p Plan) -> Self {
        let nodes = plan.nodes.iter().filter_map(|node| Some((node.name.as_str(), node.address.as_ref()?.to_string())));
        let fronts =
            plan.fronts.iter().filter_map(|front| Some((front.name.as_str(), front.address.as_ref()?.to_string())));
        Self(nodes.chain(fronts).collect())
    }

    /// Where the machines are that a step names: `manager-1 is 192.0.2.11`.
    pub(super) fn named(&self, task: &Task) -> Option<String> {
        let text = words(task);
        let mut told: Vec<String> = Vec::new();
        for word in text.split(|char: char| !(char.is_alphanumeric() || char == '-' || char == '.')) {
            let name = word.trim_end_matches('.');
            let Some(address) = self.0.get(name).filter(|address| !text.contains(address.as_str())) else { continue };
            let now = format!("{name} is {address}");
            if !told.contains(&now) && told.len() < MOST {
                told.push(now);
            }
        }
        (!told.is_empty()).then(|| format!("({})", told.join(", ")))
    }
}

#[cfg(test)]
mod tests {
    use crate::designer::testing::{DESIGN, screen};

    #[test]
    fn says_where_the_machines_of_a_step_are() {
        let shown = screen(DESIGN, (120, 40), "6 / \"start manager-1\"");
        assert!(shown.contains("(manager-1 is 192.0.2.11)"), "{shown}");
    }
}
