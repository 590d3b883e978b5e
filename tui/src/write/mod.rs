//! Bundles on a disk: a folder or a zip, whole or not at all, and never over somebody else's files.

mod folder;
mod manifest;
mod moves;
mod zip;

use crate::failure::Failure;
use manifest::Manifest;
use std::path::Path;
use wso2_design_core::bundle::{File, MANIFEST};

/// Writes a bundle into a folder, or into a zip where the path ends with `.zip`. `force` replaces files of an earlier
/// run that were edited since; files of others stay in any case.
pub(crate) fn write(target: &Path, name: &str, files: &[File], force: bool) -> Result<(), Failure> {
    if let Some(bad) = files.iter().find(|file| !stays_inside(&file.path)) {
        return Err(format!("`{}` would be written outside of the bundle", bad.path).into());
    }
    let written = if target.extension().is_some_and(|it| it.eq_ignore_ascii_case("zip")) {
        zip::write(target, name, files)
    } else {
        folder::write(target, files, force)
    };
    written.map_err(|failure| match failure {
        Failure::Told(told) => Failure::Told(format!("{told}. Nothing was written")),
        other => other,
    })
}

/// The paths of the files of a bundle that was written into a folder, as its `bundle.json` says; none where it has none.
pub(crate) fn written(folder: &Path) -> Option<Vec<String>> {
    let manifest = Manifest::parse(&std::fs::read(folder.join(MANIFEST)).ok()?)?;
    Some(manifest.paths().filter(|path| stays_inside(path)).map(str::to_owned).collect())
}

fn stays_inside(path: &str) -> bool {
    !path.contains(['\\', '\0']) && path.split('/').all(|part| !matches!(part, "" | "." | ".."))
}

/// The first few of many paths, for a sentence.
fn few(paths: &[String]) -> String {
    let shown: Vec<String> = paths.iter().take(5).map(|path| format!("`{path}`")).collect();
    match paths.len().saturating_sub(5) {
        0 => shown.join(", "),
        more => format!("{} and {more} more", shown.join(", ")),
    }
}

#[cfg(test)]
mod tests;
