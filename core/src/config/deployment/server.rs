use super::{Of, Tables};
use crate::edit::Why;

const SOURCE: &str = "IS 7.0.0, carbon.xml.j2";

/// `[server]`: names, this node's address, the port offset, and how caches behave.
pub(super) fn holds(Of { plan, node, .. }: Of<'_>, tables: &mut Tables) {
    let why = Why::new(
        "the public name: redirects, links and issuers say it, and certificates must stand for it",
        "hosts.service",
        SOURCE,
    );
    tables.text(["server", "hostname"], plan.public_name(node).clone(), why);
    let why = Why::new(
        "added to every port but the member port; nodes on one machine need different ones",
        "nodes.offset",
        SOURCE,
    );
    tables.integer(["server", "offset"], node.offset.get(), why);
}
