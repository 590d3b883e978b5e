use super::{ConfigFile, Generation, Of, Statements, Varies};
use crate::catalogue::Feature;
use crate::edit::Why;
use crate::edit::properties::Edit;

pub(super) static FILE: ConfigFile = ConfigFile {
    path: "identity/EndpointConfig.properties",
    about: "Where the pages for signing in and for recovery find the services of the node.",
    generation: Generation::Xml,
    varies: Varies::ByNode,
    holds,
};

fn holds(Of { node, .. }: Of<'_>) -> Option<Statements> {
    node.has(Feature::Identity).then(|| {
        Statements::shipped("=", vec![Edit {
            key: "identity.server.serviceURL".into(),
            value: format!("https://localhost:{}/services/", node.ports.https).into(),
            why: Why::new(
                "these pages ask admin services: their own node's, not through the load balancer, which refuses those to clients",
                "nodes.offset",
                "IS 5.5.0, EndpointConfig.properties; product-is#9752",
            ),
        }])
    })
}
