use super::Cluster;
use crate::design::Design;
use crate::read::to_toml;

/// A converted design as TOML, with what is to be done first above it.
pub fn written(cluster: &Cluster, design: &Design) -> String {
    // A design is always a tree of plain values.
    let tree = serde_json::to_value(design).unwrap_or_default();
    // Only what is a domain is named in a comment: it has no control character, so that it stays on its line.
    let of = match &design.cluster.domain {
        Some(domain) if domain.as_str() == cluster.domain => format!(", of the domain {domain}"),
        _ => String::new(),
    };
    format!(
        "# The cluster {}{of}, from the loadbalancer.conf of a WSO2 ELB.\n\
         # What that file does not know is yours to write:\n\
         #   nodes        `addresses = \"10.0.2.21-22\"` in place of each `count`; localMemberHost of the nodes' axis2.xml\n\
         #   database     the server behind the nodes' master-datasources.xml\n\
         #   balancers    the program, its address and its ports, where they are not NGINX, 80 and 443\n\
         # `wso2-design check FILE` says what is missing, and `wso2-design explain SETTING` what a setting does.\n\n{}",
        design.name,
        to_toml(&tree),
    )
}
