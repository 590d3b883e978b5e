use crate::design::{Artifacts, SharedFolder};
use crate::format::fstab;
use crate::plan::{Node, Plan};

/// The line for `/etc/fstab`; none where artifacts are not shared by a folder, or nobody said where it is.
///
/// `hard`: while the server is away the node waits. A folder that seems empty for a moment would undeploy everything.
/// `nofail`: the machine boots without it; the node's unit does not start.
pub(super) fn text(plan: &Plan, node: &Node, home: &str) -> Option<String> {
    let Artifacts::SharedFolder(SharedFolder { source: Some(source) }) = &plan.artifacts else { return None };
    let source = source.as_str().trim_end_matches('/');
    // What runs beside the product has artifacts of its own, and so have components of different kinds.
    let beside = if node.product.id == plan.product.id { "" } else { "-analytics" };
    let source = match node.artifacts()? {
        "" => format!("{source}{beside}"),
        below => format!("{source}{beside}/{below}"),
    };
    let target = format!("{home}/{}", node.layout().artifacts);
    let (kind, options) = if source.starts_with("//") {
        ("cifs", "rw,hard,_netdev,nofail")
    } else if source.contains(":/") {
        ("nfs4", "rw,hard,_netdev,nofail")
    } else {
        ("none", "bind,nofail")
    };
    let head = "# For /etc/fstab: the deployed artifacts, the same on every node.\n\
                # Tenants' artifacts, where there are tenants, are in repository/tenants and need a line of their own.\n";
    Some(format!("{head}{}", fstab::line(&source, &target, kind, options)))
}
