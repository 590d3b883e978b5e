//! Designs on a disk: a file has the whole text, or the one that it had.

use crate::failure::{Failure, plain};
use std::io::{Error, Write};
use std::path::Path;

/// Puts the new text in the place of the old: all of it or nothing, with the old file's permissions.
pub(crate) fn replace(path: &Path, text: &str) -> Result<(), Failure> {
    let failed = |error: Error| Failure::Told(format!("cannot change `{}`: {}", path.display(), plain(&error)));
    // A link stays a link.
    let path = std::fs::canonicalize(path).map_err(failed)?;
    let metadata = std::fs::metadata(&path).map_err(failed)?;
    if metadata.permissions().readonly() {
        return Err(format!("cannot change `{}`: it may only be read", path.display()).into());
    }
    let mut new = tempfile::NamedTempFile::new_in(path.parent().unwrap_or(Path::new("."))).map_err(failed)?;
    new.write_all(text.as_bytes()).map_err(failed)?;
    new.as_file().set_permissions(metadata.permissions()).map_err(failed)?;
    new.persist(&path).map_err(|error| failed(error.error))?;
    Ok(())
}

/// Writes a text into a file that is not there yet.
pub(crate) fn create(path: &Path, text: &str) -> Result<(), Failure> {
    let failed = |error: Error| Failure::Told(format!("cannot write `{}`: {}", path.display(), plain(&error)));
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut new = tempfile::NamedTempFile::new_in(folder).map_err(failed)?;
    new.write_all(text.as_bytes()).map_err(failed)?;
    new.persist_noclobber(path).map_err(|error| failed(error.error))?;
    Ok(())
}
