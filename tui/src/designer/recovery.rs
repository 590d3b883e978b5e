//! Unsaved work, kept beside everything else that the user's programs remember: found again after a crash.

use super::draft::Draft;
use sha2::{Digest, Sha256};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Keeps a draft that no file has. What cannot be kept is no reason to stop.
pub(super) fn keep(draft: &Draft) -> Option<PathBuf> {
    let place = place(draft.path.as_deref())?;
    if !draft.is_unsaved() {
        forget(draft);
        return None;
    }
    let folder = place.parent()?;
    fs::create_dir_all(folder).ok()?;
    // A temporary file is for its user only.
    let mut file = tempfile::NamedTempFile::new_in(folder).ok()?;
    file.write_all(draft.text().as_bytes()).ok()?;
    file.persist(&place).ok()?;
    Some(place)
}

/// What was kept of a file's draft, if it says something else.
pub(crate) fn found(draft: &Draft) -> Option<String> {
    let kept = fs::read_to_string(place(draft.path.as_deref())?).ok()?;
    (kept != draft.text()).then_some(kept)
}

/// Forgets what was kept: it is saved, or was given up.
pub(super) fn forget(draft: &Draft) {
    if let Some(place) = place(draft.path.as_deref()) {
        // It may never have been there.
        let _ = fs::remove_file(place);
    }
}

/// Where the draft of a file is kept: by the file's whole path, so that two files of one name do not meet.
fn place(path: Option<&Path>) -> Option<PathBuf> {
    let home = |variable: &str| std::env::var_os(variable).map(PathBuf::from).filter(|path| path.is_absolute());
    let state = home("XDG_STATE_HOME").or_else(|| Some(home("HOME")?.join(".local/state")))?;
    let whole =
        path.map_or_else(|| PathBuf::from("new"), |path| fs::canonicalize(path).unwrap_or_else(|_| path.to_owned()));
    let hash = Sha256::digest(whole.as_os_str().as_encoded_bytes());
    let name: String = hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    Some(state.join("wso2-design").join(format!("{name}.design")))
}
