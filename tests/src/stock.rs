use crate::project;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use wso2_design_core::bundle::Stock;

/// A product's home on disk, read whole.
#[derive(Debug, Default)]
pub struct Folder(BTreeMap<String, Vec<u8>>);

impl Folder {
    /// Reads every file below a folder.
    ///
    /// # Errors
    /// If the folder or a file cannot be read.
    pub fn read(root: &Path) -> std::io::Result<Self> {
        let mut files = BTreeMap::new();
        let mut folders = vec![root.to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder)? {
                let path = entry?.path();
                if path.is_dir() {
                    folders.push(path);
                } else if let Ok(inside) = path.strip_prefix(root) {
                    files.insert(inside.to_string_lossy().into_owned(), std::fs::read(&path)?);
                }
            }
        }
        Ok(Self(files))
    }

    /// These files.
    pub fn of<const N: usize>(files: [(&str, &[u8]); N]) -> Self {
        Self(files.into_iter().map(|(path, bytes)| (path.to_owned(), bytes.to_vec())).collect())
    }
}

impl Stock for Folder {
    fn has(&self, _product: &str) -> bool {
        true
    }

    fn file(&self, _product: &str, path: &str) -> Option<&[u8]> {
        self.0.get(path).map(Vec::as_slice)
    }
}

/// The stock files of a release, where they are at hand: they belong to their makers and are not part of this project.
/// Says so where they are not.
pub fn stock_of(release: &str) -> Option<PathBuf> {
    let path = project().join("../shared/stock").join(release);
    if path.is_dir() {
        return Some(path);
    }
    println!("skipped: no stock files of {release} beside the project (../shared/stock)");
    None
}
