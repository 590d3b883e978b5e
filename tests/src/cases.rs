use crate::project;
use std::path::PathBuf;

/// A case: a folder with a design, and what comes out of it.
#[derive(Debug)]
pub struct Case {
    /// The folder's name.
    pub name: String,
    /// The folder.
    pub folder: PathBuf,
    /// The design's text.
    pub design: String,
}

/// Every case, by name.
///
/// # Errors
/// If the folder of cases cannot be read.
pub fn cases() -> std::io::Result<Vec<Case>> {
    let mut cases = Vec::new();
    for entry in std::fs::read_dir(project().join("tests/cases"))? {
        let folder = entry?.path();
        if let (Ok(design), Some(name)) = (std::fs::read_to_string(folder.join("design.toml")), folder.file_name()) {
            cases.push(Case { name: name.to_string_lossy().into_owned(), folder: folder.clone(), design });
        }
    }
    cases.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(cases)
}
