use super::{LARGEST_FILE, MOST_ENTRIES, Source, too_large};
use crate::failure::plain;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

/// How deep folders are looked into. A product's own are less than ten deep.
const DEEPEST: usize = 24;

/// A product's home, or a folder with some of its files.
pub(super) struct Folder {
    root: PathBuf,
    paths: Vec<String>,
}

impl Folder {
    /// Lists the files. In a product's home that is its configuration only, and the file that names the release.
    pub(super) fn open(root: &Path, conf: &str, troubles: &mut BTreeMap<String, String>) -> Self {
        let mut folder = Self { root: root.to_owned(), paths: Vec::new() };
        if root.join(conf).join("carbon.xml").is_file() {
            for part in [conf, "bin"] {
                folder.walk(part, 0, troubles);
            }
        } else {
            folder.walk("", 0, troubles);
        }
        folder.paths.sort();
        folder
    }

    /// Links to files are followed, links to folders are not: they may lead round in a circle.
    fn walk(&mut self, below: &str, depth: usize, troubles: &mut BTreeMap<String, String>) {
        let entries = match fs::read_dir(self.root.join(below)) {
            Ok(entries) => entries,
            Err(error) => {
                if depth > 0 || below.is_empty() {
                    troubles.insert(format!("{below}/"), plain(&error).to_string());
                }
                return;
            }
        };
        for entry in entries.flatten() {
            let name = entry.file_name();
            let (Some(name), Ok(kind)) = (name.to_str(), entry.file_type()) else { continue };
            let path = if below.is_empty() { name.to_owned() } else { format!("{below}/{name}") };
            if kind.is_dir() {
                if depth < DEEPEST {
                    self.walk(&path, depth + 1, troubles);
                }
            } else if self.paths.len() < MOST_ENTRIES {
                self.paths.push(path);
            } else {
                troubles.insert(format!("{below}/"), format!("there are more than {MOST_ENTRIES} files"));
                return;
            }
        }
    }
}

impl Source for Folder {
    fn paths(&self) -> &[String] {
        &self.paths
    }

    fn read(&self, number: usize, most: u64) -> Result<Vec<u8>, String> {
        let path = self.paths.get(number).ok_or("it is not there")?;
        let failed = |error: std::io::Error| plain(&error).to_string();
        let path = self.root.join(path);
        // Opening a named pipe would wait for somebody to write to it.
        if !fs::metadata(&path).map_err(failed)?.is_file() {
            return Err("it is no file".to_owned());
        }
        let mut bytes = Vec::new();
        File::open(&path).map_err(failed)?.take(most + 1).read_to_end(&mut bytes).map_err(failed)?;
        if bytes.len() as u64 > most.min(LARGEST_FILE) { Err(too_large(most)) } else { Ok(bytes) }
    }
}
