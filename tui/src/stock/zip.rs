use super::{MOST_ENTRIES, Source, too_large};
use crate::failure::Failure;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use zip::ZipArchive;
use zip::result::ZipError;

/// How many bad entries are told one by one.
const MOST_TOLD: usize = 10;

/// A product's zip. Nothing of it is unpacked to a disk; what it says of sizes is not believed.
pub(super) struct Zip {
    archive: Mutex<ZipArchive<BufReader<File>>>,
    paths: Vec<String>,
    /// The entry of each path.
    entries: Vec<usize>,
}

impl Zip {
    /// Lists the entries that are files at a place inside the zip.
    pub(super) fn open(path: &Path, troubles: &mut BTreeMap<String, String>) -> Result<Self, Failure> {
        let file = File::open(path).map_err(|error| Failure::file("cannot read the product", path, &error))?;
        let archive = ZipArchive::new(BufReader::new(file)).map_err(|error| {
            Failure::Told(format!("`{}` is no product: neither a folder nor a zip ({})", path.display(), why(&error)))
        })?;
        if archive.len() > MOST_ENTRIES {
            return Err(format!("`{}` has more than {MOST_ENTRIES} entries", path.display()).into());
        }
        let (mut paths, mut entries, mut bad) = (Vec::new(), Vec::new(), 0);
        for number in 0..archive.len() {
            let Ok(entry) = archive.by_index_data(number) else { continue };
            let name = String::from_utf8_lossy(entry.name_raw()).into_owned();
            let fault = if leaves(&name) {
                "its path leads out of the zip"
            } else if entry.is_symlink() {
                "it is a link"
            } else if entry.encrypted() {
                "it is encrypted"
            } else {
                if !name.ends_with('/') {
                    paths.push(name);
                    entries.push(number);
                }
                continue;
            };
            bad += 1;
            if bad <= MOST_TOLD {
                troubles.insert(name, format!("{fault}, so it is not read"));
            }
        }
        if bad > MOST_TOLD {
            troubles.insert("…".to_owned(), format!("{} more such entries", bad - MOST_TOLD));
        }
        Ok(Self { archive: Mutex::new(archive), paths, entries })
    }
}

/// Whether a path could name something outside of the folder that it is unpacked to.
fn leaves(path: &str) -> bool {
    path.starts_with('/')
        || path.contains(['\\', '\0'])
        || path.as_bytes().get(1) == Some(&b':')
        || path.split('/').any(|part| part == "..")
}

impl Source for Zip {
    fn paths(&self) -> &[String] {
        &self.paths
    }

    fn read(&self, number: usize, most: u64) -> Result<Vec<u8>, String> {
        let number = *self.entries.get(number).ok_or("it is not there")?;
        let mut archive = self.archive.lock().unwrap_or_else(PoisonError::into_inner);
        let entry = archive.by_index(number).map_err(|error| why(&error))?;
        let mut bytes = Vec::new();
        entry.take(most + 1).read_to_end(&mut bytes).map_err(|error| format!("it cannot be unpacked: {error}"))?;
        if bytes.len() as u64 > most { Err(too_large(most)) } else { Ok(bytes) }
    }
}

fn why(error: &ZipError) -> String {
    error.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_paths_that_leave() {
        for path in ["../x", "a/../../x", "/etc/passwd", "C:\\x", "c:x", "a\\b", "a\0b"] {
            assert!(leaves(path), "{path:?}");
        }
        for path in ["wso2esb-5.0.0/repository/conf/carbon.xml", "a..b/c", "..."] {
            assert!(!leaves(path), "{path:?}");
        }
    }
}
