use super::{File, Owner};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The name of the file that lists every other one.
pub const MANIFEST: &str = "bundle.json";

/// The list of all files: owner, mode and SHA-256. Whoever finds it in a folder knows what that folder holds, and what
/// somebody changed since.
pub(super) fn manifest(design: &str, files: &[File]) -> String {
    let whole = Manifest {
        made_by: concat!("wso2-design ", env!("CARGO_PKG_VERSION")),
        format: 1,
        design,
        files: Files(files),
    };
    let mut text = serde_json::to_string_pretty(&whole).unwrap_or_default();
    text.push('\n');
    text
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Manifest<'f> {
    made_by: &'static str,
    format: u8,
    design: &'f str,
    files: Files<'f>,
}

struct Files<'f>(&'f [File]);

#[derive(Serialize)]
struct Entry<'f> {
    owner: Cow<'f, str>,
    mode: String,
    sha256: &'f str,
}

/// Written as it goes: a bundle may have a hundred thousand files.
impl Serialize for Files<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut digests: BTreeMap<*const u8, String> = BTreeMap::new();
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for file in self.0 {
            // The same bytes are hashed once, however many nodes have them.
            let sha256 = digests.entry(Arc::as_ptr(&file.bytes).cast()).or_insert_with(|| hex(&file.bytes));
            let owner = match &file.owner {
                Owner::Node(name) => format!("node {name}").into(),
                Owner::Balancer(name) => format!("balancer {name}").into(),
                Owner::Cluster => Cow::Borrowed("cluster"),
            };
            let mode = format!("{:04o}", file.mode.bits());
            map.serialize_entry(&file.path, &Entry { owner, mode, sha256 })?;
        }
        map.end()
    }
}

fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digest = Sha256::digest(bytes);
    digest.iter().flat_map(|byte| [byte >> 4, byte & 15]).map(|half| char::from(DIGITS[usize::from(half)])).collect()
}
