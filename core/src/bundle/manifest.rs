use super::{File, Owner};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::Arc;

/// The name of the file that lists every other one.
pub const MANIFEST: &str = "bundle.json";

/// The list of all files: owner, mode and SHA-256. Whoever finds it in a folder knows what that folder holds, and what
/// somebody changed since.
pub(super) fn manifest(design: &str, files: &[File]) -> String {
    let mut digests: BTreeMap<*const u8, String> = BTreeMap::new();
    let list: Map<String, Value> = files
        .iter()
        .map(|file| {
            // The same bytes are hashed once, however many nodes have them.
            let digest = digests.entry(Arc::as_ptr(&file.bytes).cast()).or_insert_with(|| hex(&file.bytes));
            let owner = match &file.owner {
                Owner::Node(name) => format!("node {name}"),
                Owner::Balancer(name) => format!("balancer {name}"),
                Owner::Cluster => "cluster".to_owned(),
            };
            let entry = json!({ "owner": owner, "mode": format!("{:04o}", file.mode.bits()), "sha256": digest });
            (file.path.clone(), entry)
        })
        .collect();
    let whole = json!({
        "made-by": concat!("wso2-design ", env!("CARGO_PKG_VERSION")),
        "format": 1,
        "design": design,
        "files": list,
    });
    let mut text = serde_json::to_string_pretty(&whole).unwrap_or_default();
    text.push('\n');
    text
}

fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut out, byte| {
        // Writing to a String cannot fail.
        let _ = write!(out, "{byte:02x}");
        out
    })
}
