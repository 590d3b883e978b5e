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
pub(super) fn manifest(design: &str, files: &[File]) -> Vec<u8> {
    let whole = Manifest {
        made_by: concat!("wso2-design ", env!("CARGO_PKG_VERSION")),
        format: 1,
        design,
        files: Files(files),
    };
    let mut text = Vec::with_capacity(256 + files.len() * 192);
    // Writing into memory cannot fail, and every key is a text.
    _ = serde_json::to_writer_pretty(&mut text, &whole);
    text.push(b'\n');
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
        // The same bytes are hashed once, however many nodes have them.
        let mut digests: BTreeMap<*const u8, String> = BTreeMap::new();
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for file in self.0 {
            let alone = Arc::strong_count(&file.bytes) == 1;
            let own = alone.then(|| hex(&file.bytes));
            let sha256 = match &own {
                Some(own) => own,
                None => digests.entry(Arc::as_ptr(&file.bytes).cast()).or_insert_with(|| hex(&file.bytes)),
            };
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
    let mut text = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        text.extend([byte >> 4, byte & 15].map(|half| char::from(DIGITS[usize::from(half)])));
    }
    text
}
