//! Designs on a disk: a file has the whole text, or the one that it had.

use crate::failure::{Failure, plain};
use crate::output;
use std::io::{Error, ErrorKind, Write};
use std::path::{Path, PathBuf};
use wso2_design_core::read::Syntax;

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

/// Whether a file's name says the grammar that a design has, or none: whoever reads it goes by the name.
pub(crate) fn fits(path: &Path, syntax: Syntax) -> Result<(), Failure> {
    let grammar = path.extension().and_then(|it| it.to_str()).map(str::to_ascii_lowercase);
    let told = match (grammar.as_deref(), syntax) {
        (Some("json"), Syntax::Toml) => "this design is TOML: a name that ends with .toml, please",
        (Some("toml"), Syntax::Json) => "this design is JSON: a name that ends with .json, please",
        _ => return Ok(()),
    };
    Err(told.to_owned().into())
}

/// What a design without a file is called, until somebody says.
pub(crate) fn usual(syntax: Syntax) -> PathBuf {
    PathBuf::from(match syntax {
        Syntax::Toml => "design.toml",
        Syntax::Json => "design.json",
    })
}

/// Writes a text into a file that is not there yet, for everybody whom the user lets read new files; one in which a secret
/// stands as it is, for its user alone.
pub(crate) fn create(path: &Path, text: &str) -> Result<(), Failure> {
    let failed = |error: Error| Failure::Told(format!("cannot write `{}`: {}", path.display(), plain(&error)));
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    if output::conceal(text) == text {
        // The system takes from it what the user's mask takes.
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    }
    let mut new = builder.tempfile_in(folder).map_err(failed)?;
    new.write_all(text.as_bytes()).map_err(failed)?;
    new.persist_noclobber(path).map_err(|error| match error.error.kind() {
        ErrorKind::AlreadyExists => {
            Failure::Told(format!("`{}` is there already: choose another name", path.display()))
        }
        _ => failed(error.error),
    })?;
    Ok(())
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn a_new_file_is_as_any_other_unless_a_secret_stands_in_it() {
        let room = tempfile::tempdir().unwrap();
        let mode = |name: &str| std::fs::metadata(room.path().join(name)).unwrap().permissions().mode() & 0o777;
        std::fs::write(room.path().join("any"), "").unwrap();
        for (name, text, expected) in [
            ("none", "name = \"esb\"\n", mode("any")),
            ("reference", "[database]\npassword = \"env:DB\"\n", mode("any")),
            ("secret", "[database]\npassword = \"plain:x\"\n", 0o600),
            ("json", "{\"database\": {\"password\":\n\"plain:x\"}}", 0o600),
        ] {
            create(&room.path().join(name), text).unwrap();
            assert_eq!(mode(name), expected, "{name}");
        }
        assert!(create(&room.path().join("none"), "").is_err());
    }
}
