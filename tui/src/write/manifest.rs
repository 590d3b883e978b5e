use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write;
use wso2_design_core::bundle::MANIFEST;

/// What `bundle.json` says: every file of the bundle with its checksum. By it a later run knows which files it may
/// replace.
#[derive(Debug, PartialEq)]
pub(super) struct Manifest {
    files: BTreeMap<String, String>,
}

impl Manifest {
    /// Reads a manifest; none if it is not one of ours.
    pub(super) fn parse(bytes: &[u8]) -> Option<Self> {
        let value: Value = serde_json::from_slice(bytes).ok()?;
        if value.get("made-by")?.as_str()?.split(' ').next() != Some("wso2-design") {
            return None;
        }
        let entries = value.get("files")?.as_object()?.iter();
        let files = entries.map(|(path, entry)| Some((path.clone(), entry.get("sha256")?.as_str()?.to_owned())));
        Some(Self { files: files.collect::<Option<_>>()? })
    }

    /// The paths of the files, without the manifest's own.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// Whether a path is one of the bundle's, the manifest included.
    pub(super) fn has(&self, path: &str) -> bool {
        path == MANIFEST || self.files.contains_key(path)
    }

    /// Whether a file is as it was written.
    pub(super) fn is_untouched(&self, path: &str, bytes: &[u8]) -> bool {
        path == MANIFEST || self.files.get(path).is_some_and(|written| *written == sum(bytes))
    }
}

fn sum(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_its_files_again() {
        let sum = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        let text = format!(r#"{{"made-by":"wso2-design 9.0.0","files":{{"a":{{"sha256":"{sum}","mode":"0644"}}}}}}"#);
        let manifest = Manifest::parse(text.as_bytes()).unwrap();
        assert!(manifest.has("a") && manifest.has(MANIFEST) && !manifest.has("b"));
        assert!(manifest.is_untouched("a", b"abc") && !manifest.is_untouched("a", b"abd"));
    }

    #[test]
    fn takes_nobody_elses() {
        for text in ["", "{}", "[]", r#"{"made-by":"x","files":{}}"#, r#"{"made-by":"wso2-design","files":{"a":1}}"#] {
            assert_eq!(Manifest::parse(text.as_bytes()), None, "{text}");
        }
    }
}
