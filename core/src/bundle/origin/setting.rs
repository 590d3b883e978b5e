use crate::bundle::Owner;
use crate::diagnostic::{Path, Segment};
use crate::plan::Plan;
use std::fmt::Display;

/// The place of the design behind a statement about a file of `owner`. Settings are named without places in lists; which node or
/// load balancer is meant, the file's owner says. `says` is the statement: an address may be another node's.
pub(in crate::bundle) fn place(plan: &Plan, owner: &Owner, setting: &'static str, says: &dyn Display) -> Option<Path> {
    if setting.is_empty() {
        return None;
    }
    let path = Path::from(setting);
    let (first, rest) = path.0.split_first()?;
    let Segment::Key(list) = first else { return Some(path) };
    let inside = |at: &Path| Path(at.0.iter().chain(rest).cloned().collect());
    Some(match list.as_ref() {
        "nodes" => {
            let own = match owner {
                Owner::Node(name) => plan.nodes.iter().find(|node| node.name == *name),
                Owner::Balancer(_) | Owner::Cluster => None,
            };
            let own = own.filter(|node| match setting {
                "nodes.role" | "nodes.name" | "nodes.offset" | "nodes.member-port" => true,
                "nodes.address" => {
                    node.address.as_ref().is_some_and(|address| says.to_string().contains(&address.to_string()))
                }
                _ => false,
            });
            own.map_or_else(|| Path::from("nodes"), |node| inside(&node.at))
        }
        "balancers" => {
            let mut fronts = plan.fronts.iter().filter(|front| !front.at.is_root());
            match (fronts.next(), fronts.next()) {
                (Some(only), None) => inside(&only.at),
                _ => Path::from("balancers"),
            }
        }
        _ => path,
    })
}
